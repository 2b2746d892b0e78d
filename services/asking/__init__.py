"""Asking the office from afar: forms, codes, and following what becomes of it."""
