"""The desk of a village's staff: who is registered for its classes, who came, and what they are told."""
