"""What is printed of the market: posters, price labels, and the catalogue of a village.

Only what readers may open stands on any of them, and only permits that are shown.
"""
