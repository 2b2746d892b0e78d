"""Keeps the list of villages' keys that each published page of an office is for."""

from collections.abc import Iterable, Iterator

from django.apps import apps
from django.conf import settings
from django.db import transaction
from wagtail.models import Page

from sites.identity import portal_site
from sites.page_cache.changes import changed
from sites.querysets import all_pages

from .audience import keys_of_audience


@transaction.atomic
def keep_targets(page) -> None:
    """Let a page and its translations be for whom the Indonesian version has published, and as long.

    Where that is not live and open to everybody, or does not stand on the portal, villages show none of
    them. Costs the same whatever the number of villages; of two at a time, one waits for the other.
    """
    versions = {version.pk: version for version in locked_versions(page)}
    shared = [version for version in versions.values() if version.live and is_on_portal(version)]
    source = next((v for v in shared if v.locale.language_code == settings.LANGUAGE_CODE), None)
    if source:
        follow(source, versions.values(), ("expire_at", *source.decided_by_source))
    wanted = list(_wanted(source, shared)) if source and is_public(source) else []
    targets = apps.get_model("sites", "ShareTarget").objects
    rows = targets.filter(page__in=versions)
    present = {(row.page_id, row.key, row.is_alert, row.ends_at): row.pk for row in rows}
    if stale := [pk for target, pk in present.items() if target not in wanted]:
        targets.filter(pk__in=stale).delete()
    targets.bulk_create(
        targets.model(page_id=page_id, key=key, is_alert=is_alert, ends_at=ends_at)
        for page_id, key, is_alert, ends_at in wanted
        if (page_id, key, is_alert, ends_at) not in present
    )
    changed(page)


def locked_versions(page) -> list:
    """All versions of a page as they are stored, locked until the transaction ends."""
    keys = Page.objects.select_for_update().filter(translation_key=page.translation_key).order_by("pk")
    versions = type(page).objects.filter(pk__in=list(keys.values_list("pk", flat=True)))
    return list(versions.select_related("locale", "office"))


def withdraw_translations(page) -> None:
    """Withdraw the other versions with the Indonesian one, on the portal, too: nothing of it stays."""
    if page.locale.language_code == settings.LANGUAGE_CODE and is_on_portal(page):
        for version in page.get_translations().live():
            version.unpublish()


def follow(source, versions: Iterable, names: Iterable[str]) -> None:
    """Write what the Indonesian version decides into the others, where they differ."""
    values = {name: getattr(source, name) for name in names}
    differing = [v.pk for v in versions if any(getattr(v, name) != value for name, value in values.items())]
    if differing:
        type(source).objects.filter(pk__in=differing).update(**values)


def _wanted(source, shared: list) -> Iterator[tuple]:
    for key in keys_of_audience(source.audience, source.audience_districts, source.audience_villages):
        yield from ((version.pk, key, source.is_alert, source.expire_at) for version in shared)


def is_public(page: Page) -> bool:
    """Whether nothing keeps readers from a page: no password on it or above it."""
    return all_pages().filter(pk=page.pk).public().exists()


def is_on_portal(page: Page) -> bool:
    """Whether a page stands below the portal: of the regency itself or of one of its offices."""
    return page.path.startswith(portal_site().root_page.path[: 2 * Page.steplen])


def forget_choices(page) -> None:
    """Drop what villages chose about a page that is deleted, if no other version of it is left."""
    versions = {"translation_key": page.translation_key}
    # Its rows in the table of all pages are still there while this is asked.
    if not type(page).objects.filter(**versions).exists():
        apps.get_model("sites", "VillageSharing").objects.filter(**versions).delete()
