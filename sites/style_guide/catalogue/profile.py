from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from sites import locator
from sites.models import Figure, GalleryPicture, ProfilePage
from sites.places import Place
from sites.style_guide.entries import Entry, Group, State
from sites.style_guide.samples import LONG, NOWHERE, SampleFrame, SampleVillage, picture

VILLAGE = SampleVillage("Desa Karangoling", "Glagah")
WEST, EAST = Place(-8.2, 114.2), Place(-8.45, 114.35)
OTHERS = [Place(-8.0 - row * 0.06, 113.98 + column * 0.055) for row in range(9) for column in range(8)]


def group() -> Group:
    return Group(
        _("Profile of a village"),
        "profile",
        [
            Entry("components/village_facts.html", _("Facts of a village"), facts_states(), columns="wide"),
            Entry("components/boundaries.html", _("Boundaries"), boundary_states()),
            Entry("components/figures.html", _("Figures"), figure_states()),
            Entry("components/gallery.html", _("Gallery"), gallery_states()),
            Entry("components/locator.html", _("Place in the regency"), locator_states()),
        ],
    )


def facts_states() -> list[State]:
    frame = SampleFrame(village=VILLAGE)
    known = {"facts": ProfilePage(area=Decimal("187.5")), "altitude_m": 1_410, "frame": frame}
    unknown = {"facts": ProfilePage(), "altitude_m": None, "frame": frame}
    return [State(_("All details known"), known), State(_("Nothing known yet"), unknown)]


def boundary_states() -> list[State]:
    page = ProfilePage(north="Desa Olehsari", east="Kelurahan Penganjuran", south=LONG, west="Hutan lindung")
    two = ProfilePage(north="Desa Olehsari", east="Selat Bali")
    return [
        State(_("All sides"), {"boundaries": page.boundaries}),
        State(_("Two"), {"boundaries": two.boundaries}),
    ]


def figures() -> list[Figure]:
    facts = {"year": 2025, "source": "Kantor desa (contoh)"}
    return [
        Figure(label="Penduduk", label_en="Residents", value="3184", unit="jiwa", unit_en="people", **facts),
        Figure(label="Kepala keluarga", value="1057", **facts),
        Figure(label="Sekolah", label_en="Schools", value="4", **facts),
        Figure(label="Luas kebun kopi rakyat di lereng", value="212,5", unit="ha", unit_en="ha", **facts),
    ]


def figure_states() -> list[State]:
    return [
        State(_("Four entries"), {"figures": figures()}),
        State(_("One entry"), {"figures": figures()[:1]}),
    ]


def gallery_states() -> list[State]:
    rows = [
        GalleryPicture(image=picture(credit="Karang Taruna"), caption="Pendopo pagi hari."),
        GalleryPicture(image=picture(), caption=LONG),
        GalleryPicture(image=picture()),
    ]
    return [State(_("Three pictures"), {"pictures": rows}), State(_("One picture"), {"pictures": rows[:1]})]


def locator_states() -> list[State]:
    words = {"name": "Karangoling", "map_url": NOWHERE}
    address = "Jl. Omah Osing 1 (contoh)\nDesa Karangoling"
    drawn = [
        State(
            title,
            words
            | {
                "place": place,
                "locator": locator.draw(place, OTHERS),
                "crater_text": locator.crater_text(place),
                "address": address,
            },
        )
        for title, place in [(_("In the west"), WEST), (_("In the east"), EAST)]
    ]
    return [*drawn, State(_("Place not known"), words | {"address": address})]
