"""What the office tells somebody on WhatsApp, ready to be sent, in the language that the person chose."""

from collections.abc import Iterable
from urllib.parse import quote

from django.utils.translation import gettext as _
from django.utils.translation import override

from services.choices import LetterKind
from services.codes import readable
from services.models import RequestEntry, RequestLetter, ServiceRequest
from sites import phones
from sites.frame import frame_of
from sites.letters import shown_language

from .tracking_page import url_of


def open_letters(request: ServiceRequest) -> list[RequestLetter]:
    """What nobody has told the person yet, the oldest first."""
    found = request.letters.for_staff().select_related("entry")
    return list(found.order_by("created_at", "pk"))


def link_to_tell(request: ServiceRequest, letters: Iterable[RequestLetter]) -> str:
    """A link that opens a chat with the text in it; nothing where the person gave no number."""
    url = phones.whatsapp_url(request.whatsapp) if request.whatsapp else ""
    return f"{url}?text={quote(text_to_tell(request, letters), safe='')}" if url else ""


def text_to_tell(request: ServiceRequest, letters: Iterable[RequestLetter]) -> str:
    """Begins with who writes: staff may send it from a number that the person does not know."""
    frame = frame_of(request.village.site)
    with override(shown_language(frame, request.language)):
        news = [_news(letter) for letter in letters]
        code = _("Code: %(code)s") % {"code": readable(request.code)}
        lines = [f"{frame.name}: {request.subject}", *news, "", code, url_of(request)]
    return "\n".join(lines)


def _news(letter: RequestLetter) -> str:
    if letter.kind == LetterKind.RECEIVED or letter.entry is None:
        return _("We have your request.")
    return _words(letter.entry)


def _words(entry: RequestEntry) -> str:
    state = entry.get_state_display() if entry.state else ""
    return ". ".join(part for part in (str(state), entry.text) if part)
