"""Permits of businesses: how they are written down, checked and proved, and who hears that one runs out."""
