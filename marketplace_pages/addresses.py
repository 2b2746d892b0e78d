"""What stands at fixed addresses below the pages of the market, in both languages."""

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext

BUSINESSES, TOURISM, ORDER, CATALOGUE = "usaha", "wisata", "pesan", "katalog"
BELOW_LISTS = frozenset({BUSINESSES, TOURISM, ORDER, CATALOGUE})
BELOW_BUSINESSES = frozenset({ORDER})


def refuse_reserved(page, reserved: frozenset[str]) -> None:
    """Keep a page from an address that the page above it answers itself."""
    if (page.slug or slugify(page.title)) in reserved:
        message = gettext("This address is used by the market itself. Choose another one.")
        raise ValidationError({"slug": message})
