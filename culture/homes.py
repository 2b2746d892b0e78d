"""Where art forms are at home: the same for all versions of one, and known to a list in one query."""

from collections import defaultdict
from collections.abc import Iterable


def follow_source(page) -> None:
    """Let the other versions of an art form be at home where the Indonesian one is."""
    source = type(page).objects.sources_of(page).first()
    if source is None:
        return
    through = type(page).villages.through.objects
    versions = type(page).objects.filter(translation_key=page.translation_key).exclude(pk=source.pk)
    wanted = set(through.filter(artformpage=source).values_list("village", flat=True))
    present = set(through.filter(artformpage__in=versions).values_list("artformpage", "village"))
    through.filter(artformpage__in=versions).exclude(village__in=wanted).delete()
    through.bulk_create(
        through.model(artformpage_id=version, village_id=village)
        for version in versions.values_list("pk", flat=True)
        for village in sorted(wanted)
        if (version, village) not in present
    )


def name_homes(pages: Iterable) -> None:
    """Give each art form the villages where it is at home, as `homes`. One query."""
    pages = list(pages)
    if not pages:
        return
    through = type(pages[0]).villages.through.objects
    rows = through.filter(artformpage__in=[page.pk for page in pages]).select_related("village")
    found = defaultdict(list)
    for row in rows.order_by("village__name", "village__district"):
        found[row.artformpage_id].append(row.village)
    for page in pages:
        page.homes = found[page.pk]
