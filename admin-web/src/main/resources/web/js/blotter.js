// blotter
