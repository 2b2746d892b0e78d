"""What readers see of services, guides and documents."""
