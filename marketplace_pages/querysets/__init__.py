"""The questions asked of businesses, products and what belongs to them."""

from .businesses import BusinessManager
from .categories import CategoryQuerySet
from .counts import ProductDayQuerySet
from .entries import EntryQuerySet
from .imports import ImportQuerySet
from .permits import PermitQuerySet
from .products import ProductManager

__all__ = [
    "BusinessManager",
    "CategoryQuerySet",
    "EntryQuerySet",
    "ImportQuerySet",
    "PermitQuerySet",
    "ProductDayQuerySet",
    "ProductManager",
]
