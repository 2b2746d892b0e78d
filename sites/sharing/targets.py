"""Keeps the list of villages' keys that each published page of an office is for."""

from collections.abc import Iterable, Iterator

from django.apps import apps
from django.conf import settings
from wagtail.models import Page

from sites.identity import portal_site

from .audience import keys_of_audience


def keep_targets(page) -> None:
    """Let the targets of a page and its translations be what the Indonesian version has published.

    Where that is not live, or does not stand on the portal, there are none: withdrawing it
    withdraws all of them. Costs the same whatever the number of villages.
    """
    versions = type(page).objects.filter(translation_key=page.translation_key).select_related("locale")
    versions = {version.pk: version for version in versions}
    targets = apps.get_model("sites", "ShareTarget").objects
    rows = targets.filter(page__in=versions)
    present = {(row.page_id, row.key, row.is_alert, row.ends_at): row.pk for row in rows}
    wanted = dict.fromkeys(_wanted(versions.values()))
    if stale := [pk for target, pk in present.items() if target not in wanted]:
        targets.filter(pk__in=stale).delete()
    targets.bulk_create(
        targets.model(page_id=page_id, key=key, is_alert=is_alert, ends_at=ends_at)
        for page_id, key, is_alert, ends_at in wanted
        if (page_id, key, is_alert, ends_at) not in present
    )


def _wanted(versions: Iterable) -> Iterator[tuple]:
    shared = [version for version in versions if version.live and is_on_portal(version)]
    source = next((v for v in shared if v.locale.language_code == settings.LANGUAGE_CODE), None)
    if source:
        for key in keys_of_audience(source.audience, source.audience_districts, source.audience_villages):
            yield from ((version.pk, key, source.is_alert, source.expire_at) for version in shared)


def is_on_portal(page: Page) -> bool:
    """Whether a page stands below the portal: of the regency itself or of one of its offices."""
    return page.path.startswith(portal_site().root_page.path[: 2 * Page.steplen])


def forget_choices(page) -> None:
    """Drop what villages chose about a page that is deleted, if no other version of it is left."""
    versions = {"translation_key": page.translation_key}
    if not Page.objects.filter(**versions).exclude(pk=page.pk).exists():
        apps.get_model("sites", "VillageSharing").objects.filter(**versions).delete()
