"""Art forms, classes and events for tests."""

from datetime import time, timedelta
from itertools import count
from uuid import uuid4

from django.utils import timezone

from culture.models import (
    AgendaPage,
    ArtFormIndexPage,
    ArtFormPage,
    ClassIndexPage,
    ClassPage,
    EventPage,
    Registration,
)
from culture.recurrence import DAY_CODES, rule_of
from culture.registering.seats import Person, register
from sites.models import Village

from .sites import add_published, home, home_locale, portal_home

NUMBERS = count(1)


def list_below(model, owner=None, language: str = "id"):
    """The list that provisioning made for a village, an office (by its page) or the portal."""
    if isinstance(owner, Village):
        return model.objects.child_of(home(owner, language)).get()
    return model.objects.child_of(owner.page if owner else portal_home()).get()


def make_art_form(owner=None, title: str = "Gandrung", **values) -> ArtFormPage:
    """A published art form; of the portal, and for all villages, where no owner is given."""
    parent = list_below(ArtFormIndexPage, owner)
    if not isinstance(owner, Village):
        values = {"audience": "all", **values}
    page = ArtFormPage(title=title, locale=parent.locale, live=False, **{"kind": "dance", **values})
    return add_published(parent, page)


def translate(page, title: str, **values):
    """The published English version of an art form, a class or an event."""
    english = home_locale("en")
    parent = page.get_parent().get_translation(english)
    values = {"translation_key": page.translation_key, "locale": english, "live": False, **values}
    return add_published(parent, type(page)(title=title, **values))


def make_event(owner=None, title: str = "Gandrung Sewu", **values) -> EventPage:
    """A published event in three days; of the portal, and for all villages, where no owner is given."""
    parent = list_below(AgendaPage, owner)
    if not isinstance(owner, Village):
        values = {"audience": "all", **values}
    soon = timezone.localtime().replace(hour=19, minute=0, second=0, microsecond=0) + timedelta(days=3)
    values = {"kind": "festival", "starts_at": soon, "place": "Pantai Boom", **values}
    page = EventPage(title=title, locale=parent.locale, live=False, **values)
    return add_published(parent, page)


def make_class(village: Village, title: str = "Tari Gandrung", **values) -> ClassPage:
    """A published class that meets weekly, from tomorrow on, for eight weeks."""
    parent = list_below(ClassIndexPage, village)
    first = timezone.localdate() + timedelta(days=1)
    values = {
        "place": "Balai desa",
        "term_from": first,
        "term_to": first + timedelta(weeks=8) - timedelta(days=1),
        "recurrence": rule_of("weekly", [DAY_CODES[first.weekday()]]),
        "starts_at": time(9),
        "ends_at": time(10, 30),
        **values,
    }
    page = ClassPage(title=title, locale=parent.locale, live=False, **values)
    return add_published(parent, page)


def make_registration(class_page: ClassPage, name: str = "", **values) -> Registration:
    """Somebody who has registered, with a WhatsApp number unless told otherwise."""
    number = next(NUMBERS)
    values = {"age_group": "adult", "language": "id", **values}
    if not values.get("email"):
        values.setdefault("whatsapp", f"+62812{number:08d}")
    return register(class_page, Person(name or f"Orang {number}", **values), uuid4())
