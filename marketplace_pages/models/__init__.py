"""The public names of this app's models."""

from .business_rows import BusinessLink, BusinessPicture, BusinessUnit, YearlyReport
from .businesses import BusinessPage
from .categories import ProductCategory
from .counts import ProductDay
from .entries import MarketEntry
from .imports import ProductImport
from .market import MarketPage
from .permits import Permit
from .producers import Producer
from .product_rows import ProductPicture, ProductTag, ProductVariant
from .products import ProductPage
from .readiness import ReadinessAnswer
from .showcase import ShowcasePage

__all__ = [
    "BusinessLink",
    "BusinessPage",
    "BusinessPicture",
    "BusinessUnit",
    "MarketEntry",
    "MarketPage",
    "Permit",
    "Producer",
    "ProductCategory",
    "ProductDay",
    "ProductImport",
    "ProductPage",
    "ProductPicture",
    "ProductTag",
    "ProductVariant",
    "ReadinessAnswer",
    "ShowcasePage",
    "YearlyReport",
]
