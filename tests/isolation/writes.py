"""Requests that would change something of another village: sent by its own people they do just that.

Each function returns probes for one subject. A superuser sends the same, and they must
work for them: a probe that nobody could use proves nothing.
"""

from collections.abc import Callable, Iterator
from uuid import uuid4

from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Locale
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from marketplace_pages.models import ShowcasePage
from services.models import CannedAnswer, DutyShift, RequestLetter, ServiceRequest

from .business_writes import business_writes
from .service_writes import service_writes
from .walk import SCRIPT, Probe
from .world import Part

IMPORTED = '{"title": "Titipan", "lessons": [{"title": "Satu", "body": "Isi."}]}'
PRODUCTS = "usaha,nama,kategori\nTitipan,Titipan,Titipan\n"
API = "/admin/api/main/pages"


def announcement_form(**values) -> dict:
    """An announcement as its editor sends it."""
    data = {
        "title": "Kiriman",
        "slug": "kiriman",
        "summary": "",
        "category": "event",
        "severity": "info",
        "expires_at": "",
        "tags": "",
        "search_description": "",
        "body": streamfield([("paragraph", rich_text("<p>Isi kiriman.</p>"))]),
        "attachments": inline_formset([]),
        **values,
    }
    return nested_form_data(data)


def standard_form(**values) -> dict:
    data = {"title": "Kiriman", "slug": "kiriman", "summary": "", "search_description": ""}
    body = streamfield([("paragraph", rich_text("<p>Isi kiriman.</p>"))])
    return nested_form_data({**data, "body": body, **values})


def add_below(parent, kind: str = "standardpage", app: str = "sites") -> str:
    return reverse("wagtailadmin_pages:add", args=[app, kind, parent.pk])


def _post(name: str, args: list, data: dict | None = None, query: str = "") -> Probe:
    return Probe(name, reverse(name, args=args) + query, "post", data or {})


def page_writes(other: Part, own: Part) -> Iterator[Probe]:
    """Writing, publishing, moving and deleting pages of another."""
    live, draft, home = other.pages["live"], other.pages["draft"], other.pages["home"]
    publish = {"action-publish": "1"}
    name = "wagtailadmin_pages:edit"
    yield _post(name, [draft.pk], {**announcement_form(), **publish})
    yield _post(name, [draft.pk], announcement_form(title="Diam-diam"))
    yield Probe("wagtailadmin_pages:add", add_below(home), "post", {**standard_form(), **publish})
    yield _post("wagtailadmin_pages:delete", [live.pk])
    yield _post("wagtailadmin_pages:unpublish", [live.pk])
    yield _post("wagtailadmin_pages:lock", [live.pk])
    yield _post("wagtailadmin_pages:unlock", [other.pages["locked"].pk])
    closed = {"restriction_type": "password", "password": "rahasia"}
    yield _post("wagtailadmin_pages:set_privacy", [live.pk], closed)
    yield _post("wagtailadmin_pages:set_page_position", [draft.pk], query="?position=0")
    yield _post("wagtailadmin_pages:convert_alias", [other.pages["alias"].pk])
    scheduled = other.pages["scheduled"]
    yield _post("wagtailadmin_pages:revisions_unschedule", [scheduled.pk, scheduled.scheduled_revision.pk])
    yield _post("wagtailadmin_pages:preview_on_edit", [draft.pk], announcement_form())
    english = Locale.objects.get(language_code="en")
    name = "simple_translation:submit_page_translation"
    yield _post(name, [other.pages["changed"].pk], {"locales": [english.pk]})


def passage_writes(other: Part, own: Part) -> Iterator[Probe]:
    """Carrying pages from one to the other, both ways."""
    theirs, mine = other.pages["standard"], own.pages["spare" if "spare" in own.pages else "draft"]
    their_home, my_home = other.pages["home"], own.pages["home"]
    mine = own.pages.get("standard", mine)
    yield _post("wagtailadmin_pages:move_confirm", [mine.pk, their_home.pk])
    yield _post("wagtailadmin_pages:move_confirm", [theirs.pk, my_home.pk])
    copy = {"new_title": "Salinan", "new_slug": "salinan"}
    for source, target in ((mine, their_home), (theirs, my_home)):
        yield _post("wagtailadmin_pages:copy", [source.pk], {**copy, "new_parent_page": target.pk})
        alias = {**copy, "new_parent_page": target.pk, "alias": "on"}
        yield _post("wagtailadmin_pages:copy", [source.pk], alias)
        data = {"destination_page_id": target.pk, "recursive": False, "slug": "lewat-api"}
        yield Probe("wagtailadmin_api:pages:action", f"{API}/{source.pk}/action/copy/", "post", data)
        data = {"destination_page_id": target.pk, "update_slug": "alias-api", "recursive": False}
        yield Probe("wagtailadmin_api:pages:action", f"{API}/{source.pk}/action/create_alias/", "post", data)
        data = {"destination_page_id": target.pk, "position": "last-child"}
        yield Probe("wagtailadmin_api:pages:action", f"{API}/{source.pk}/action/move/", "post", data)
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])
    for source, target in ((mine, their_home), (theirs, my_home)):
        yield Probe("wagtail_bulk_action", f"{bulk}?id={source.pk}", "post", {"chooser": target.pk})


def workflow_writes(other: Part, own: Part) -> Iterator[Probe]:
    """Deciding over texts of another that wait to be checked."""
    page, task = other.pages["moderated"], other.has.task_state
    for action in ("approve", "reject"):
        args = [page.pk, action, task.pk]
        yield _post("wagtailadmin_pages:workflow_action", args, {"comment": "Tidak"})
    form = {**announcement_form(), "action-cancel-workflow": "1"}
    yield _post("wagtailadmin_pages:edit", [page.pk], form)
    changed = other.pages["changed"]
    yield _post("wagtailadmin_pages:edit", [changed.pk], {**announcement_form(), "action-submit": "1"})


def comment_writes(other: Part, own: Part) -> Iterator[Probe]:
    """Taking part in talks about a page of another."""
    page = other.pages["discussed"]
    comment = {"text": "Ikut bicara", "contentpath": "title", "position": "", "id": "", "resolved": ""}
    comment |= {"replies": inline_formset([])}
    form = announcement_form(comments=inline_formset([comment]))
    yield _post("wagtailadmin_pages:edit", [page.pk], form)


def bulk_writes(other: Part, own: Part) -> Iterator[Probe]:
    """Actions on many objects at once, all of another's or some of them."""
    pages = {"publish": "draft", "unpublish": "live", "delete": "spare"}
    for action, state in pages.items():
        url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
        yield Probe("wagtail_bulk_action", f"{url}?id={other.pages[state].pk}", "post", {})
        mixed = f"{url}?id={own.pages['draft'].pk}&id={other.pages[state].pk}"
        yield Probe("wagtail_bulk_action", mixed, "post", {})
    for kind in ("image", "document"):
        keys = f"id={getattr(other.has, kind).pk}"
        tags = {"delete": {}, "add_tags": {"tags": "titipan"}}
        tags["add_to_collection"] = {"collection": own.has.collection.pk}
        for action, data in tags.items():
            url = reverse("wagtail_bulk_action", args=["sites", f"village{kind}", action])
            yield Probe("wagtail_bulk_action", f"{url}?{keys}", "post", data)
        url = reverse("wagtail_bulk_action", args=["sites", f"village{kind}", "add_to_collection"])
        data = {"collection": other.has.collection.pk}
        yield Probe("wagtail_bulk_action", f"{url}?id={getattr(own.has, kind).pk}", "post", data)


def media_writes(other: Part, own: Part) -> Iterator[Probe]:
    """Pictures and documents of another, and own ones carried into another's collection."""
    collection = other.has.collection.pk
    changed = {"title": "Diganti", "description": "Diganti", "collection": collection, "tags": ""}
    for kind, app, prefix in (("image", "wagtailimages", "image"), ("document", "wagtaildocs", "doc")):
        theirs, mine = getattr(other.has, kind), getattr(own.has, kind)
        for medium in (theirs, mine):
            yield _post(f"{app}:edit", [medium.pk], changed)
            fields = {f"{prefix}-{medium.pk}-{name}": value for name, value in changed.items()}
            yield _script(f"{app}:edit_multiple", [medium.pk], fields)
        yield _post(f"{app}:delete", [theirs.pk])
        yield _script(f"{app}:delete_multiple", [theirs.pk])


def upload_writes(other: Part, own: Part) -> Iterator[Probe]:
    """Uploads into a collection of another, and uploads that they have laid aside."""
    collection = other.has.collection.pk
    for kind, app in (("image", "wagtailimages"), ("document", "wagtaildocs")):
        data = {"title": "Titipan", "description": "Titipan", "collection": collection, "tags": ""}
        yield _post(f"{app}:add", [], {**data, "file": _file(kind)})
        yield _script(f"{app}:add_multiple", [], {"collection": collection, "files[]": _file(kind)})
        chosen = {f"{kind}-chooser-upload-{name}": value for name, value in data.items()}
        chosen[f"{kind}-chooser-upload-file"] = _file(kind)
        yield _script(f"{app}_chooser:create", [], chosen)
        laid_aside = getattr(other.has, f"uploaded_{kind}").pk
        fields = {f"uploaded-{kind}-{laid_aside}-{name}": value for name, value in data.items()}
        yield _script(f"{app}:create_multiple_from_uploaded_{kind}", [laid_aside], fields)
        yield _script(f"{app}:delete_upload_multiple", [laid_aside])


def reference_writes(other: Part, own: Part) -> Iterator[Probe]:
    """Own pages and settings that point at pages, pictures and documents of another."""
    has, page = other.has, other.pages["draft"]
    link = f'<p><a linktype="page" id="{page.pk}">lihat</a></p>'
    file_link = f'<p><a linktype="document" id="{has.document.pk}">unduh</a></p>'
    bodies = (
        [("image", {"image": has.image.pk, "caption": "", "credit": ""})],
        [("paragraph", rich_text(link))],
        [("paragraph", rich_text(file_link))],
    )
    url = add_below(own.pages["home"])
    for body in bodies:
        yield Probe("wagtailadmin_pages:add", url, "post", standard_form(body=streamfield(body)))
    yield Probe("wagtailadmin_pages:add", url, "post", standard_form(listing_image=has.image.pk))


def village_writes(other: Part, own: Part) -> Iterator[Probe]:
    """What only villages have: attachments, a logo, settings, the texts of the own home."""
    own_list = add_below(own.pages["list"], "announcementpage")
    row = {"document": other.has.document.pk, "title": "", "id": "", "ORDER": "1", "DELETE": ""}
    yield Probe(
        "wagtailadmin_pages:add", own_list, "post", announcement_form(attachments=inline_formset([row]))
    )
    for part, logo in ((other, ""), (own, other.has.image.pk)):
        args = ["sites", "sitesettings", part.site.pk]
        yield _post("wagtailsettings:edit", args, settings_form(logo=logo))


def settings_form(**values) -> dict:
    """Settings of a site as their editor sends them."""
    data = dict.fromkeys(("address", "directions", "directions_en", "phone", "whatsapp", "email"), "")
    data |= {"address": "Alamat kiriman", "accent": "kopi", "logo": "", "crest": ""}
    data |= {"opening_hours": streamfield([]), "opening_exceptions": streamfield([])}
    return nested_form_data({**data, **values})


def regency_writes(other: Part, own: Part) -> Iterator[Probe]:
    """What no village may do at all: people, groups, hosts, collections, workflows, villages."""
    village, person = other.village, other.has.admin
    account = {"email": person.email, "first_name": "Diganti", "last_name": "", "is_active": "on"}
    yield _post("wagtailusers_users:edit", [person.pk], {**account, "groups": village.admin_group.pk})
    yield _post("wagtailusers_users:delete", [person.pk])
    yield _post("wagtailusers_groups:delete", [other.has.group.pk])
    yield _post(
        "wagtailadmin_collections:edit",
        [other.has.empty_collection.pk],
        {"name": "Diganti", "parent": other.has.collection.pk},
    )
    yield _post("wagtailadmin_collections:delete", [other.has.empty_collection.pk])
    closed = {"restriction_type": "none"}
    yield _post("wagtailadmin_collections:set_privacy", [other.has.closed_collection.pk], closed)
    yield _post("wagtailadmin_workflows:disable", [village.workflow.pk])
    yield _post("wagtailadmin_workflows:disable_task", [other.has.task_state.task_id])
    yield _post("wagtailadmin_workflows:remove", [village.container.pk])
    yield _post("wagtailredirects:delete", [other.has.redirect.pk])
    redirect = {"old_path": "/baru", "site": other.site.pk, "redirect_link": "https://contoh.example/"}
    yield _post("wagtailredirects:add", [], redirect)
    yield _post("wagtailredirects:edit", [other.has.redirect.pk], redirect)
    yield _post("villages:close", [village.pk])
    yield _post("villages:edit", [village.pk], {"hostname": "dicuri.localhost"})


def team_writes(other: Part, own: Part) -> Iterator[Probe]:
    """The team of another, and its redirects."""
    village, member = other.village.pk, other.has.contributor.pk
    invitation = {"email": "penyusup@contoh.example", "role": "admin"}
    yield _post("village_team:invite", [village], invitation)
    yield _post("village_team:member", [village, member], {"role": "admin"})
    yield _post("village_team:take_out", [village, member])
    yield _post("village_team:take_back", [village, other.has.former.pk])
    redirect = {"old_path": "/baru", "site": other.site.pk, "redirect_link": "https://contoh.example/"}
    yield _post("site_redirects:add", [], redirect)
    yield _post("site_redirects:edit", [other.has.redirect.pk], redirect)
    yield _post("site_redirects:delete", [other.has.redirect.pk])
    if own.village:
        yield _post("site_redirects:edit", [own.has.redirect.pk], redirect)


def newsletter_writes(other: Part, own: Part) -> Iterator[Probe]:
    """Erasing a reader of another, which nobody else may even know."""
    yield _post("newsletter_subscribers:delete", [other.has.subscription.pk])


def sharing_writes(other: Part, own: Part) -> Iterator[Probe]:
    """What another village chose about the page of an office."""
    offered = other.has.offered.pk
    yield _post("from_offices:choose", [offered], {"is_hidden": "on", "note": "Titipan"})
    yield _post("from_offices:choose", [offered], {"is_hidden": "on", "village": other.village.pk})
    yield _post("from_offices:choose", [offered])


def desk_writes(other: Part, own: Part) -> Iterator[Probe]:
    """What only the staff of a class decide about it and about the people in it."""
    has, page = other.has, other.has.class_page.pk
    for name in ("move_up", "take_out", "erase"):
        yield _post(f"class_desk:{name}", [page, has.waiting.pk])
    person = {"name": "Penyusup", "age_group": "adult", "whatsapp": "081234567890", "language": "id"}
    yield _post("class_desk:by_hand", [page], {**person, "agreed": "on", "form_key": str(uuid4())})
    message = {"recipients": "seated", "text": "Titipan", "form_key": str(uuid4())}
    yield _post("class_desk:message", [page], message)
    yield _post("class_desk:told", [page, has.notice.pk])
    reason = {"reason": "Diam-diam", "reason_en": ""}
    yield _post("class_desk:cancel_session", [page, has.coming_session.pk], reason)
    moved = {**reason, "day": "2199-01-01", "starts": "09:00", "ends": "10:00"}
    yield _post("class_desk:move_session", [page, has.coming_session.pk], moved)
    yield _post("class_desk:restore_session", [page, has.cancelled_session.pk])
    ticks = {"listed": [has.registration.pk], "there": []}
    yield _post("class_desk:attendance", [page, has.past_session.pk], ticks)


def request_writes(other: Part, own: Part) -> Iterator[Probe]:
    """What only the office of a village does with what people ask of it, and who of it sees that."""
    for key in other.keys(ServiceRequest):
        step = {"act": "done", "seen": "received", "text": "Titipan", "form_key": str(uuid4())}
        yield _post("request_desk:request", [key], step)
        yield _post("request_desk:note", [key], {"note-text": "Titipan", "note-form_key": str(uuid4())})
        yield _post("request_desk:assign", [key], {"assignee": other.has.admin.pk})
        for name in ("take_back", "erase"):
            yield _post(f"request_desk:{name}", [key])
    # Only its sender lets everybody read it, and only they gave no address to write to.
    complaint = other.has.complaint.pk
    yield _post("request_desk:told", [complaint], {"letter": other.keys(RequestLetter)})
    yield _post("request_desk:publish", [complaint], {"public_text": "Titipan"})
    village, shift = other.village.pk, {"day": "monday", "shown_as": "Titipan", "shown_as_en": ""}
    answer = {"title": "Titipan", "text": "Titipan", "text_en": ""}
    yield _post("request_desk:add_shift", [village], {**shift, "user": other.has.contributor.pk})
    yield _post("request_desk:add_answer", [village], answer)
    for key in other.keys(DutyShift):
        yield _post("request_desk:shift", [village, key], shift)
        yield _post("request_desk:delete_shift", [village, key])
    for key in other.keys(CannedAnswer):
        yield _post("request_desk:answer", [village, key], answer)
        yield _post("request_desk:delete_answer", [village, key])


def course_writes(other: Part, own: Part) -> Iterator[Probe]:
    """What only those who look after a course do with it, and a course that would stand in another's list."""
    has, course = other.has, other.has.course
    yield _post("course_desk:revoke", [course.pk, has.certificate.pk], {"reason": "Diam-diam"})
    yield _post("course_desk:restore", [course.pk, has.revoked.pk])
    yield _post("course_desk:erase_name", [course.pk, has.certificate.pk])
    file = ContentFile(IMPORTED.encode(), "titipan.json")
    theirs = course.get_parent().pk
    yield _post("course_desk:import", [], {"file": file, "list": theirs})


def market_tool_writes(other: Part, own: Part) -> Iterator[Probe]:
    """A table of products for the showcase of another, and what another says of itself."""
    theirs = ShowcasePage.objects.in_language("id").get(path__startswith=other.village.container_path)
    table = ContentFile(PRODUCTS.encode(), "titipan.csv")
    yield _post("market_desk:import", [], {"file": table, "showcase": theirs.pk})
    answers = {"toilet-is_met": "on", "toilet-note": "Titipan"}
    yield _post("market_desk:readiness", [], answers, query=f"?pasar={theirs.pk}")


def editor_writes(other: Part, own: Part) -> Iterator[Probe]:
    """What the editor and its API send by themselves, without a form."""
    draft = other.pages["draft"]
    args = ["sites", draft._meta.model_name, draft.pk, 999_999]
    yield _post("wagtailadmin_editing_sessions:ping", args, {"is_editing": "1"})
    actions = {
        "publish": (draft, {}),
        "unpublish": (other.pages["live"], {}),
        "delete": (other.pages["spare"], {}),
        "convert_alias": (other.pages["alias"], {}),
        "copy_for_translation": (other.pages["changed"], {"locale": "en"}),
        "revert_to_page_revision": (draft, {"revision_id": draft.revisions.earliest("created_at").pk}),
    }
    for action, (page, data) in actions.items():
        yield Probe("wagtailadmin_api:pages:action", f"{API}/{page.pk}/action/{action}/", "post", data)


def _script(name: str, args: list, data: dict | None = None) -> Probe:
    return Probe(name, reverse(name, args=args), "post", data or {}, SCRIPT)


def _file(kind: str):
    if kind == "image":
        return ContentFile(get_test_image_file("titipan.png").file.getvalue(), "titipan.png")
    return ContentFile(b"isi,titipan\n", "titipan.csv")


WRITES: list[Callable[[Part, Part], Iterator[Probe]]] = [
    page_writes,
    passage_writes,
    workflow_writes,
    comment_writes,
    bulk_writes,
    media_writes,
    upload_writes,
    reference_writes,
    village_writes,
    regency_writes,
    team_writes,
    newsletter_writes,
    sharing_writes,
    desk_writes,
    request_writes,
    course_writes,
    business_writes,
    market_tool_writes,
    service_writes,
    editor_writes,
]
# Those that need a site of one's own.
OF_VILLAGES = [village_writes]


def writes_against(other: Part, own: Part) -> Iterator[Probe]:
    """All of them, as somebody of `own` would send them."""
    for write in WRITES:
        if own.village or write not in OF_VILLAGES:
            yield from write(other, own)
