"""A village's services in the admin: templates to take over, states from a phone, what to check again."""
