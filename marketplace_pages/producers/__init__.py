"""People who look after one business: their space, how they are invited and taken out, what they are told."""
