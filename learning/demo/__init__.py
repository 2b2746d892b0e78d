"""Sample courses."""
