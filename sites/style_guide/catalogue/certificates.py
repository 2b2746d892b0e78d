from types import SimpleNamespace

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sites.style_guide.entries import Entry, Group, State, only
from sites.style_guide.samples import LONG, SampleLesson


def group() -> Group:
    course = SimpleNamespace(translation_key="0", lesson_count=4, address="#")
    lessons = [SampleLesson("Cahaya dari jendela")]
    return Group(
        _("Certificates and progress"),
        "certificates",
        [
            Entry(
                "components/certificate.html",
                _("What a certificate says"),
                [
                    State(_("With the name"), {"certificate": certificate(), "shows_name": True}),
                    State(_("Revoked"), {"certificate": certificate(), "shows_name": False}),
                    State(
                        _("Long title"), {"certificate": certificate(course_title=LONG), "shows_name": True}
                    ),
                ],
                columns="wide",
            ),
            Entry(
                "components/certificate_code_form.html", _("Check a certificate"), only({"form": CodeForm()})
            ),
            Entry(
                "components/certificate_privacy.html",
                _("What happens with your name"),
                only({"kept_until": timezone.localdate()}),
            ),
            Entry(
                "components/course_progress.html",
                _("Progress, when a script knows it"),
                only({"page": course, "lessons": lessons, "quiz": None}),
            ),
            Entry("components/course_begun.html", _("Progress on a card"), only({"page": course})),
            Entry(
                "components/learning_code.html", _("Learning code"), only({"courses": None}), columns="wide"
            ),
        ],
    )


class CodeForm(forms.Form):
    code = forms.CharField(label=_("Code of the certificate"))


def certificate(**values) -> SimpleNamespace:
    sample = {
        "name": "Peserta Contoh",
        "course_title": "Bahasa Osing dasar",
        "issuer": "Desa Contoh",
        "language": "id",
        "passed_on": timezone.localdate(),
        "code": "K7MQ-4XPA-09TZ",
    }
    return SimpleNamespace(**sample | values)
