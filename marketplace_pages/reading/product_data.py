"""What a product says to search engines: schema.org."""

from django.http import HttpRequest


def product(page, request: HttpRequest) -> dict:
    """Properties of a `Product` with its `Offer`."""
    return {"category": page.category.display_name}
