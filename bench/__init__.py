"""Benches: what Waqai reaches on given material, against floors that will not go down silently."""
