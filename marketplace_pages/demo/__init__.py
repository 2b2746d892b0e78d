"""Sample businesses and products: data/products.json, with what data/market_samples.json adds.

What is there already stays as it is.
"""


def seed(report) -> None:
    """Fill this app's part of the demo; `seed_demo` calls it after that of `sites`."""
    from . import businesses, producers

    businesses.seed(report)
    producers.seed(report)
