from django.utils.translation import gettext_lazy as _

from sites.models import Subscription
from sites.style_guide.entries import Entry, Group, State, only
from sites.style_guide.forms import blank, faulty, switched_off

KINDS = [
    (_("Text"), "name"),
    (_("Telephone, with a hint"), "phone"),
    (_("E-mail, optional"), "email"),
    (_("Date"), "born_on"),
    (_("Choice from a list"), "hamlet"),
    (_("One of several"), "age"),
    (_("Several of several"), "days"),
    (_("File"), "photo"),
    (_("Long text"), "note"),
    (_("Agreement"), "agrees"),
]


def group() -> Group:
    empty, wrong, off = blank(), faulty(), switched_off()
    fields = [State(title, {"field": empty[name]}) for title, name in KINDS]
    return Group(
        _("Forms"),
        "forms",
        [
            Entry(
                "components/form/fields.html",
                _("Form with mistakes"),
                [State(_("After a submit"), {"form": wrong, "level": 3}, "form panel panel--key")],
            ),
            Entry(
                "components/form/field.html",
                _("Field"),
                [
                    *fields,
                    State(_("Switched off"), {"field": off["name"]}),
                    State(_("With a mistake"), {"field": wrong["age"]}),
                ],
                columns="wide",
            ),
            Entry(
                "components/form/errors.html", _("Summary of mistakes"), only({"form": faulty(), "level": 3})
            ),
            Entry(
                "components/form/hint.html", _("Hint and mistake of a field"), only({"field": wrong["phone"]})
            ),
            Entry(
                "components/form/optional.html",
                _("Mark of an optional field"),
                only({"field": empty["note"]}),
            ),
            *newsletter(),
        ],
    )


def newsletter() -> list[Entry]:
    districts = [("Glagah", [("Desa Kemiren", "#"), ("Desa Olehsari", "#")])]
    return [
        Entry(
            "components/newsletter_villages.html",
            _("Villages and their sign-up forms"),
            only({"districts": districts}),
        ),
        Entry(
            "components/newsletter_privacy.html",
            _("What happens with an address"),
            only({"kept_days": Subscription.UNCONFIRMED_DAYS}),
        ),
    ]
