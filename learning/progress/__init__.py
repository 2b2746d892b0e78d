"""Learning codes, which move to another phone what somebody has learned."""
