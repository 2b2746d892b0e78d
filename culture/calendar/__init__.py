"""The calendar of a village, an office or the regency: events and sessions of classes in one list."""
