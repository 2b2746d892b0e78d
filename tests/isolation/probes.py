"""What is asked of every address: with other keys in it, with query strings, by each method."""

from collections.abc import Iterator
from urllib.parse import urlencode

from django.urls import reverse

from .addresses import BULK, Address, fillings
from .forms import post_forms, without_mark
from .walk import AWAY, SCRIPT, Probe, Walker
from .world import COMMON_TAG, WORD, Part

# No view of the admin answers these.
OTHER_METHODS = ("put", "patch", "delete")
# How many sets of keys and query strings do where it is enough to try some; the most telling come first.
SOME, MORE = 3, 7
NEVER = {"wagtailadmin_error_test"}  # answers with a failure, on purpose


def walk_over(walk: Walker, address: Address, part: Part, thorough: bool = True) -> None:
    """Ask one address for what belongs to `part`, in all ways or, where not `thorough`, in some."""
    if address.name in NEVER:
        return
    filled = [address.filled(values) for values in fillings(address, part, walk.person.own[0])]
    urls = [url for url in filled if url]
    urls = urls if thorough else urls[:SOME]
    away = urlencode({"next": AWAY})
    for number, url in enumerate(urls):
        answer = walk.ask(Probe(address.name, f"{url}?{away}"))
        walk.ask(Probe(address.name, url, "post", {"next": AWAY}))
        if number == 0 and thorough:
            walk.ask(Probe(address.name, url, headers=SCRIPT))
            # They all lead to the same answer, but for the API, which has ideas of its own.
            for method in OTHER_METHODS if "_api:" in address.name else OTHER_METHODS[len(url) % 3 :][:1]:
                walk.ask(Probe(address.name, url, method))
    if urls and not address.parts:
        is_open = answer.status_code == 200
        for query in list(queries(part))[: (None if thorough else MORE) if is_open else SOME]:
            walk.ask(Probe(address.name, f"{urls[0]}?{query}"))
    if thorough and address.name == "wagtail_bulk_action":
        for probe in bulk_probes(part):
            walk.ask(probe)


def queries(part: Part) -> Iterator[str]:
    """Query strings that lists, searches, choosers, filters and exports listen to."""
    draft, image, has = part.pages["draft"], part.has.image, part.has
    person = getattr(has, "admin", None) or has.staff
    for values in (
        {"id": draft.pk, "page_type": "wagtailcore.page", "parent_page_id": part.pages["home"].pk},
        {"export": "csv", "child_of": part.pages["home"].pk, "fields": "*"},
        {"id": image.pk, "collection_id": image.collection_id},
        {"q": WORD},
        {"q": person.email.split("@")[0][:4], "order": "name"},
        {"p": "1", "ordering": "-latest_revision_created_at", "per_page": "100", "q": part.mark[:4]},
        {"id": has.document.pk, "collection_id": has.closed_collection.pk},
        {"descendant_of": part.pages["container"].pk if "container" in part.pages else draft.pk},
        {"child_of": part.pages["home"].pk, "for_explorer": "1"},
        {"tag": COMMON_TAG, "term": part.mark[:4]},
        {"owner": person.pk, "user": person.pk, "edited_by": person.pk, "user_id": person.pk},
        {
            "site": part.site.pk,
            "village": part.village.pk if part.village else 0,
            "workflow": 1,
            "status": "in_progress",
            "_w_filter_fragment": "1",
        },
        {"object_id": draft.pk, "html_path": "/", "lookup": "pk", "link_url": AWAY},
        {"export": "xlsx"},
    ):
        yield urlencode(values)


def bulk_probes(part: Part) -> Iterator[Probe]:
    """Each action on many objects at once: named one by one, and all below a page."""
    keys = {
        "page": [part.pages["draft"].pk, part.pages["live"].pk],
        "villageimage": [part.has.image.pk],
        "villagedocument": [part.has.document.pk],
        "user": [(getattr(part.has, "admin", None) or part.has.staff).pk],
    }
    apps = {"page": "wagtailcore"}
    for model, actions in BULK.items():
        for action in actions:
            url = reverse("wagtail_bulk_action", args=[apps.get(model, "sites"), model, action])
            named = urlencode({"id": keys[model], "next": AWAY}, doseq=True)
            below = urlencode({"id": "all", "childOf": part.pages["home"].pk, "next": AWAY})
            listed = urlencode({"id": "all", "collection_id": part.has.collection.pk, "q": WORD})
            for query in (named, below, listed) if model != "page" else (named, below):
                yield Probe("wagtail_bulk_action", f"{url}?{query}")
                yield Probe("wagtail_bulk_action", f"{url}?{query}", "post", {"tags": "x", "chooser": "1"})


def forms_at(address: Address, part: Part, walk: Walker) -> Iterator[Probe]:
    """Forms that `walk`'s person finds at an address, filled in as they are, but in other words."""
    for values in fillings(address, part)[:SOME]:
        url = address.filled(values)
        if url is None:
            continue
        response, _changes = walk.try_out(Probe(address.name, url))
        if response.status_code == 200:
            for form in post_forms(response, url):
                for data in form.submissions():
                    yield Probe(address.name, form.action, "post", without_mark(data, part.mark))
