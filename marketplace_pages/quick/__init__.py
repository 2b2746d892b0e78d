"""What is done from a phone in one go: a new product in four fields, and "sold out" in one tap."""
