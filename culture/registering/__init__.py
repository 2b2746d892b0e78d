"""Registering for a class: seats, the waiting list, and what people are told."""
