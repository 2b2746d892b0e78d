"""What Kemiren has taken over: its own pages of some services, for which people may ask from afar."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from services.editing.taking_over import take_over
from services.models import ServiceIndexPage, ServicePage, ServiceState
from sites.models import User, Village

from . import samples, templates
from .samples import told

# What the village says of its own: once for all languages, and in each of them.
OF_VILLAGE = ("asking", "working_days", "takes_attachments")
TOLD_BY_VILLAGE = ("counter", "fee_note")


def seed(report) -> None:
    village = samples.village()
    if village is None or not samples.lists_of_publisher(ServiceIndexPage):
        return
    lists = samples.lists_of_village(ServiceIndexPage, village)
    admin = samples.clerk_of(village)
    if admin is None or ServicePage.objects.child_of(lists["id"]).exists():
        return
    own = samples.read()["taken_over"]
    with transaction.atomic():
        for sample in own:
            add(sample, village, admin)
    report(f"{len(own)} services of {village}")


def by_slug(slug: str, village: Village) -> ServicePage | None:
    """The village's own Indonesian page of a service."""
    return ServicePage.objects.in_village(village.site).in_language("id").filter(slug=slug).first()


def add(sample: dict, village: Village, admin: User) -> None:
    """Take over as the village's admin would, then say what is different there."""
    source = take_over(templates.by_slug(sample["service"]), village, admin)
    for version in source.get_translations(inclusive=True).select_related("locale"):
        adjust(version, sample)
        version.save_revision(user=admin, clean=False).publish(user=admin)
    if state := sample.get("state"):
        ServiceState.objects.create(
            service=source,
            status=state["status"],
            reason=state["reason"]["id"],
            reason_en=state["reason"]["en"],
            until=timezone.localdate() + timedelta(days=state["days"]),
        )


def adjust(version: ServicePage, sample: dict) -> None:
    language = version.locale.language_code
    # One that DPMD has changed since: the village still says what stood there before.
    before = {name: told(words, language) for name, words in sample.get("seen_before", {}).items()}
    own = {name: told(sample[name], language) for name in TOLD_BY_VILLAGE if name in sample}
    if version.is_source:
        days = sample.get("checked_days_ago", templates.CHECKED_DAYS_AGO)
        own["checked_on"] = timezone.localdate() - timedelta(days=days)
        own |= {name: sample[name] for name in OF_VILLAGE if name in sample}
    for name, value in (before | own).items():
        setattr(version, name, value)
    version.template_values = version.template_values | before
