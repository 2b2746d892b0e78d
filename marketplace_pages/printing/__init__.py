"""What is printed: posters with a QR code, price labels, the catalogue."""
