"""What the office does with a request: states, messages, letters, figures, erasing."""
