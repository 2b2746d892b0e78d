"""One person who is registered: what is kept about them, and what may be done."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views import View
from django.views.generic import TemplateView
from wagtail.admin import messages

from culture.registering import erasing, messaging, seats

from .desk import ActView, AtPerson, DeskPage
from .person_data import as_text, facts_of
from .registrations import contact_of


class PersonPage(AtPerson, DeskPage, TemplateView):
    def get_context_data(self, **kwargs) -> dict:
        # The parts of the address come as keywords, too.
        return super().get_context_data(**{**kwargs, "registration": self.registration})

    @property
    def back_url(self) -> str:
        return self.url_of("person", self.registration.pk)

    def steps_between(self) -> list[dict]:
        return [{"url": self.back_url, "label": self.registration.name}]


class PersonView(PersonPage):
    template_name = "culture/admin/person.html"

    def get_page_title(self) -> str:
        return self.registration.name

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.note("look_at_person")
        return super().get(request, *args, **kwargs)

    def steps_between(self) -> list[dict]:
        return []

    def get_context_data(self, **kwargs) -> dict:
        contact = contact_of(self.registration)
        return super().get_context_data(facts=facts_of(self.registration), contact=contact, **kwargs)


class PersonDataView(AtPerson, View):
    """What is kept about one person, as a text for that person, in their language."""

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.note("export_person")
        answer = HttpResponse(as_text(self.registration), content_type="text/plain; charset=utf-8")
        name = f"{self.class_page.slug}-{self.registration.code}.txt"
        answer["Content-Disposition"] = f'attachment; filename="{name}"'
        return answer


class MoveUpView(AtPerson, ActView):
    """Puts somebody at the head of the waiting list."""

    def act(self) -> None:
        if not self.registration.is_waiting:
            messages.error(self.request, _("This person is not on the waiting list any more."))
            return
        seats.move_up(self.registration)
        self.note("move_up")
        message = _("%(code)s is the next to get a seat.")
        messages.success(self.request, message % {"code": self.registration.code})

    def back(self) -> HttpResponse:
        return self.back_to("registrations")


class ConfirmPage(PersonPage):
    """Asks before something is done to one person, and does it."""

    template_name = "sites/admin/desk/confirm.html"

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        # The question names the person.
        self.note("look_at_person")
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs) -> dict:
        about = f"{self.registration.name}, {self.registration.code}"
        explanation = self.get_explanation()
        return super().get_context_data(about=about, explanation=explanation, is_grave=True, **kwargs)

    def _say_who_got_the_seat(self, seated: list) -> None:
        if seated:
            message = ngettext(
                "%(number)d person from the waiting list has the seat now, and is told.",
                "%(number)d people from the waiting list have a seat now, and are told.",
                len(seated),
            )
            messages.info(self.request, message % {"number": len(seated)})


class TakeOutView(ConfirmPage):
    page_title = gettext_lazy("Cancel the registration")
    button_label = gettext_lazy("Cancel the registration")

    def get_explanation(self) -> str:
        if self.registration.email:
            return _("The person is told by e-mail. A seat that becomes free goes to who waits first.")
        return _(
            "The person has no e-mail address: tell them on WhatsApp; the list of registrations leads there. "
            "A seat that becomes free goes to who waits first."
        )

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        seated = messaging.take_out(self.registration)
        self.note("take_out")
        message = _("Registration %(code)s is cancelled.")
        messages.success(request, message % {"code": self.registration.code})
        self._say_who_got_the_seat(seated)
        return self.back_to("registrations")


class EraseView(ConfirmPage):
    page_title = gettext_lazy("Erase the person")
    button_label = gettext_lazy("Erase")

    def get_explanation(self) -> str:
        return _(
            "Name, contact, attendance and messages of this person are erased at once and can't be brought "
            "back; only numbers stay. Nobody is told. A seat that becomes free goes to who waits first."
        )

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        seated = erasing.erase(self.registration)
        self.note("erase_person")
        messages.success(request, _("The person and everything kept about them are erased."))
        self._say_who_got_the_seat(seated)
        return self.back_to("registrations")
