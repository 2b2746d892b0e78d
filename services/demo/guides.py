"""One guide for each event in life, published by DPMD for all villages."""

from django.db import transaction

from services.models import GuidePage, ServiceIndexPage

from . import samples, templates


def seed(report) -> None:
    lists = samples.lists_of_publisher(ServiceIndexPage)
    if not lists or GuidePage.objects.child_of(lists["id"]).exists():
        return
    guides = samples.read()["guides"]
    with transaction.atomic():
        for guide in guides:
            samples.add_versions(
                GuidePage, lists, lambda language, guide=guide: values_of(guide, language, lists)
            )
    report(f"{len(guides)} guides")


def values_of(sample: dict, language: str, lists: dict) -> dict:
    return {
        **{name: sample[name][language] for name in ("title", "slug", "summary")},
        "audience": "all",
        "life_event": sample["life_event"],
        "steps": [("step", step_of(step, language, lists)) for step in sample["steps"]],
    }


def step_of(sample: dict, language: str, lists: dict) -> dict:
    """A step that leads to a service names its version in the language of the guide."""
    service = templates.by_slug(sample["service"]) if sample["service"] else None
    if service and language != "id":
        service = service.get_translation(lists[language].locale)
    title, text = sample["title"][language], sample["text"][language]
    return {"title": title, "text": text, "service": service}
