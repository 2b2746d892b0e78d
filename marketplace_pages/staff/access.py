"""Whose businesses and products somebody looks after.

Admins and contributors of a village those of the village, a producer their own business, portal staff all
of them. The gate asks before each view, and each view finds what it shows among these again.
"""

from django.conf import settings
from django.db.models import Q

from marketplace_pages.models import BusinessPage, ProductPage, ShowcasePage
from sites.models import User
from sites.querysets import LARGEST_KEY, below_any
from sites.tenancy import access_of
from sites.tenancy.rules import Visit


def _reach(user: User) -> Q:
    access = access_of(user)
    if access.is_regency:
        return Q()
    own = below_any([])
    for root in access.page_roots:
        own |= Q(path__startswith=root)
    return own


def businesses_of(user: User):
    """Businesses within reach, by their Indonesian versions, drafts among them."""
    return BusinessPage.objects.in_language(settings.LANGUAGE_CODE).filter(_reach(user))


def products_of(user: User):
    """Products within reach, by their Indonesian versions, drafts among them."""
    return ProductPage.objects.in_language(settings.LANGUAGE_CODE).filter(_reach(user))


def showcases_of(user: User):
    """Showcases below which somebody may begin a business, in Indonesian."""
    return ShowcasePage.objects.in_language(settings.LANGUAGE_CODE).filter(_reach(user)).order_by("path")


def has_desk(visit: Visit) -> bool:
    """For pages of the desk that name no product and no business."""
    user = visit.request.user
    return showcases_of(user).exists() or businesses_of(user).exists()


def at_own_business(visit: Visit) -> bool:
    """The business that the address names must be one of theirs."""
    key = visit.kwargs["business_id"]
    return key <= LARGEST_KEY and businesses_of(visit.request.user).filter(pk=key).exists()


def at_own_product(visit: Visit) -> bool:
    """The product that the address names must be one of theirs."""
    key = visit.kwargs["product_id"]
    return key <= LARGEST_KEY and products_of(visit.request.user).filter(pk=key).exists()
