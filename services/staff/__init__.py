"""The inbox of the village office, and what belongs to it."""
