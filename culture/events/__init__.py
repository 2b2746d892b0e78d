"""An event as readers see it: in words, and as data for search engines."""
