"""Being found: what search engines, messengers and home screens learn of a page and its site."""
