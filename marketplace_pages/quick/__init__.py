"""A new product from a phone, in four fields."""
