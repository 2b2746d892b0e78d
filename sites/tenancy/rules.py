"""Rules by which the gate lets somebody through to a view of the admin.

A rule takes a `Visit` and says whether what the visit names (in its address,
its query, its form) is within its visitor's reach. Whether they may do there
what they want is the business of Wagtail's permission policies.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.http import HttpRequest
from wagtail.models import Collection, Page, Site, TaskState
from wagtail.permissions import policy_registry

from .access import Access, access_of, is_publisher
from .choosing import choosable_pages
from .owners import owner_of
from .scope import visible


class Visit(NamedTuple):
    request: HttpRequest
    kwargs: dict

    @property
    def access(self) -> Access:
        return access_of(self.request.user)

    def named(self, names: Iterable[str]) -> set[str]:
        """Values of the keyword arguments of the address that have one of these names."""
        return {str(self.kwargs[name]) for name in names if name in self.kwargs}

    def asked(self, *names: str) -> set[str]:
        """Values that query and form give under one of these names."""
        sources = (self.request.GET, self.request.POST)
        found = {value for source in sources for name in names for value in source.getlist(name)}
        return found - {"", "all"}


Rule = Callable[[Visit], bool]
# Whoever may do one of these with a row finds it in lists.
KEEP = ["add", "change", "delete", "view"]


def ruled(view: Callable, rule: Rule) -> Callable:
    """Give a view of one's own the rule by which the gate lets people through."""
    view.tenancy_rule = rule
    return view


def anybody(visit: Visit) -> bool:
    """For views that name nothing of anybody, or only what belongs to their visitor."""
    return True


def regency(visit: Visit) -> bool:
    """For views that know no villages: portal staff and superusers only."""
    return visit.access.is_regency


def publishers(visit: Visit) -> bool:
    """For views about pages that are for many villages: staff of offices and of the portal."""
    return is_publisher(visit.request.user)


def sees(label: str, *names: str) -> Rule:
    """Everything that these arguments of the address name must be visible."""

    def rule(visit: Visit) -> bool:
        return all_visible(visit, apps.get_model(label), visit.named(names))

    return rule


def keeps(model: type[Model]) -> Rule:
    """For rows of villages: somebody's role where the row belongs must let them do something with it."""

    def rule(visit: Visit) -> bool:
        keys = _keys(model, visit.named(["pk"]) | visit.asked("id"))
        if keys is None:
            return False
        policy = policy_registry.get_by_type(model)
        kept = policy.instances_user_has_any_permission_for(visit.request.user, KEEP)
        return kept.filter(pk__in=keys).count() == len(keys)

    return rule


def sees_asked(label: str, *names: str) -> Rule:
    """Everything that these parameters of query and form name must be visible."""

    def rule(visit: Visit) -> bool:
        return all_visible(visit, apps.get_model(label), visit.asked(*names))

    return rule


def sees_named_model(app: str, model: str, key: str) -> Rule:
    """The address names a model, too: it must have an owner, and the object must be visible."""

    def rule(visit: Visit) -> bool:
        found = _model(visit.kwargs[app], visit.kwargs[model])
        return found is not None and all_visible(visit, found, visit.named([key]))

    return rule


def both(*rules: Rule) -> Rule:
    return lambda visit: all(rule(visit) for rule in rules)


def leads_to_page(*names: str) -> Rule:
    """Pages on the way down to those within reach may be passed through; their lists are narrowed."""

    def rule(visit: Visit) -> bool:
        return _lead_on(visit, visit.named(names))

    return rule


def chooses_pages(*names: str) -> Rule:
    """For choosers: pages may be passed through, or be such as the visitor may link to."""

    def rule(visit: Visit) -> bool:
        keys = visit.named(names) | visit.asked(*names)
        if _keys(Page, keys) is None:
            return False
        strange = {page.pk for page in _pages(keys) if not visit.access.leads_to_page(page)}
        return not strange or choosable_pages(visit.request.user).filter(pk__in=strange).count() == len(
            strange
        )

    return rule


def task_of_page(visit: Visit) -> bool:
    """The step of a check must be one that the page has been through; its name belongs to the village."""
    asked = TaskState.objects.filter(
        task=visit.kwargs["task_id"], workflow_state__object_id=str(visit.kwargs["page_id"])
    )
    return asked.exists()


def settings_of_site(visit: Visit) -> bool:
    """Settings belong to a site; without one in the address Wagtail leads to that of the host."""
    return all_visible(visit, Site, visit.named(["pk"]))


# Many at once: what may be done with which objects.
BULK_ACTIONS = {
    ("wagtailcore", "page"): {"delete", "move", "publish", "unpublish"},
    # Pictures and documents carry no tags, whose lists would know no villages.
    ("sites", "villageimage"): {"delete", "add_to_collection"},
    ("sites", "villagedocument"): {"delete", "add_to_collection"},
}


def bulk(visit: Visit) -> bool:
    """The objects and the list they stand in must be visible; what is not named here, portal staff may do."""
    app, model, action = (visit.kwargs[name] for name in ("app_label", "model_name", "action"))
    if (app, model) not in BULK_ACTIONS:
        return visit.access.is_regency
    if action not in BULK_ACTIONS[app, model]:
        return False
    # Wagtail reads these from the query only, whatever a form says besides.
    keys, lists = (set(visit.request.GET.getlist(name)) for name in ("id", "childOf"))
    if "all" in keys and model == "page":
        # Without a list it would take every page of the tree, and name those it may not touch.
        return bool(lists - {""}) and all_visible(visit, Page, lists)
    return all_visible(visit, apps.get_model(app, model), keys - {"all"})


def tells_no_stranger(visit: Visit) -> bool:
    """Parameters by which any view may be told of a page or a collection; asked at every visit."""
    pages = visit.asked("new_parent_page", "destination_page_id", "chooser")
    return (
        all_visible(visit, Page, pages)
        and _lead_on(visit, visit.asked("childOf"))
        and all_visible(visit, Collection, visit.asked("collection", "collection_id"))
    )


def all_visible(visit: Visit, model: type[Model], values: set[str]) -> bool:
    """Whether every key is one of an object within reach; what is no key at all names nothing."""
    if not values:
        return True
    keys = _keys(model, values)
    if keys is None or owner_of(model) is None:
        return False
    return visible(visit.request.user, model).filter(pk__in=keys).count() == len(keys)


def _lead_on(visit: Visit, values: set[str]) -> bool:
    if _keys(Page, values) is None:
        return False
    return all(visit.access.leads_to_page(page) for page in _pages(values))


def _pages(values: set[str]) -> list[Page]:
    keys = _keys(Page, values) or set()
    return list(Page.objects.filter(pk__in=keys).only("path"))


def _keys(model: type[Model], values: set[str]) -> set | None:
    try:
        return {model._meta.pk.to_python(value) for value in values}
    except ValidationError:
        return None


def _model(app: str, name: str) -> type[Model] | None:
    try:
        return apps.get_model(app, name)
    except LookupError:
        return None
