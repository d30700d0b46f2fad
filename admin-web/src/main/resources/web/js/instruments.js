// instruments
