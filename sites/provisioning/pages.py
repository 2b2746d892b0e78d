"""The pages every site has: a container, a home per language, and the pages that apps declare."""

from uuid import uuid4

from django.apps import apps
from django.conf import settings
from django.utils.text import slugify
from wagtail.coreutils import find_available_slug
from wagtail.models import Locale, Page, Site

from sites.models import BasePage, PortalHomePage, VillageContainerPage, VillageHomePage


def tree_root() -> Page:
    return Page.objects.get(depth=1)


def locale(language_code: str) -> Locale:
    return Locale.objects.get_or_create(language_code=language_code)[0]


def default_locale() -> Locale:
    return locale(settings.LANGUAGE_CODE)


def add_homes(container: Page, home_type: type[Page], title: str) -> Page:
    """Add a home for each language below a container; return the Indonesian one."""
    home = container.add_child(
        instance=home_type(title=title, slug=settings.LANGUAGE_CODE, locale=default_locale())
    )
    for code, _name in settings.LANGUAGES:
        if code != settings.LANGUAGE_CODE:
            translation = home_type(
                title=title, slug=code, locale=locale(code), translation_key=home.translation_key
            )
            container.add_child(instance=translation)
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
    return sum(_add_page(model, parents, kind) for model in declared_pages(parent_type))


def _add_page(model: type[BasePage], parents: dict[str, Page], kind: str) -> int:
    """Add a page to the parents that lack it, as translations of the one another parent may have."""
    existing = {code: model.objects.child_of(parent).first() for code, parent in parents.items()}
    key = next((page.translation_key for page in existing.values() if page), uuid4())
    missing = [code for code in parents if existing[code] is None]
    for code in missing:
        page = model(
            title=_for_kind(model.village_titles[code], kind),
            # A page that somebody has written may have the address already.
            slug=find_available_slug(parents[code], _for_kind(model.village_slugs[code], kind)),
            locale=locale(code),
            translation_key=key,
            show_in_menus=True,
            live=not model.waits_for_content,
        )
        _put(page, parents[code])
    return len(missing)


def _put(page: BasePage, parent: Page) -> None:
    """Put it before the first page that belongs after it: on a site that exists, the menu gets it too."""
    order = _order(type(page), parent.specific_class)
    for sibling in Page.objects.child_of(parent).order_by("path"):
        other = sibling.specific_class
        if other.created_with_village and _order(other, parent.specific_class) > order:
            sibling.add_sibling("left", instance=page)
            return
    parent.add_child(instance=page)


def _for_kind(text: str | dict[str, str], kind: str) -> str:
    """Choose between the words for a desa and a kelurahan, where they differ."""
    return text if isinstance(text, str) else text[kind]
