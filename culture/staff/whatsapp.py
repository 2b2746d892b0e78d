"""What staff tell somebody on WhatsApp, ready to be sent, in the language that the person chose."""

from urllib.parse import quote

from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from culture.models import ClassPage, ClassSession, Notice
from culture.states import NoticeKind, SessionState
from sites import phones

SESSION_SUBJECTS = {
    SessionState.CANCELLED: gettext_lazy("session cancelled"),
    SessionState.MOVED: gettext_lazy("session moved"),
    SessionState.PLANNED: gettext_lazy("session takes place as planned"),
}


def subject_of(notice: Notice) -> str:
    """What it is about, for staff: of a session, what the text says of it now."""
    if notice.session:
        return str(SESSION_SUBJECTS[SessionState(notice.session.state)])
    return notice.get_kind_display()


def link_to_tell(notice: Notice, village_name: str, page: ClassPage) -> str:
    """A link that opens a chat with the text in it. `page` is the class in the language of the person."""
    url = phones.whatsapp_url(notice.registration.whatsapp)
    return f"{url}?text={quote(text_to_tell(notice, village_name, page), safe='')}" if url else ""


def text_to_tell(notice: Notice, village_name: str, page: ClassPage) -> str:
    """Begins with who writes: staff may send it from a number that the person does not know.

    Names the person by the code: whoever reads it on a lost telephone learns no more.
    """
    with override(notice.registration.language):
        code = _("Code of the registration: %(code)s") % {"code": notice.registration.code}
        return f"{village_name}: {_news(notice, page)}\n\n{code}"


def _news(notice: Notice, page: ClassPage) -> str:
    title = {"title": page.title}
    if notice.kind == NoticeKind.SEATED:
        return _("There is a seat for you in the class “%(title)s” now.") % title
    if notice.kind == NoticeKind.CANCELLED:
        text = _("The village has cancelled your registration for the class “%(title)s”. Ask us why.")
        return text % title
    if notice.kind == NoticeKind.CLASS:
        return _with_reason(_("The class “%(title)s” is cancelled.") % title, page.why_cancelled)
    if notice.session:
        return _with_reason(_news_of_session(notice.session, page.title), notice.session.display_reason)
    text = notice.message.text if notice.message else _("You are registered.")
    return f"{page.title}. {text}"


def _news_of_session(session: ClassSession, title: str) -> str:
    values = {"title": title, "day": _when(session.starts_at), "old": _when(session.planned_at)}
    if session.is_cancelled:
        return _("The class “%(title)s” does not meet on %(day)s.") % values
    if session.is_moved:
        return _("The class “%(title)s” meets on %(day)s instead of %(old)s.") % values
    return _("The class “%(title)s” meets on %(day)s, as planned.") % values


def _with_reason(text: str, reason: str) -> str:
    return f"{text} {_('Reason: %(reason)s') % {'reason': reason}}" if reason else text


def _when(moment) -> str:
    local = timezone.localtime(moment)
    return _("%(day)s, %(hour)s WIB") % {
        "day": date_format(local, "DATE_FORMAT"),
        "hour": time_format(local.time()),
    }
