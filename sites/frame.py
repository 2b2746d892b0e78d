"""What surrounds every public page: whose site it is (identity.py), its menu, languages and urgent notice."""

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from django.apps import apps
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext, override
from wagtail.models import Page, Site

from sites import languages
from sites.identity import SiteIdentity
from sites.page_cache.marks import is_for_anybody, mark_of
from sites.page_cache.owners import names_around
from sites.page_cache.remembered import is_there, remembered
from sites.querysets import HOME_DEPTH, all_pages, is_live, urgent_first
from sites.sharing import addresses

Made = TypeVar("Made")
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


def frame_of(site: Site) -> "Frame":
    """Return a site's frame outside of any request, always the same one: what it says, without addresses."""
    if not hasattr(site, "_frame"):
        site._frame = Frame(None)
        site._frame.site = site
    return site._frame


def frame_for(request: HttpRequest) -> "Frame":
    """Return the request's frame, the same one for templates and Python."""
    if not hasattr(request, "_frame"):
        request._frame = Frame(request)
    return request._frame


class Frame(SiteIdentity):
    """Adds the ways on to what is said of the site; asks for each at most once per request, too."""

    menu_length = 5
    # Whether the pages around which it stands may be kept on devices: not those of the style guide.
    may_be_kept = True
    # "light" or "dark" where the style guide forces it; readers see what their device prefers.
    mode = ""

    def __init__(self, request: HttpRequest | None):
        super().__init__(request)
        self.page: Page | None = None
        self.translations: dict[str, Page] = {}

    @cached_property
    def home(self) -> Page:
        """Home page in the active language, or the Indonesian one where that is missing."""
        language = get_language()
        found = self.home_in(language) if language in self.settings.languages else None
        return found or self.site.root_page

    def home_in(self, language_code: str) -> Page | None:
        """Live home in one language; free for Indonesian, else one query, which fetches it whole."""
        if language_code == settings.LANGUAGE_CODE:
            return self.site.root_page
        return next((home for home in self.whole_homes if home.locale.language_code == language_code), None)

    def remembered(
        self, key: str, make: Callable[[], Made], keeps: Callable[[Made], bool] = is_there
    ) -> Made:
        """What the site itself says, whatever the time, in one language if the key tells of it.

        See page_cache/remembered.py.
        """
        return remembered(self.request, f"{self.site.pk}:{key}", names_around(self), make, keeps)

    def remembered_now(self, key: str, make: Callable[[], Made]) -> Made:
        """The same of what the clock changes: until something begins or ends on the site of a village.

        The portal tells of all villages: somewhere, something always ends.
        """
        if self.is_portal or not is_for_anybody(self.request):
            return make()
        return self.remembered(f"{key}:{self.slot.begin}:{self.slot.end}", make)

    @cached_property
    def slot(self):
        """Until when the clock changes nothing of what the site lists, since before anything was asked."""
        # It asks with the questions of pages, which know frames.
        from sites.page_cache.slots import slot_of

        return slot_of(self, mark_of(self.request).began)

    @cached_property
    def whole_homes(self) -> list[Page]:
        """Live homes in all languages, as their own type; each knows the others. Costs one query."""
        found = [home for home in self.remembered("homes", self._found_homes) if is_live(home)]
        for home in found:
            home.versions = found
        return found

    def _found_homes(self) -> list[Page]:
        root = self.site.root_page
        homes = root.specific_class.objects.filter(translation_key=root.translation_key)
        homes = homes.live().with_restriction().with_pictures().select_related("locale")
        return list(homes.order_by("path"))

    @cached_property
    def sections(self) -> list[Page]:
        """Live pages right below the home, in the order of the tree."""
        return self.sections_below(self.home)

    def sections_below(self, home: Page) -> list[Page]:
        return [page for page in self._sections if page.path.startswith(home.path)]

    @cached_property
    def _sections(self) -> list[Page]:
        """Live pages right below the homes of all languages. Costs one query."""
        return [page for page in self.remembered("sections", self._found_sections) if is_live(page)]

    def _found_sections(self) -> list[Page]:
        found = all_pages().in_village(self.site).filter(depth=HOME_DEPTH + 1)
        return list(found.live().public().order_by("path"))

    @cached_property
    def menu(self) -> list[MenuItem]:
        shown = [self._item(page) for page in self.sections if page.show_in_menus]
        return [self._item(self.home), *self._portal_ways, *shown][: self.menu_length]

    @property
    def _portal_ways(self) -> list[MenuItem]:
        """Most people who come to the portal look for a village, which is found on its home."""
        if not self.is_portal:
            return []
        return [MenuItem(gettext("Villages"), f"{self.home_url}#villages", "map-pin", False)]

    @cached_property
    def all_pages(self) -> list[MenuItem]:
        return [self._item(page) for page in [self.home, *self.sections]]

    @property
    def feeds(self) -> list[tuple[str, str]]:
        """Title and address of each feed of this site, for feed readers that look for them."""
        everything = gettext("All of %(site)s") % {"site": self.name}
        lists = [page for page in self.sections if getattr(page.specific_class, "has_feed", False)]
        return [
            (everything, self.origin + reverse("site_feed")),
            *((f"{page.title} · {self.name}", self._address(page) + FEED_PATH) for page in lists),
        ]

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
        return self.page.path.startswith(page.path) or page in getattr(self.page, "trail", [])

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
        return (self._same_view_in(code) or target.get_url(self.request)) if target else None

    def _same_view_in(self, code: str) -> str | None:
        """The address asked for, in another language: of the search, the newsletter; of no page."""
        match, address = self.request.resolver_match, self.request.get_full_path()
        if match is None or match.url_name == "wagtail_serve":
            return None
        translated = translate_url(address, code)
        return translated if translated != address else None

    @cached_property
    def banners(self) -> list:
        """Current urgent notices: one of the regency above one of the site's own. Costs one query."""
        if self.origin:
            return []
        found = urgent_first(self.remembered("banners", self._found_banners), get_language())
        return [notice for notice in found if self.page is None or notice.pk != self.page.pk]

    def _found_banners(self) -> list:
        announcements = apps.get_model("sites", "AnnouncementPage").objects
        return list(announcements.urgent_on(self.site, self.settings.languages))

    def guest_address(self, page) -> str | None:
        """Address of an office's page on this site; None where the site has no list for its kind."""
        index = self._list_of(page)
        return self._address(index) + addresses.tail(page) if index else None

    def full_guest_address(self, page) -> str | None:
        """The same with the host, for letters."""
        index = self._list_of(page)
        return index.get_full_url(self.site) + addresses.tail(page) if index else None

    def guest_trail(self, page) -> list[Page]:
        """Pages from the home down to the list that shows an office's page."""
        return [self.home, self._list_of(page)]

    def _list_of(self, page) -> Page | None:
        """The list right below the home, in the language of the page, in which it stands as a guest."""
        model = apps.get_model(page.listed_by)
        lists = (index for index in self._sections if index.specific_class is model)
        return next((index for index in lists if index.locale_id == page.locale_id), None)

    @cached_property
    def portal_url(self) -> str:
        return (self.origin if self.is_portal else self.portal.root_url) + reverse_home()

    @property
    def keeps_pages(self) -> bool:
        """Whether browsers are given the service worker of the site."""
        return self.may_be_kept and settings.SERVICE_WORKER and not self.origin

    @property
    def home_url(self) -> str:
        return self._address(self.home)

    @property
    def search_url(self) -> str:
        return self.origin + reverse("search")

    @property
    def newsletter_url(self) -> str:
        return self.origin + reverse("newsletter")

    @property
    def admin_url(self) -> str:
        return self.origin + reverse("wagtailadmin_home")


def reverse_home() -> str:
    """Path of a site's home in the active language."""
    return reverse("wagtail_serve", args=[""])


def default_language():
    """Context manager for answers given before Django knows the reader's language."""
    return override(settings.LANGUAGE_CODE)
