"""What Kemiren has taken over: its own pages of some services, for which people may ask from afar."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from wagtail.fields import StreamField

from services.models import ServiceIndexPage, ServicePage, ServiceState
from sites.models import Village

from . import samples, templates
from .samples import told

# What a village takes over of a template, and what only its Indonesian version decides.
TAKEN = (
    *("title", "slug", "summary", "who", "papers", "steps", "duration", "issuer", "fee_note"),
    *("continued_at", "continued_with", "legal_basis", "note", "questions"),
)
TAKEN_ONCE = ("category", "life_events", "fee_rupiah")
OF_VILLAGE = ("asking", "working_days", "takes_attachments")
TOLD_BY_VILLAGE = ("counter", "fee_note")


def seed(report) -> None:
    village = samples.village()
    if village is None or not samples.lists_of_publisher(ServiceIndexPage):
        return
    lists = samples.lists_of_village(ServiceIndexPage, village)
    if ServicePage.objects.child_of(lists["id"]).exists():
        return
    own = samples.read()["taken_over"]
    with transaction.atomic():
        for sample in own:
            add(sample, templates.by_slug(sample["service"]), lists)
    report(f"{len(own)} services of {village}")


def by_slug(slug: str, village: Village) -> ServicePage | None:
    """The village's own Indonesian page of a service."""
    return ServicePage.objects.in_village(village.site).in_language("id").filter(slug=slug).first()


def add(sample: dict, template: ServicePage, lists: dict) -> None:
    def values_in(language: str) -> dict:
        version = template if language == "id" else template.get_translation(lists[language].locale)
        return values_of(sample, version, language)

    versions = samples.add_versions(ServicePage, lists, values_in)
    if state := sample.get("state"):
        ServiceState.objects.create(
            service=versions["id"],
            status=state["status"],
            reason=state["reason"]["id"],
            reason_en=state["reason"]["en"],
            until=timezone.localdate() + timedelta(days=state["days"]),
        )


def values_of(sample: dict, version: ServicePage, language: str) -> dict:
    names = (*TAKEN, *TAKEN_ONCE) if language == "id" else TAKEN
    checked = timezone.localdate() - timedelta(
        days=sample.get("checked_days_ago", templates.CHECKED_DAYS_AGO)
    )
    taken = {name: getattr(version, name) for name in names}
    seen = {name: value_of(version, name) for name in names if name != "slug"}
    # One that DPMD has changed since: the village still says what stood there before.
    before = {name: told(words, language) for name, words in sample.get("seen_before", {}).items()}
    own = {name: sample[name] for name in OF_VILLAGE if name in sample}
    own |= {name: told(sample[name], language) for name in TOLD_BY_VILLAGE if name in sample}
    own |= {"checked_on": checked, "template_key": version.translation_key, "template_values": seen | before}
    return taken | before | own


def value_of(page: ServicePage, name: str):
    """The value as JSON keeps it, without keys of blocks and without what is empty in them."""
    value = getattr(page, name)
    if isinstance(page._meta.get_field(name), StreamField):
        return [_filled(block["value"]) for block in value.get_prep_value()]
    return value


def _filled(block: dict) -> dict:
    return {name: value for name, value in block.items() if value not in ("", None)}
