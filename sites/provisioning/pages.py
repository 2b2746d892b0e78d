"""The pages every site has: a container, a home per language, and the pages that apps declare."""

from uuid import uuid4

from django.apps import apps
from django.conf import settings
from django.utils.text import slugify
from wagtail.coreutils import find_available_slug
from wagtail.models import Locale, Page, Site

from sites.models import BasePage, VillageContainerPage, VillageHomePage


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


def declared_pages() -> list[type[BasePage]]:
    """Every page type of any app that wants to stand below each home it may stand below, in its order."""
    found = [model for model in apps.get_models() if issubclass(model, BasePage)]
    return sorted((m for m in found if m.created_with_village), key=lambda m: (m.village_order, m.__name__))


def add_missing_pages(site: Site) -> int:
    """Give each home of a site the pages that apps declare; return how many were added."""
    added = 0
    homes = {home.locale.language_code: home for home in site.root_page.get_translations(inclusive=True)}
    home_type = site.root_page.specific_class
    kind = getattr(getattr(site, "village", None), "kind", "")
    for model in declared_pages():
        if home_type in model.allowed_parent_page_models():
            added += _add_page(model, homes, kind)
    return added


def _add_page(model: type[BasePage], homes: dict[str, Page], kind: str) -> int:
    """Add a page to the homes that lack it, as translations of the one another home may have."""
    existing = {code: model.objects.child_of(home).first() for code, home in homes.items()}
    key = next((page.translation_key for page in existing.values() if page), uuid4())
    missing = [code for code in homes if existing[code] is None]
    for code in missing:
        page = model(
            title=_for_kind(model.village_titles[code], kind),
            # A page of the village's own may have the address already.
            slug=find_available_slug(homes[code], _for_kind(model.village_slugs[code], kind)),
            locale=locale(code),
            translation_key=key,
            show_in_menus=True,
            live=not model.waits_for_content,
        )
        homes[code].add_child(instance=page)
    return len(missing)


def _for_kind(text: str | dict[str, str], kind: str) -> str:
    """Choose between the words for a desa and a kelurahan, where they differ."""
    return text if isinstance(text, str) else text[kind]
