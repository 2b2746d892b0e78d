"""A class as readers see it: in words, as data for search engines, as a calendar."""
