from django.core.paginator import Paginator
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from sites.models import StandardPage
from sites.search.answer import Answer, Kind, Result
from sites.style_guide.entries import Entry, Group, State, only
from sites.style_guide.samples import LONG, announcement, wagtail_page

from .navigation import tiles

QUERY = "surat usaha"
NO_RESULTS = Paginator([], 10).get_page(1)


def group() -> Group:
    return Group(
        _("Search"),
        "search",
        [
            Entry("components/search_start.html", _("Before a word is written"), start_states()),
            Entry("components/search_notes.html", _("How many, and how it was read"), note_states()),
            Entry("components/search_kinds.html", _("Kinds of pages"), kind_states()),
            Entry("components/search_results.html", _("Search results"), only({"results": results()})),
            Entry("components/search_nothing.html", _("Nothing found"), nothing_states()),
        ],
    )


def answer(*counts: int, current: int | None = None, **values) -> Answer:
    named = zip(counts, ("Halaman", "Pengumuman", "Lembaga"), strict=False)
    kinds = [
        Kind(number, f"kind{number}", label, count, number == current)
        for number, (count, label) in enumerate(named)
    ]
    return Answer(QUERY, NO_RESULTS, kinds, **values)


def start_states() -> list[State]:
    return [
        State(_("With parts of the site"), {"pages": tiles()[:3]}),
        State(_("Without parts"), {"pages": []}),
    ]


def note_states() -> list[State]:
    shown = [
        (_("Found"), answer(7, 2)),
        (_("Only some of the words"), answer(1, some_words_only=True)),
        (_("Corrected"), answer(3, corrected="surat usaha kecil")),
        (_("With a suggestion"), answer(1, suggestion="surat keterangan")),
    ]
    return [State(title, {"found": found}) for title, found in shown]


def kind_states() -> list[State]:
    return [
        State(_("All kinds"), {"found": answer(7, 2, 1)}),
        State(_("One kind only"), {"found": answer(7, 2, 1, current=1)}),
    ]


def results() -> list[Result]:
    mark = format_html("Untuk pinjaman bank dan izin <mark>{}</mark>, jadi dalam satu hari.", "usaha")
    letter = wagtail_page(StandardPage, "Surat keterangan usaha")
    return [
        Result(letter, format_html("Surat keterangan <mark>{}</mark>", "usaha"), mark, ["Layanan"]),
        Result(announcement(LONG), LONG, "", []),
    ]


def nothing_states() -> list[State]:
    nothing = {"query": QUERY, "pages": tiles()[:3]}
    return [
        State(_("With a suggestion"), nothing | {"found": answer(suggestion="surat usaha kecil")}),
        State(_("Without parts"), nothing | {"pages": [], "found": answer()}),
    ]
