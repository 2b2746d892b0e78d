"""How dates and times are written; what is not named here, Django's own formats decide."""
