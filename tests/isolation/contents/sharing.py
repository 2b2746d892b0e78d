"""What offices share with villages: for whom, what a village made of it, how often it was opened."""

from django.utils import timezone

from sites.models import PageViews, VillageSharing
from tests.factories import sites as factories


def add_offer(part) -> None:
    """A page of the regency for this village only. Everybody may know it; what was chosen is its own."""
    code = part.village.code
    part.has.offered = factories.make_shared(
        None, "Imbauan umum kabupaten", "villages", audience_villages=[code], slug=f"imbauan-{code[-4:]}"
    )
    part.has.choice = VillageSharing.objects.create(
        village=part.village,
        translation_key=part.has.offered.translation_key,
        is_pinned=True,
        note=f"{part.mark}-catatan",
        note_en=f"{part.mark}-catatan-inggris",
    )


def add_shared(part) -> None:
    """A page of the office for all villages, with views on the portal."""
    page = factories.make_shared(part.has.office, "Acara umum dinas", owner=part.has.staff)
    part.pages["shared"] = page
    PageViews.objects.create(page=page, site=part.site, day=timezone.localdate(), number=7_654_321)
