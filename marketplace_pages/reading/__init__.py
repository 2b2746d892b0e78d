"""What the pages of businesses and products print, and what they say to search engines."""
