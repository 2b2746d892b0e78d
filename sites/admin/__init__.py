"""What the project adds to Wagtail's admin; sites/wagtail_hooks.py registers it."""
