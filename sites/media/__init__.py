"""Pictures and documents: what is let in, what is kept of it, and how it is handed out."""
