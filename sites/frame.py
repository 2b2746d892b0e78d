"""What surrounds every public page: whose site it is, its menu, languages and urgent notice."""

from typing import NamedTuple

from django.apps import apps
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext, override
from wagtail.models import Page, Site

from sites import languages, opening_hours
from sites.drawing.palette import PRESETS
from sites.media.logos import Logo, logos_of
from sites.opening_hours import ExceptionalDays, OfficeStatus
from sites.querysets import all_pages

FEED_PATH = "feed/"


class MenuItem(NamedTuple):
    title: str
    url: str
    icon: str
    current: bool


class LanguageItem(NamedTuple):
    code: str
    name: str
    short: str
    url: str
    current: bool


def portal_site() -> Site:
    """The regency portal: the default site, the one that is no village."""
    return Site.objects.select_related("root_page", "sitesettings").get(is_default_site=True)


def village_of(site: Site):
    """Return the village of a site with its settings, or None for the portal. One query, once."""
    if not hasattr(site, "_village"):
        villages = apps.get_model("sites", "Village").objects
        site._village = villages.filter(site=site).select_related("site__sitesettings").first()
    return site._village


def frame_of(site: Site) -> "Frame":
    """Return a frame outside of any request: what it says of the site, without addresses."""
    frame = Frame(None)
    frame.site = site
    return frame


def frame_for(request: HttpRequest) -> "Frame":
    """Return the request's frame, the same one for templates and Python."""
    if not hasattr(request, "_frame"):
        request._frame = Frame(request)
    return request._frame


class Frame:
    """Everything here is asked for at most once per request, and only when a template prints it."""

    menu_length = 5
    # "light" or "dark" where the style guide forces it; readers see what their device prefers.
    mode = ""
    # Put before every path; set where the frame is shown on a host that is not its own.
    origin = ""

    def __init__(self, request: HttpRequest | None):
        self.request = request
        self.page: Page | None = None
        self.translations: dict[str, Page] = {}
        self._homes: dict[str, Page | None] = {}

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
        return apps.get_model("sites", "SiteSettings").for_site(self.site)

    @property
    def is_portal(self) -> bool:
        return self.village is None

    @cached_property
    def home(self) -> Page:
        """Home page in the active language, or the Indonesian one where that is missing."""
        language = get_language()
        found = self.home_in(language) if language in self.settings.languages else None
        return found or self.site.root_page

    def home_in(self, language_code: str) -> Page | None:
        """Live home in one language; free for Indonesian, else one query."""
        root = self.site.root_page
        if language_code == settings.LANGUAGE_CODE:
            return root
        if language_code not in self._homes:
            found = root.get_translations().live().filter(locale__language_code=language_code)
            self._homes[language_code] = found.first()
        return self._homes[language_code]

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
        return self.site if self.is_portal else portal_site()

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
    def sections(self) -> list[Page]:
        """Live pages right below the home, in the order of the tree. Costs one query."""
        return list(all_pages().child_of(self.home).live().public().order_by("path"))

    @cached_property
    def menu(self) -> list[MenuItem]:
        shown = [page for page in self.sections if page.show_in_menus]
        return [self._item(page) for page in [self.home, *shown[: self.menu_length - 1]]]

    @cached_property
    def all_pages(self) -> list[MenuItem]:
        return [self._item(page) for page in [self.home, *self.sections]]

    @property
    def feeds(self) -> list[tuple[str, str]]:
        """Title and address of each feed of this site, for feed readers that look for them."""
        lists = [page for page in self.sections if getattr(page.specific_class, "has_feed", False)]
        return [(f"{page.title} · {self.name}", self._address(page) + FEED_PATH) for page in lists]

    def _item(self, page: Page) -> MenuItem:
        title = gettext("Home") if page.pk == self.home.pk else page.title
        icon = getattr(page.specific_class, "menu_icon", "file-text")
        return MenuItem(title, self._address(page), icon, self._is_current(page))

    def _address(self, page: Page) -> str:
        return self.origin + page.get_url(self.request)

    def _is_current(self, page: Page) -> bool:
        if self.page is None:
            return False
        if page.pk == self.home.pk:
            return self.page.pk == page.pk
        return self.page.path.startswith(page.path)

    @cached_property
    def languages(self) -> list[LanguageItem]:
        """Languages to switch between; one item only where the site has no English."""
        if self.origin:
            return []
        active = get_language()
        found = []
        for code in self.settings.languages:
            url = self.request.get_full_path() if code == active else self._url_in(code)
            if url:
                found.append(LanguageItem(code, languages.NAMES[code], code.upper(), url, code == active))
        return found

    def _url_in(self, code: str) -> str | None:
        if self.page is not None and self.page.pk:
            if translation := self.translations.get(code):
                return translation.get_url(self.request)
            return languages.address_in([*self.page.trail, self.page], code, self.request)
        target = self.home_in(code)
        return target.get_url(self.request) if target else None

    @cached_property
    def banner(self):
        """The most severe urgent notice of this site that is current, or None. Costs one query."""
        if self.origin:
            return None
        announcements = apps.get_model("sites", "AnnouncementPage").objects
        return announcements.urgent_in(self.site, self.settings.languages, get_language())

    @cached_property
    def portal_url(self) -> str:
        return (self.origin if self.is_portal else self.portal.root_url) + reverse_home()

    @property
    def home_url(self) -> str:
        return self._address(self.home)

    @property
    def search_url(self) -> str:
        return self.origin + reverse("search")

    @property
    def admin_url(self) -> str:
        return self.origin + reverse("wagtailadmin_home")

    @cached_property
    def opening_hours(self) -> list:
        return opening_hours.rows(self.settings.opening_hours)

    @cached_property
    def closed_days(self) -> list[ExceptionalDays]:
        """Days soon on which the office is closed or has other hours."""
        return opening_hours.upcoming(self._exceptions, timezone.localdate())

    @cached_property
    def office_status(self) -> OfficeStatus:
        """Whether the office is open at this moment, until when, or when it opens next."""
        regular = opening_hours.week(self.settings.opening_hours)
        return opening_hours.status(regular, self._exceptions, timezone.localtime())

    @cached_property
    def _exceptions(self) -> list[ExceptionalDays]:
        return opening_hours.exceptions(self.settings.opening_exceptions)


def reverse_home() -> str:
    """Path of a site's home in the active language."""
    return reverse("wagtail_serve", args=[""])


def default_language():
    """Context manager for answers given before Django knows the reader's language."""
    return override(settings.LANGUAGE_CODE)
