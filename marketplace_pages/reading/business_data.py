"""What a business says to search engines: schema.org."""

from django.http import HttpRequest

from marketplace_pages.choices import BusinessKind


def type_of(page) -> str:
    return "TouristAttraction" if page.kind == BusinessKind.ATTRACTION else "LocalBusiness"


def business(page, request: HttpRequest) -> dict:
    """Properties of a `LocalBusiness` or a `TouristAttraction`."""
    return {"telephone": str(page.whatsapp)} if page.whatsapp else {}
