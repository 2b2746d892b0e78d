"""Which account a log-in try is about."""

from django.http import HttpRequest

from sites.models import User


def account_name(request: HttpRequest, credentials: dict | None) -> str:
    """Return the address tried, in the spelling of accounts, so that capitals are no new account.

    Called by django-axes (AXES_USERNAME_CALLABLE).
    """
    tried = (credentials or {}).get("username") or request.POST.get("username") or ""
    return User.objects.normalise(tried)
