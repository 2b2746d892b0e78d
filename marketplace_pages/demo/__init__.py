"""The sample products of data/products.json."""
