"""A village decides what becomes of changes of a template in its own page, field by field."""

from collections.abc import Iterable

from services.models import ServicePage
from sites.models import User, Village
from sites.quick_changes import draft_of, write

from .changes import Change, changes_of
from .fields import put
from .form_files import own_copy


class ChangedMeanwhile(Exception):
    """The template or the own page is no more as it was seen."""


def template_of(own: ServicePage) -> ServicePage | None:
    """The template of a page, in its language, as readers would see it; None where there is none any more."""
    found = ServicePage.objects.live().public().filter(translation_key=own.template_key, locale=own.locale_id)
    return found.select_related("locale", "form__collection").first() if own.template_key else None


def changes_now(own: ServicePage) -> list[Change]:
    """What is to be decided on a page, by its newest version."""
    template = template_of(own)
    return changes_of(draft_of(own), template) if template else []


def accept(own: ServicePage, wanted: Iterable[tuple[str, str]], user: User) -> bool:
    """Take over what the template says now. `wanted` are names of fields, each with what was `seen` of it."""
    template, changes = _still_true(own, wanted)
    form = None
    if any(change.name == "form" for change in changes):
        village = Village.objects.owning(own).select_related("collection").get()
        form = own_copy(template.form, village, user)

    def change(page: ServicePage) -> None:
        for one in changes:
            put(page, one.name, template, form)
        _look_at(page, changes)

    return write(own, user, change)


def keep(own: ServicePage, wanted: Iterable[tuple[str, str]], user: User) -> bool:
    """Stay with one's own text, and hear no more of this change."""
    _template, changes = _still_true(own, wanted)
    return write(own, user, lambda page: _look_at(page, changes))


def _look_at(page: ServicePage, changes: list[Change]) -> None:
    page.template_values = page.template_values | {change.name: change.new for change in changes}


def _still_true(own: ServicePage, wanted: Iterable[tuple[str, str]]) -> tuple[ServicePage, list[Change]]:
    wanted, template = dict(wanted), template_of(own)
    changes = changes_of(draft_of(own), template) if template else []
    found = [change for change in changes if wanted.get(change.name) == change.seen]
    if not wanted or len(found) != len(wanted):
        raise ChangedMeanwhile
    return template, found
