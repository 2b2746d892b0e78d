"""What editors of services are asked, and the rules behind it."""
