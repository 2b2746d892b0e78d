"""The showcase of a village and the market of the regency: what is listed there, and in which order."""
