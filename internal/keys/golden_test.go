package keys_test

// The keys of operator 0 of every local network.
const (
	goldenAddress = "0xE1419d51088257d5c9Ebc66cB73b94211BFb6dA6"
	goldenBLS     = "0xabe4cd3647da9320554304f5ad824ab7cae0876ed872e5ef09d6baa7f7948c9b5a8c8f40a3b8ea146bd23a1da52f8850"
)
