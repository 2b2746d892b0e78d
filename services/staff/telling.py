"""Ticking off what somebody was told on WhatsApp."""

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages

from services.handling import whatsapp

from .desk import ActView


class ToldView(ActView):
    """Only what stood on the page is ticked off: what was decided since is still to be told."""

    def act(self) -> None:
        shown = set(self.request.POST.getlist("letter"))
        told = [letter.pk for letter in whatsapp.open_letters(self.found) if str(letter.pk) in shown]
        if self.found.letters.for_staff().filter(pk__in=told).update(sent_at=timezone.now()):
            self.note("told")
            messages.success(self.request, _("Ticked off: the person knows."), buttons=self.way_on())
