"""What those in a class are told when the class itself is cancelled, or takes place after all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from django.db import transaction
from django.utils.translation import gettext, override

from culture.states import NoticeKind

from .notices import tell
from .seats import hold

if TYPE_CHECKING:
    from culture.models import ClassPage


@transaction.atomic
def tell_of_cancellation(page: ClassPage) -> None:
    """After publishing: tell each active registration once that the class is cancelled.

    Published as cancelled again, it tells who came in between, at most. No longer cancelled, those who were
    told of it hear that it takes place, and could be told of a second cancellation.
    """
    page = hold(page)
    told = page.registrations.active().filter(notices__kind=NoticeKind.CLASS)
    if page.is_cancelled:
        for registration in page.registrations.active().exclude(pk__in=told.values("pk")):
            tell(registration, NoticeKind.CLASS)
    elif told.exists():
        _take_back(page)


def _take_back(page: ClassPage) -> None:
    notices = apps.get_model("culture", "Notice").objects.filter(
        kind=NoticeKind.CLASS, registration__class_page=page
    )
    # Who has not been told yet need not hear of it at all.
    notices.not_begun().delete()
    told = list(page.registrations.active().filter(notices__in=notices).distinct())
    notices.delete()
    if told:
        message = page.messages.create(text=_good_news(page))
        for registration in told:
            tell(registration, NoticeKind.MESSAGE, message=message)


def _good_news(page: ClassPage) -> str:
    """In both languages: one message goes to all."""
    texts = []
    for language in ("id", "en"):
        with override(language):
            texts.append(gettext("The class “%(title)s” takes place after all.") % {"title": page.title})
    return "\n".join(texts)
