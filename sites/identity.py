"""Whose site it is: its name, colours, logo and office; what can be said of it without any address."""

from django.apps import apps
from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from wagtail.models import Site

from sites import opening_hours
from sites.drawing.palette import PRESETS
from sites.media.logos import Logo, logos_of
from sites.open_now import open_now
from sites.opening_hours import ExceptionalDays, OfficeStatus


def portal_site() -> Site:
    """The regency portal: the default site, the one that is no village."""
    site = Site.objects.select_related("root_page", "sitesettings").get(is_default_site=True)
    site._village = None
    return site


def village_of(site: Site):
    """Return the village of a site with its settings, or None for the portal. One query, once."""
    if site.is_default_site:
        return None
    if not hasattr(site, "_village"):
        villages = apps.get_model("sites", "Village").objects
        site._village = villages.filter(site=site).select_related("site__sitesettings").first()
    return site._village


def register_for(site: Site) -> list:
    """All villages of the register with what their addresses need. One query for the site of a request."""
    if not hasattr(site, "_register"):
        site._register = list(apps.get_model("sites", "Village").objects.light())
    return site._register


def known_register(site: Site) -> list | None:
    """The register where it was asked for during this request, else None."""
    return getattr(site, "_register", None)


class SiteIdentity:
    """Everything here is asked for at most once, and only when a template prints it."""

    # Put before every path; set where the site is shown on a host that is not its own.
    origin = ""

    def __init__(self, request: HttpRequest | None):
        self.request = request

    @cached_property
    def site(self) -> Site:
        return Site.find_for_request(self.request)

    @property
    def village(self):
        return village_of(self.site)

    @cached_property
    def settings(self):
        if self.village:
            return self.village.site.sitesettings
        if "sitesettings" in self.site._state.fields_cache:
            return self.site.sitesettings
        return apps.get_model("sites", "SiteSettings").for_site(self.site)

    @property
    def is_portal(self) -> bool:
        return self.village is None

    @property
    def name(self) -> str:
        return self.village.display_name if self.village else settings.WAGTAIL_SITE_NAME

    @property
    def subtitle(self) -> str:
        if self.village is None:
            return gettext("Banyuwangi Regency")
        return gettext("%(district)s district, Banyuwangi") % {"district": self.village.district}

    @property
    def accent(self) -> str:
        return self.settings.accent

    @property
    def theme_colours(self) -> dict[str, str]:
        """What the browser paints its own bars with, by mode."""
        accent, cloth, *_others = PRESETS[self.accent]
        return {"light": accent, "dark": cloth}

    def icon(self, name: str) -> str:
        """Path of a static file: an icon in the colour of the site."""
        return f"img/icons/{self.accent}/{name}"

    @cached_property
    def portal(self) -> Site:
        if self.is_portal:
            return self.site
        # Found together with the site of a request, see hosts.py.
        return getattr(self.site, "_portal", None) or portal_site()

    @property
    def logo(self) -> Logo | None:
        """The site's own logo; it takes the place of the mark."""
        return self._logos.get(self.settings.logo_id)

    @property
    def crest(self) -> Logo | None:
        """The regency's crest, which the portal's settings hold for all sites."""
        return self._logos.get(self._crest_id)

    @property
    def _crest_id(self) -> int | None:
        portal_settings = self.settings if self.is_portal else getattr(self.portal, "sitesettings", None)
        return portal_settings.crest_id if portal_settings else None

    @cached_property
    def _logos(self) -> dict[int, Logo]:
        """Logo and crest by picture; costs a query only where there is one of them."""
        # On a host that is none, pictures have no address.
        return {} if self.origin else logos_of([self.settings.logo_id, self._crest_id])

    @cached_property
    def opening_hours(self) -> list:
        return opening_hours.rows(self.settings.opening_hours)

    @cached_property
    def closed_days(self) -> list[ExceptionalDays]:
        """Days soon on which the office is closed or has other hours."""
        return opening_hours.upcoming(self.exceptional_days, timezone.localdate())

    @cached_property
    def office_status(self) -> OfficeStatus:
        """Whether the office is open at this moment, until when, or when it opens next."""
        regular = opening_hours.week(self.settings.opening_hours)
        return open_now(self.request, regular, self.exceptional_days)

    @cached_property
    def exceptional_days(self) -> list[ExceptionalDays]:
        """All days on which the office is not open as usual, past ones among them."""
        return opening_hours.exceptions(self.settings.opening_exceptions)
