"""What surrounds every page: header with menu, languages and crest, and the footer."""

from django.utils.translation import gettext_lazy as _

from sites.frame import LanguageItem, MenuItem
from sites.style_guide.entries import Entry, Group, State, only
from sites.style_guide.samples import NOWHERE, SampleFrame, SampleVillage, logo

from .office import HOURS, OFFICE

VILLAGE = SampleVillage("Desa Karangoling", "Glagah")
LONG_NAME = SampleVillage("Kelurahan Taman Baru Sumberagung", "Banyuwangi")


def group() -> Group:
    full = {"menu": menu(), "all_pages": menu(), "languages": languages()}
    village = SampleFrame(OFFICE, HOURS, village=VILLAGE, **full)
    with_logo = SampleFrame(OFFICE, HOURS, village=LONG_NAME, logo=logo(), crest=logo(), **full)
    new = SampleFrame(village=VILLAGE, menu=menu()[:2], all_pages=menu()[:2], languages=languages()[:1])
    portal = SampleFrame(OFFICE, portal_url="/", **full)
    headers = [(_("With the mark"), village), (_("With a logo, a crest and a long name"), with_logo)]
    footers = [(_("Village"), village), (_("Nothing known yet"), new), (_("Portal"), portal)]
    crests = [
        State(_("Until the regency supplies it"), {}),
        State(_("As the portal's settings have it"), {"crest": logo()}),
    ]
    return Group(
        _("Around the page"),
        "frame",
        [
            Entry("navigation/header.html", _("Header"), around([*headers, (_("Two pages only"), new)])),
            Entry("navigation/tabs.html", _("Main menu"), only({"items": menu()})),
            Entry("navigation/languages.html", _("Languages"), only({"items": languages()})),
            Entry("navigation/crest.html", _("Crest of the regency"), crests),
            Entry("navigation/footer.html", _("Footer"), around(footers)),
        ],
    )


def around(frames: list[tuple[str, SampleFrame]]) -> list[State]:
    return [State(title, {"frame": frame}) for title, frame in frames]


def menu() -> list[MenuItem]:
    items = [
        ("Beranda", "house"),
        ("Pengumuman", "megaphone"),
        ("Profil desa", "info"),
        ("Pemerintah desa", "landmark"),
        ("Lembaga desa", "users-round"),
    ]
    return [MenuItem(title, NOWHERE, icon, title == "Beranda") for title, icon in items]


def languages() -> list[LanguageItem]:
    return [
        LanguageItem("id", "Bahasa Indonesia", "ID", NOWHERE, True),
        LanguageItem("en", "English", "EN", NOWHERE, False),
    ]
