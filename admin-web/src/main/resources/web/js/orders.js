// orders
