"""Which account a log-in try is about, and where it comes from."""

from django.conf import settings
from django.http import HttpRequest

from sites.models import User


def account_name(request: HttpRequest, credentials: dict | None) -> str:
    """Return the address tried, in the spelling of accounts, so that capitals are no new account.

    Called by django-axes (AXES_USERNAME_CALLABLE).
    """
    tried = (credentials or {}).get("username") or request.POST.get("username") or ""
    return User.objects.normalise(tried)


def reader_address(request: HttpRequest) -> str:
    """Return the reader's address as our own front servers saw it.

    Each adds the address it was asked from to the end of X-Forwarded-For, so
    with PROXY_COUNT of them the reader's is that many from the right. Called
    by django-axes (AXES_CLIENT_IP_CALLABLE).
    """
    direct = request.META.get("REMOTE_ADDR", "")
    forwarded = request.headers.get("X-Forwarded-For", "").split(",")
    if 0 < settings.PROXY_COUNT <= len(forwarded):
        return forwarded[-settings.PROXY_COUNT].strip() or direct
    return direct
