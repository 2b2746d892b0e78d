"""Reading without a line: the service worker, and the page that it shows where nothing is saved."""
