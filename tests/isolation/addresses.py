"""Every address below /admin/, and somebody's keys to fill into it.

A name of a part of an address (`page_id`, say) tells what its key names; where it
only says `pk`, the model of the view tells. What neither tells gets one key of each kind.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

from django.contrib.auth.models import Group
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, Page, Site, Task, Workflow

from marketplace_pages.models import ProductCategory
from sites.models import Office, User, Village, VillageDocument, VillageImage

from .rows import one_of_each
from .world import Part

PREFIX = "admin/"
# Pages of a part that stand for all of its pages.
STATES = ("draft", "moderated", "scheduled", "private", "live", "home", "shared", "class", "course")
STATES += ("business", "product")
FEW = 2

BULK = {
    "page": ["delete", "move", "publish", "unpublish"],
    "villageimage": ["add_tags", "add_to_collection", "delete"],
    "villagedocument": ["add_tags", "add_to_collection", "delete"],
    "user": ["assign_role", "delete", "set_active_state"],
}
API_ACTIONS = ["convert_alias", "copy", "copy_for_translation", "create_alias", "delete", "move", "publish"]
API_ACTIONS += ["revert_to_page_revision", "unpublish"]


@dataclass(frozen=True)
class Address:
    """A pattern below /admin/: its full name, the names of its parts, and its view."""

    name: str
    parts: tuple[str, ...]
    view: Any

    def filled(self, values: dict) -> str | None:
        """Address with these keys; None where the pattern doesn't take them."""
        try:
            return reverse(self.name, kwargs=values)
        except NoReverseMatch:
            return None


def admin_addresses() -> list[Address]:
    """Each named pattern; two that share a name and their parts are the same to a reader."""
    found = dict.fromkeys(_walk(get_resolver()))
    return list({(address.name, address.parts): address for address in found}.values())


def _walk(resolver: URLResolver, path: str = "", names: tuple[str, ...] = ()) -> Iterator[Address]:
    for entry in resolver.url_patterns:
        below = path + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _walk(entry, below, names + ((entry.namespace,) if entry.namespace else ()))
        elif isinstance(entry, URLPattern) and below.startswith(PREFIX) and entry.name:
            parts = (*resolver.pattern.converters, *entry.pattern.converters)
            if not parts:
                parts = tuple(entry.pattern.regex.groupindex)
            yield Address(":".join([*names, entry.name]), parts, entry.callback)


def model_of(view) -> type | None:
    """The model that a class-based view says it is about."""
    kind = getattr(view, "view_class", None) or getattr(view, "cls", None)
    given = getattr(view, "view_initkwargs", {}) | getattr(view, "initkwargs", {})
    return given.get("model") or getattr(kind, "model", None)


def fillings(address: Address, part: Part, own: Part | None = None) -> list[dict]:
    """Sets of keys for an address: `part`'s, and mixed with one of `own` where there are several."""
    if not address.parts:
        return [{}]
    mixed = own is not None and len(address.parts) > 1
    choices, owned = [], []
    for name in address.parts:
        values = keys_for(address, name, part)
        values = values[:FEW] if len(address.parts) > 1 else values
        owned.append(keys_for(address, name, own)[:1] if mixed else [])
        choices.append(list(dict.fromkeys([*values, *owned[-1]])))
    only_own = set(product(*owned)) if mixed else set()
    return [dict(zip(address.parts, keys, strict=True)) for keys in product(*choices) if keys not in only_own]


def keys_for(address: Address, name: str, part: Part) -> list:
    """Keys of a part of the world for one part of an address."""
    if find := KEYS.get(name):
        return find(part, address)
    for beginning, model in MODELS.items():
        if address.name.startswith(beginning):
            return _some_or_any(part, model)
    model = model_of(address.view)
    return _some(part, model) if model in part.rows else one_of_each(part.rows)


def _some(part: Part, model: type) -> list:
    return part.keys(model)[:FEW]


def _some_or_any(part: Part, model: type) -> list:
    """A village has no office: where an address names one, those that there are get tried."""
    return _some(part, model) or list(model.objects.values_list("pk", flat=True)[:FEW])


def pages_of(part: Part) -> list[int]:
    return [part.pages[state].pk for state in STATES if state in part.pages]


def _revisions(part: Part, address: Address) -> list:
    return [part.pages[state].latest_revision_id for state in STATES[:FEW] if state in part.pages]


def _held(name: str) -> Callable:
    def find(part: Part, address: Address) -> list:
        held = getattr(part.has, name, None)
        return [held.pk] if held else []

    return find


def _pages(part: Part, address: Address) -> list:
    return pages_of(part)


def _tasks(part: Part, address: Address) -> list:
    return _some(part, Task)


def _images(part: Part, address: Address) -> list:
    return [part.has.image.pk, part.has.closed_image.pk]


def _documents(part: Part, address: Address) -> list:
    return [part.has.document.pk, part.has.closed_document.pk]


def _uploads(part: Part, address: Address) -> list:
    name = "uploaded_image" if "images" in address.name else "uploaded_document"
    return [getattr(part.has, name).pk]


def _model_names(part: Part, address: Address) -> list:
    if address.name == "wagtail_bulk_action":
        return list(BULK)
    if address.name.startswith("wagtailsettings"):
        return ["sitesettings"]
    if "tag" in address.name:
        return ["villageimage", "tag"]
    if "task" in address.name:
        return ["peerreviewtask"]
    return ["announcementpage", "standardpage", "villageimage"]


def _actions(part: Part, address: Address) -> list:
    if address.name == "wagtail_bulk_action":
        return sorted({action for actions in BULK.values() for action in actions})
    return API_ACTIONS if "api" in address.name else ["approve", "reject", "unlock"]


def _villages(part: Part, address: Address) -> list:
    return [part.village.pk] if part.village else part.keys(Office)


def _offices(part: Part, address: Address) -> list:
    return _some_or_any(part, Office)


def _members(part: Part, address: Address) -> list:
    if address.name.endswith("take_out_producer"):
        return [part.has.maker.pk] if hasattr(part.has, "maker") else []
    names = ["former"] if address.name.endswith("take_back") else ["admin", "contributor", "staff"]
    return [getattr(part.has, name).pk for name in names if hasattr(part.has, name)] or _some(part, User)


def _class_sessions(part: Part, address: Address) -> list:
    """Attendance is taken of what has begun; what is to come can be changed."""
    names = ["past_session"] if address.name.endswith("attendance") else ["coming_session"]
    return [getattr(part.has, name).pk for name in names if hasattr(part.has, name)]


def _certificates(part: Part, address: Address) -> list:
    """One that is valid, or one to be made valid again."""
    name = "revoked" if address.name.endswith("restore") else "certificate"
    return [getattr(part.has, name).pk] if hasattr(part.has, name) else []


KEYS: dict[str, Callable[[Part, Address], list]] = {
    "page_id": _pages,
    "parent_page_id": _pages,
    "page_to_move_id": _pages,
    "destination_id": _pages,
    "page_pk": _pages,
    "offered_id": _held("offered"),
    "village": _villages,
    "office": _offices,
    "person": _members,
    "revision_id": _revisions,
    "revision_id_a": lambda part, address: [*_revisions(part, address), "live"],
    "revision_id_b": lambda part, address: [*_revisions(part, address), "latest"],
    "task_state_id": _held("task_state"),
    "workflow_state_id": _held("workflow_state"),
    "task_id": _tasks,
    "workflow_pk": lambda part, address: _some(part, Workflow),
    "image_id": _images,
    "document_id": _documents,
    "doc_id": _documents,
    "uploaded_file_id": _uploads,
    "collection_id": lambda part, address: _some(part, Collection),
    "redirect_id": _held("redirect"),
    "session_id": _held("session"),
    "class_id": _held("class_page"),
    "registration_id": _held("waiting"),
    "class_session_id": _class_sessions,
    "notice_id": _held("notice"),
    "course_id": _held("course"),
    "original_id": _held("course"),
    "certificate_id": _certificates,
    "import_id": _held("product_import"),
    "poster": lambda part, address: ["a6-svg", "a4-pdf"],
    "business_id": _held("business"),
    "product_id": _held("product"),
    "permit_id": _held("permit"),
    "producer_id": _held("producer"),
    "category_id": _held("category"),
    "request_id": _held("request"),
    "attachment_id": _held("attachment"),
    "table": lambda part, address: ["bulan", "desa"],
    "kind": lambda part, address: ["csv", "xlsx"],
    "object_id": lambda part, address: [str(part.pages["draft"].pk), str(part.has.image.pk)],
    "content_type_app_name": lambda part, address: ["sites"],
    "content_type_model_name": _model_names,
    "app_label": lambda part, address: ["sites", "wagtailcore"],
    "app_name": lambda part, address: ["taggit" if "tag" in address.name else "sites"],
    "model_name": _model_names,
    "action": _actions,
    "action_name": _actions,
    "filter_spec": lambda part, address: ["max-100x100"],
    "uidb64": lambda part, address: ["MQ"],
    "token": lambda part, address: ["set-password"],
}
# What `pk` names, by the beginning of the address's name, where its view doesn't say.
MODELS = {
    "wagtailadmin_pages:": Page,
    "wagtailadmin_api:pages": Page,
    "wagtailadmin_api:images": VillageImage,
    "wagtailadmin_api:documents": VillageDocument,
    "wagtailimages_chooser:": VillageImage,
    "wagtaildocs_chooser:": VillageDocument,
    "wagtailadmin_collections:": Collection,
    "wagtailadmin_workflows:edit_task": Task,
    "wagtailadmin_workflows:disable_task": Task,
    "wagtailadmin_workflows:enable_task": Task,
    "wagtailadmin_workflows:": Workflow,
    "wagtailredirects:": Redirect,
    "site_redirects:": Redirect,
    "wagtailsettings:": Site,
    "wagtailsites:": Site,
    "wagtailusers_users:": User,
    "wagtailusers_groups:": Group,
    "villages:": Village,
    "offices:": Office,
    "product_categories:": ProductCategory,
    "simple_translation:": Page,
}
