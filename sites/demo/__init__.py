"""Demo content: a portal and six villages that a stranger can walk through."""
