from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sites.languages import LanguageNote
from sites.models import AnnouncementPage, Office, VillageSharing
from sites.style_guide.entries import Entry, Group, State, only
from sites.style_guide.samples import LONG, NOWHERE, announcement, picture

INFO, IMPORTANT, EMERGENCY = AnnouncementPage.Severity


def group() -> Group:
    info = announcement("Pendaftaran padat karya dibuka sampai Jumat")
    important = announcement("Air bersih Krajan dimatikan Kamis, 08.00–14.00", severity=IMPORTANT, number=2)
    emergency = announcement("Banjir di Dusun Sumber: menuju balai desa", severity=EMERGENCY, number=3)
    levels = [(page.get_severity_display(), page) for page in (info, important, emergency)]
    return Group(
        _("Announcements"),
        "announcements",
        [
            *notices(levels),
            Entry(
                "components/news.html",
                _("Lines of news"),
                [
                    State(_("On a home page"), {"pages": [emergency, important, info]}),
                    State(_("In small type"), {"pages": [important, info], "small": True}),
                ],
            ),
            Entry("components/category_chips.html", _("Choice of category"), only(chips())),
            Entry("components/announcement_end.html", _("End of an announcement"), end_states()),
            Entry("components/validity.html", _("How long it is valid"), validity_states(), columns="wide"),
            Entry("components/archive.html", _("Archive by month"), archive_states(), columns="wide"),
            Entry("components/date.html", _("Date"), only({"moment": timezone.localtime()})),
        ],
    )


def notices(levels: list[tuple[str, AnnouncementPage]]) -> list[Entry]:
    long = announcement(LONG, severity=IMPORTANT, summary=f"{LONG}. {LONG}.", category="service", number=4)
    pinned = announcement("Kerja bakti Minggu", is_pinned=True, category="event", listing_image=picture())
    shown = [*levels, (_("Long title"), long)]
    note = LanguageNote("Upacara Seblang", NOWHERE, "Bahasa Indonesia", "id")
    banners = [State(title, {"notice": page}) for title, page in shown]
    tags = [State(title, {"page": page}) for title, page in [*levels, (_("Pinned"), pinned)]]
    cards = [*shown, (_("With picture"), pinned)]
    return [
        Entry("components/banner.html", _("Banner"), banners),
        Entry("components/language_note.html", _("Note: not translated"), only({"note": note})),
        Entry("components/cards/announcement.html", _("Card"), card_states(cards), columns="wide"),
        Entry("components/announcement_tags.html", _("Level and subject"), tags, columns="wide"),
        Entry("components/guest.html", _("Page of an office on a village's site"), guest_states()),
    ]


def guest_states() -> list[State]:
    office = Office(
        abbreviation="Disbudpar", name="Dinas Kebudayaan dan Pariwisata", name_en="Culture Office"
    )
    page = announcement("Latihan menari", office=office)
    note = VillageSharing(note="Di desa kita hari Kamis, di balai desa.")
    shown = [(_("As the office wrote it"), None), (_("With a note of the village"), note)]
    return [State(title, {"page": page, "choice": choice, "address": NOWHERE}) for title, choice in shown]


def card_states(pages: list) -> list[State]:
    return [State(title, {"page": page, "level": 3}, "cards") for title, page in pages]


def chips() -> dict:
    categories = [
        {"label": "Layanan", "url": NOWHERE, "current": True, "count": 4},
        {"label": "Kesehatan", "url": NOWHERE, "current": False, "count": 12},
        {"label": "Pembangunan", "url": NOWHERE, "current": False, "count": 1},
    ]
    return {"categories": categories, "all_url": NOWHERE, "all_are_shown": False}


def end_states() -> list[State]:
    page = {"title": "Contoh", "url": "https://contoh.example/pengumuman/contoh/"}
    tags = [{"name": "posyandu"}, {"name": "contoh"}]
    with_tags = State(_("With subjects"), page | {"tags": tags}, "flow")
    return [with_tags, State(_("Without subjects"), page, "flow")]


def validity_states() -> list[State]:
    now = timezone.now()
    running, ended = (announcement("Contoh", expires_at=now + timedelta(days=days)) for days in (2, -2))
    return [State(_("Still valid"), {"page": running}), State(_("Ended"), {"page": ended})]


def archive_states() -> list[State]:
    months = [("Maret", 4), ("Februari", 12), ("Januari", 1)]
    listed = [{"name": name, "number": number, "url": NOWHERE} for name, number in months]
    years = [{"year": year, "number": 17, "url": NOWHERE, "months": listed} for year in (2026, 2025)]
    return [
        State(_("Two years"), {"years": years, "feed_url": NOWHERE}),
        State(_("None"), {"years": [], "feed_url": NOWHERE}),
    ]
