from django.utils.translation import gettext_lazy as _

from sites.models import SiteSettings
from sites.style_guide.entries import Entry, Group, State, only
from sites.style_guide.samples import SamplePage, logo

TOKENS = ("accent", "cloth", "thread", "tint")


def group() -> Group:
    accents = SiteSettings.Accent.choices
    cuts = [
        State(
            _("Cut %(number)s") % {"number": number}, {"page": SamplePage("", menu_icon=icon, pk=number - 1)}
        )
        for number, icon in enumerate(
            ("spool", "coffee", "music", "shopping-basket", "cookie", "leaf"), start=1
        )
    ]
    return Group(
        _("Basics"),
        "basics",
        [
            Entry("style_guide/colours.html", _("Six accents"), only({"accents": accents, "tokens": TOKENS})),
            Entry("style_guide/type.html", _("Letters and sizes"), only()),
            Entry(
                "style_guide/buttons.html",
                _("Buttons and labels"),
                [State(_("On paper")), State(_("On cloth"), {"on_cloth": True}, "cloth")],
            ),
            Entry("components/placeholder.html", _("Piece of cloth without a photo"), cuts, columns="narrow"),
            Entry("components/logo.html", _("Logo of a site"), only({"logo": logo()}, "cloth")),
        ],
    )
