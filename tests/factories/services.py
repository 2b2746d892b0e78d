"""Services, documents and requests for tests."""

from itertools import count
from uuid import uuid4

from services.asking.intake import Asked, take_in
from services.choices import RequestKind
from services.models import (
    DocumentIndexPage,
    GuidePage,
    PublicDocumentPage,
    ServiceIndexPage,
    ServicePage,
    ServiceRequest,
)
from sites.models import Village

from .culture import list_below
from .sites import add_published, home_locale

NUMBERS = count(1)


def make_service(owner=None, title: str = "Surat keterangan usaha", **values) -> ServicePage:
    """A published service; a template of an office for all villages, where no village is given."""
    parent = list_below(ServiceIndexPage, owner)
    if not isinstance(owner, Village):
        values = {"audience": "all", **values}
    page = ServicePage(title=title, locale=parent.locale, live=False, **values)
    return add_published(parent, page)


def make_guide(owner=None, title: str = "Bayi baru lahir", **values) -> GuidePage:
    parent = list_below(ServiceIndexPage, owner)
    if not isinstance(owner, Village):
        values = {"audience": "all", **values}
    page = GuidePage(title=title, locale=parent.locale, live=False, **{"life_event": "birth", **values})
    return add_published(parent, page)


def make_public_document(village: Village, document, title: str = "APBDes 2026", **values):
    parent = list_below(DocumentIndexPage, village)
    values = {"kind": "budget", "year": 2026, "document": document, **values}
    page = PublicDocumentPage(title=title, locale=parent.locale, live=False, **values)
    return add_published(parent, page)


def translate_service(page, title: str, **values):
    """The published English version of a service or a guide."""
    english = home_locale("en")
    parent = page.get_parent().get_translation(english)
    values = {"translation_key": page.translation_key, "locale": english, "live": False, **values}
    return add_published(parent, type(page)(title=title, **values))


def make_request(village: Village, kind: str = RequestKind.QUESTION, **values) -> ServiceRequest:
    """Somebody who has asked, with a WhatsApp number unless told otherwise."""
    number = next(NUMBERS)
    values = {"name": f"Orang {number}", "message": "Apakah kantor buka?", "language": "id", **values}
    if not values.get("email"):
        values.setdefault("whatsapp", f"+62813{number:08d}")
    return take_in(village, Asked(kind=RequestKind(kind), **values), uuid4())
