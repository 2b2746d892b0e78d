from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy, override
from django.views.decorators.clickjacking import xframe_options_sameorigin

from sites.frame import Frame, LanguageItem
from sites.languages import NAMES
from sites.models import SiteSettings
from sites.security import PUBLIC_POLICY

from . import rendering
from .catalogue import groups

MODES = {
    "": gettext_lazy("As the device"),
    "light": gettext_lazy("Light"),
    "dark": gettext_lazy("Dark"),
    "both": gettext_lazy("Side by side"),
}


class StyleGuideFrame(Frame):
    """The frame of the site, in the accent and with the languages chosen for the guide."""

    may_be_kept = False

    @property
    def accent(self) -> str:
        chosen = self.request.GET.get("accent", "")
        return chosen if chosen in SiteSettings.Accent.values else super().accent

    @property
    def mode(self) -> str:
        chosen = self.request.GET.get("mode", "")
        return chosen if chosen in ("light", "dark") else ""

    @cached_property
    def languages(self) -> list[LanguageItem]:
        return [
            LanguageItem(code, name, code.upper(), self.address(language=code), code == get_language())
            for code, name in NAMES.items()
        ]

    def address(self, **choices: str) -> str:
        """The guide's own address with some of the choices made differently."""
        query = self.request.GET.copy()
        for name, value in choices.items():
            query[name] = value
        return f"?{query.urlencode()}"


@xframe_options_sameorigin
def style_guide(request: HttpRequest) -> HttpResponse:
    """Every component in each state, as readers see it; the gate lets portal staff in only."""
    language = request.GET.get("language", "")
    with override(language if language in NAMES else get_language()):
        response = render(request, *answer(request))
    response.headers["Content-Security-Policy"] = PUBLIC_POLICY
    return response


def answer(request: HttpRequest) -> tuple[str, dict]:
    """Return the template and its context: the guide, or two frames with it in both modes."""
    frame = request._frame = StyleGuideFrame(request)
    mode = request.GET.get("mode", "")
    context = {
        "modes": [(label, frame.address(mode=name), name == mode) for name, label in MODES.items()],
        "accents": [
            (value, label, frame.address(accent=value), value == frame.accent)
            for value, label in SiteSettings.Accent.choices
        ],
    }
    if mode == "both":
        frames = [(MODES[name], frame.address(mode=name)) for name in ("light", "dark")]
        return "style_guide/both.html", context | {"frames": frames}
    return "style_guide/page.html", context | {"groups": rendered_groups(request)}


def rendered_groups(request: HttpRequest) -> list[tuple]:
    """Each group with its entries, and each entry with its states as HTML."""
    return [
        (group, [(entry, rendering.show(entry, request)) for entry in group.entries]) for group in groups()
    ]
