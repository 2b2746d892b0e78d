"""What editors do with courses beside writing them."""
