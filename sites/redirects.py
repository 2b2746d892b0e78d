"""Rules for redirects of one site: from an address that is gone to one that works."""

from urllib.parse import urlsplit

from django.utils.translation import gettext as _
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

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
    """Whether following redirects of the same site would come back to where they started."""
    others = Redirect.get_for_site(redirect.site).exclude(pk=redirect.pk)
    seen, hop = {redirect.old_path}, redirect
    while hop and (path := path_within(redirect.site, hop)):
        if path in seen:
            return True
        seen.add(path)
        hop = others.filter(old_path=path).first()
    return False


def path_within(site: Site, redirect: Redirect) -> str | None:
    """The path that a redirect leads to on the same site, written like `old_path`; None if it leads away."""
    if redirect.redirect_page:
        parts = redirect.redirect_page.get_url_parts()
        return Redirect.normalise_path(parts[2]) if parts and parts[0] == site.pk else None
    target = urlsplit(redirect.redirect_link)
    return Redirect.normalise_path(redirect.redirect_link) if target.hostname == site.hostname else None
