"""How often the sign-up form may be sent in an hour, from one connection and for one site."""

from django.http import HttpRequest
from wagtail.models import Site

from sites import limits

FROM_ONE_READER, FROM_ONE_NETWORK, AT_ONE_SITE = 10, 50, 200


def allows(request: HttpRequest, site: Site) -> bool:
    """Count this sign-up, and say whether it is still within the limits."""
    most = limits.Limits("sites.newsletter", FROM_ONE_READER, FROM_ONE_NETWORK, AT_ONE_SITE)
    return limits.allows(request, f"site-{site.pk}", most)
