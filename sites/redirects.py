"""Rules for redirects of a site: from an address that is gone to one that works."""

import re
from urllib.parse import urlsplit

from django.utils.translation import gettext as _
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from sites.models import FormerHostname
from sites.routing import split
from sites.slugs import RESERVED_SLUGS

# Languages have addresses below these.
PREFIXES = {"en", "id"}


def complaint_about_old_path(site: Site, path: str) -> str | None:
    """Return why no redirect can start at a path, which begins with a slash and ends without one."""
    parts = split(urlsplit(path).path)
    if not parts:
        return _("Write the part of the address behind the host, for example /profil-lama.")
    if parts[0] in RESERVED_SLUGS - PREFIXES:
        return _("This address is used by the site itself. Choose another one.")
    if page := page_at(site, parts):
        return _("The page “%(title)s” stands at this address, so nobody would be redirected.") % {
            "title": page.title
        }
    return None


def page_at(site: Site, parts: list[str]) -> Page | None:
    """The live page that readers find under an address of a site."""
    language, rest = ("en", parts[1:]) if parts[0] == "en" else ("id", parts)
    homes = site.root_page.get_translations(inclusive=True).filter(locale__language_code=language)
    paths = [home.url_path + "".join(f"{part}/" for part in rest) for home in homes]
    return Page.objects.live().filter(url_path__in=paths).first()


def leads_round(redirect: Redirect) -> bool:
    """Whether following redirects, of whatever site, would come back to where they started."""
    seen, hop = {(redirect.site_id, redirect.old_path)}, redirect
    while hop and (target := target_within(hop)):
        site, path = target
        # As the middleware looks: with the query, then without it.
        paths = list(dict.fromkeys([path, urlsplit(path).path]))
        if seen & {(site.pk, path) for path in paths}:
            return True
        seen |= {(site.pk, path) for path in paths}
        others = Redirect.get_for_site(site).exclude(pk=redirect.pk)
        hop = next(filter(None, (others.filter(old_path=path).first() for path in paths)), None)
        if hop:
            hop.site = site
    return False


def target_within(redirect: Redirect) -> tuple[Site, str] | None:
    """The site of ours that a redirect leads to and the path there, written like `old_path`; None if away."""
    if redirect.redirect_page:
        parts = redirect.redirect_page.get_url_parts()
        return (Site.objects.get(pk=parts[0]), Redirect.normalise_path(parts[2])) if parts else None
    target = urlsplit(redirect.redirect_link)
    site = _site_of((target.hostname or "").lower().rstrip("."))
    # /id/x is /x.
    path = re.sub(r"^/id(?=/|$)", "", Redirect.normalise_path(redirect.redirect_link)) or "/"
    return (site, path) if site else None


def _site_of(hostname: str) -> Site | None:
    """The site that answers at a host, also at one that it had before."""
    former = FormerHostname.objects.filter(hostname=hostname).select_related("village__site").first()
    return Site.objects.filter(hostname=hostname).first() or (former and former.village.site)
