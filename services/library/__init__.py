"""The library of public documents: finding them, reading them, adding one from a phone."""
