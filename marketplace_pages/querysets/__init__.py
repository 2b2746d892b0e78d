"""The questions asked of businesses, products and what belongs to them."""

from .businesses import BusinessManager
from .categories import CategoryQuerySet
from .entries import EntryQuerySet
from .permits import PermitQuerySet
from .products import ProductManager

__all__ = ["BusinessManager", "CategoryQuerySet", "EntryQuerySet", "PermitQuerySet", "ProductManager"]
