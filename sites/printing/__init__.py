"""What printed pages of any app are made of: the project's font, its drawings, and QR codes."""
