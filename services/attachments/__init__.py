"""Files that people send along with a request: checked, kept apart from public media, erased with it."""
