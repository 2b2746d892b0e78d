"""Whose businesses and products somebody looks after.

Admins and contributors of a village those of the village, a producer their own business, portal staff all
of them. The gate asks before each view, and each view finds what it shows among these again.
"""

from django.conf import settings
from django.db.models import Q

from marketplace_pages.models import BusinessPage, Permit, ProductPage, ShowcasePage
from sites.models import User
from sites.querysets import LARGEST_KEY, below_any
from sites.tenancy import access_of, admin_villages_of, is_portal_staff
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


def manages(user: User, business: BusinessPage) -> bool:
    """Whether somebody answers for a business: an admin of its village, or portal staff."""
    own = tuple(village.container_path for village in admin_villages_of(user))
    return is_portal_staff(user) or business.path.startswith(own)


def is_producer(user: User) -> bool:
    """Whether the desk is all that somebody has: neither a village, nor an office, nor the regency."""
    access = access_of(user)
    has_more = access.is_regency or access.villages or access.offices
    return not has_more and businesses_of(user).exists()


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


def at_managed_business(visit: Visit) -> bool:
    """The business that the address names must be one that they answer for."""
    key, user = visit.kwargs["business_id"], visit.request.user
    business = businesses_of(user).filter(pk=key).first() if key <= LARGEST_KEY else None
    return business is not None and manages(user, business)


def permits_of(user: User):
    """Permits of businesses within reach."""
    return Permit.objects.filter(business__in=businesses_of(user)).select_related("business")


def at_own_permit(visit: Visit) -> bool:
    """The permit that the address names must be of a business of theirs."""
    key = visit.kwargs["permit_id"]
    return key <= LARGEST_KEY and permits_of(visit.request.user).filter(pk=key).exists()


def at_managed_permit(visit: Visit) -> bool:
    """The permit that the address names must be of a business that they answer for."""
    key, user = visit.kwargs["permit_id"], visit.request.user
    permit = permits_of(user).filter(pk=key).first() if key <= LARGEST_KEY else None
    return permit is not None and manages(user, permit.business)
