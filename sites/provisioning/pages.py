"""The pages every site has: a container, a home per language, and the pages that apps declare."""

from uuid import uuid4

from django.apps import apps
from django.conf import settings
from django.utils import timezone
from django.utils.text import slugify
from wagtail.coreutils import find_available_slug
from wagtail.log_actions import get_active_log_context
from wagtail.models import Locale, Page, PageLogEntry, Site

from sites.models import BasePage, PortalHomePage, VillageContainerPage, VillageHomePage


def tree_root() -> Page:
    return Page.objects.get(depth=1)


def locale(language_code: str) -> Locale:
    return Locale.objects.get_or_create(language_code=language_code)[0]


def default_locale() -> Locale:
    return locale(settings.LANGUAGE_CODE)


def add_homes(container: Page, home_type: type[Page], title: str) -> Page:
    """Add a home for each language below a container; return the Indonesian one."""
    branch = Branch(container)
    home = home_type(title=title, slug=settings.LANGUAGE_CODE, locale=default_locale())
    branch.append(home)
    for code, _name in settings.LANGUAGES:
        if code != settings.LANGUAGE_CODE:
            translation = home_type(
                title=title, slug=code, locale=locale(code), translation_key=home.translation_key
            )
            branch.append(translation)
    branch.finish()
    return home


def add_container(village) -> VillageContainerPage:
    container = VillageContainerPage(
        title=str(village),
        slug=f"{slugify(village.name)}-{village.code.replace('.', '')}",
        locale=default_locale(),
    )
    return tree_root().add_child(instance=container)


def add_village_homes(container: Page, village) -> Page:
    return add_homes(container, VillageHomePage, village.display_name)


def declared_pages(parent_type: type[Page]) -> list[type[BasePage]]:
    """Every page type of any app that wants to be made below pages of a type, in its order there."""
    wanted = (m for m in apps.get_models() if issubclass(m, BasePage) and m.created_with_village)
    allowed = [model for model in wanted if parent_type in model.allowed_parent_page_models()]
    return sorted(allowed, key=lambda model: (_order(model, parent_type), model.__name__))


def _order(model: type[BasePage], parent_type: type[Page]) -> int:
    if parent_type is PortalHomePage and model.portal_order is not None:
        return model.portal_order
    return model.village_order


def add_missing_pages(site: Site) -> int:
    """Give each home of a site the pages that apps declare; return how many were added."""
    homes = {home.locale.language_code: home for home in site.root_page.get_translations(inclusive=True)}
    return add_declared_pages(homes, getattr(getattr(site, "village", None), "kind", ""))


def add_declared_pages(parents: dict[str, Page], kind: str = "") -> int:
    """Give a page and its translations, by language code, what apps declare to stand below its type."""
    parent_type = parents[settings.LANGUAGE_CODE].specific_class
    branches = {code: Branch(parent) for code, parent in parents.items()}
    added = sum(_add_page(model, branches, kind) for model in declared_pages(parent_type))
    for branch in branches.values():
        branch.finish()
    return added


class Branch:
    """A page with all that stands right below it, read once and locked, however many pages are to come."""

    def __init__(self, parent: Page):
        self.parent = parent
        self.added: list[Page] = []
        Page.objects.select_for_update().get(pk=parent.pk)
        self.read()

    def read(self) -> None:
        self.pages = list(Page.objects.child_of(self.parent).order_by("path"))

    def first(self, model: type[Page]) -> Page | None:
        return next((page for page in self.pages if issubclass(page.specific_class, model)), None)

    def free_slug(self, slug: str) -> str:
        """A page that somebody has written may have the address already."""
        is_taken = any(page.slug == slug for page in self.pages)
        return find_available_slug(self.parent, slug) if is_taken else slug

    def put(self, page: BasePage) -> None:
        """Put it before the first page that belongs after it: on a site that exists, the menu gets it too."""
        parent_type = self.parent.specific_class
        order = _order(type(page), parent_type)
        for sibling in self.pages:
            other = sibling.specific_class
            if other.created_with_village and _order(other, parent_type) > order:
                sibling.add_sibling("left", instance=page)
                # Those behind it have moved.
                self.read()
                return
        self.append(page)

    def append(self, page: BasePage) -> None:
        """What `add_child()` does, without asking for each page what is known here of all of them.

        Title, address and place are given by the code, so nothing of it has to be checked.
        """
        page.depth, page._cached_parent_obj = self.parent.depth + 1, self.parent
        page.path = (
            self.pages[-1]._inc_path() if self.pages else page._get_path(self.parent.path, page.depth, 1)
        )
        page.draft_title = page.title
        # No site begins at a page that is new.
        page._is_site_root = False
        page.save(clean=False, log_action=None)
        del page._is_site_root
        self.pages.append(page)
        self.added.append(page)

    def finish(self) -> None:
        """Let the parent know how many there are, and the history which of them are new."""
        self.parent.numchild = len(self.pages)
        Page.objects.filter(pk=self.parent.pk).update(numchild=len(self.pages))
        PageLogEntry.objects.bulk_create(_created(page) for page in self.added)


def _created(page: Page) -> PageLogEntry:
    """What Wagtail writes down of a new page."""
    context = get_active_log_context()
    return PageLogEntry(
        page=page,
        content_type=page.cached_content_type,
        label=page.get_admin_display_title(),
        action="wagtail.create",
        timestamp=timezone.now(),
        user=context.user,
        uuid=context.uuid,
        content_changed=True,
    )


def _add_page(model: type[BasePage], branches: dict[str, Branch], kind: str) -> int:
    """Add a page to the parents that lack it, as translations of the one another parent may have."""
    existing = {code: branch.first(model) for code, branch in branches.items()}
    key = next((page.translation_key for page in existing.values() if page), uuid4())
    missing = [code for code in branches if existing[code] is None]
    for code in missing:
        page = model(
            title=_for_kind(model.village_titles[code], kind),
            slug=branches[code].free_slug(_for_kind(model.village_slugs[code], kind)),
            locale=branches[code].parent.locale,
            translation_key=key,
            show_in_menus=True,
            live=not model.waits_for_content,
        )
        branches[code].put(page)
    return len(missing)


def _for_kind(text: str | dict[str, str], kind: str) -> str:
    """Choose between the words for a desa and a kelurahan, where they differ."""
    return text if isinstance(text, str) else text[kind]
