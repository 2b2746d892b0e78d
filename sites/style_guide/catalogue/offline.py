from dataclasses import dataclass
from types import SimpleNamespace

from django.utils.translation import gettext_lazy as _

from sites.style_guide.entries import Entry, Group, State, only
from sites.style_guide.samples import SamplePage


@dataclass
class SampleCourse(SamplePage):
    translation_key: str = "sample"
    is_public: bool = True


def group() -> Group:
    note = State(_("Sample"), {"saved_on": "4 Oktober 2026 pukul 10.30"})
    # The guide's own frame keeps nothing.
    course = {"page": SampleCourse("Foto produk"), "frame": SimpleNamespace(keeps_pages=True)}
    return Group(
        _("Without a signal"),
        "offline",
        [
            Entry("components/saved_note.html", _("Note on a saved copy"), [note]),
            Entry("components/offline_pack.html", _("Saving a course"), only(course)),
        ],
    )
