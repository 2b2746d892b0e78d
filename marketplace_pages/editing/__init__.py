"""How businesses and products are edited: their forms and the rules that these keep."""
