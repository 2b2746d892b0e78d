from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sites.languages import LanguageNote
from sites.style_guide.entries import Entry, Group, State
from sites.style_guide.samples import LONG, NOWHERE, SamplePage, announcement, picture


def group() -> Group:
    info = announcement("Pendaftaran padat karya dibuka sampai Jumat")
    important = announcement(
        "Air bersih Krajan dimatikan Kamis, 08.00–14.00", severity="important", category="service", number=2
    )
    emergency = announcement(
        "Banjir di Dusun Sumber: menuju balai desa sekarang", severity="emergency", category="safety", number=3
    )
    long = announcement(LONG, severity="important", summary=f"{LONG}. {LONG}.", category="service", number=4)
    pinned = announcement("Kerja bakti Minggu pagi", is_pinned=True, category="event", listing_image=picture())
    levels = [(_("Info"), info), (_("Important"), important), (_("Emergency"), emergency), (_("Long title"), long)]
    note = LanguageNote("Upacara Seblang", NOWHERE, "Bahasa Indonesia", "id")
    return Group(
        _("Announcements"),
        "announcements",
        [
            Entry("components/banner.html", _("Banner"), [State(title, {"notice": page}) for title, page in levels]),
            Entry("components/language_note.html", _("Note: not translated"), [State(_("Plain"), {"note": note})]),
            Entry("components/card.html", _("Card"), card_states([*levels, (_("With picture"), pinned)]), columns=True),
            Entry(
                "components/announcement_tags.html",
                _("Level and subject"),
                [State(title, {"page": page}) for title, page in [*levels[:3], (_("Pinned"), pinned)]],
                columns=True,
            ),
            Entry(
                "components/news.html",
                _("Lines of news"),
                [
                    State(_("On a home page"), {"pages": [emergency, important, info], "level": 4}),
                    State(_("Small"), {"pages": [important, info], "level": 4, "small": True}),
                ],
            ),
            Entry(
                "components/all_announcements.html", _("Way to the list"), [State(_("Plain"), {"announcements": [info]})]
            ),
            Entry("components/category_chips.html", _("Choice of category"), [State(_("One chosen"), chips())]),
            Entry("components/announcement_end.html", _("End of an announcement"), [State(_("With subjects"), end())]),
            Entry("components/date.html", _("Date"), [State(_("Plain"), {"moment": timezone.localtime()})]),
        ],
    )


def card_states(pages: list) -> list[State]:
    return [State(title, {"page": page, "level": 4}, "cards") for title, page in pages]


def chips() -> dict:
    categories = [
        {"label": "Layanan", "url": NOWHERE, "current": True, "count": 4},
        {"label": "Kesehatan", "url": NOWHERE, "current": False, "count": 12},
        {"label": "Pembangunan", "url": NOWHERE, "current": False, "count": 1},
    ]
    return {"categories": categories, "current_url": NOWHERE, "archive_url": NOWHERE}


def end() -> dict:
    tags = [{"name": "posyandu"}, {"name": "contoh"}]
    return {"tags": tags, "share_url": "https://wa.me/?text=Contoh", "page": SamplePage("Contoh")}
