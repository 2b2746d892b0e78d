from django.utils.translation import gettext_lazy as _

from sites.related import RelatedGroup
from sites.style_guide.entries import Entry, Group, State, only
from sites.style_guide.samples import (
    LONG,
    NOWHERE,
    SampleArtForm,
    SampleClass,
    SampleDocument,
    SamplePage,
    SampleRecording,
    SampleVillage,
    picture,
)

KEMIREN = SampleVillage("Desa Kemiren", "Glagah")
OLEHSARI = SampleVillage("Desa Olehsari", "Glagah", home_url=None, code="35.10.00.0001")


def group() -> Group:
    return Group(
        _("Culture"),
        "culture",
        [
            Entry("components/cards/art_form.html", _("Card of an art form"), card_states(), columns="wide"),
            Entry("components/art_form_tags.html", _("Kind and publisher"), tag_states(), columns="wide"),
            Entry(
                "components/homes_text.html",
                _("Where it is at home, in words"),
                home_states(),
                columns="wide",
            ),
            Entry("components/art_form_facts.html", _("When, where, who"), fact_states()),
            Entry(
                "components/art_form_link.html",
                _("The art form"),
                only({"art_form": SampleArtForm("Gandrung")}),
            ),
            Entry("components/etiquette.html", _("For guests"), etiquette_states(), columns="wide"),
            Entry(
                "components/recordings.html", _("To listen and to watch"), only({"recordings": recordings()})
            ),
            Entry(
                "components/classes_nearby.html", _("Classes of an art form"), only({"classes": classes()})
            ),
            Entry("components/related_pages.html", _("Related pages"), only({"related_groups": related()})),
            Entry(
                "components/village_choice.html", _("Choice of a village"), choice_states(), columns="wide"
            ),
        ],
    )


def card_states() -> list[State]:
    pages = [
        (_("Sample"), SampleArtForm("Tari Gandrung", "Tari syukur setelah panen.", mark="Disbudpar")),
        (_("With picture"), SampleArtForm("Tumpeng Sewu", homes=[KEMIREN], listing_image=picture(), pk=2)),
        (_("Long title"), SampleArtForm(LONG, f"{LONG}. {LONG}.", homes=[KEMIREN, OLEHSARI], pk=3)),
        (
            _("Of another village"),
            SampleArtForm("Seblang", village_name="Desa Olehsari", homes=[OLEHSARI], pk=4),
        ),
    ]
    return [State(title, {"page": page, "level": 3}) for title, page in pages]


def tag_states() -> list[State]:
    shared, own = SampleArtForm("Gandrung", mark="Disbudpar"), SampleArtForm("Gandrung")
    return [State(_("Of an office"), {"page": shared}), State(_("Of the village"), {"page": own})]


def home_states() -> list[State]:
    return [
        State(_("No village"), {"homes": []}),
        State(_("Two"), {"homes": [KEMIREN, OLEHSARI]}),
        State(_("Many"), {"homes": [KEMIREN] * 7}),
    ]


def fact_states() -> list[State]:
    full = SampleArtForm(
        "Seblang",
        season="Bulan Syawal, tujuh hari berturut-turut",
        where_and_when="Lapangan desa, pukul 14.00 sampai senja",
        custodians="Sanggar dan tetua adat",
    )
    some = SampleArtForm("Kebo-keboan", season="Bulan Suro")
    return [
        State(_("All details known"), {"page": full, "homes": [KEMIREN, OLEHSARI]}),
        State(_("Only the season"), {"page": some, "homes": []}),
    ]


def etiquette_states() -> list[State]:
    sacred = SampleArtForm(
        "Seblang", is_sacred=True, photography="none", etiquette="Jangan berdiri di depan penari."
    )
    free = SampleArtForm("Gandrung", photography="free")
    return [State(_("Sacred"), {"page": sacred}), State(_("Photographs welcome"), {"page": free})]


def recordings() -> list[SampleRecording]:
    sound, film = SampleDocument("Gending", "MP3", "2,1 MB"), SampleDocument("Tari", "MP4", "8,4 MB")
    words = "Padha nonton, pundhak sempal ring lelurung."
    return [
        SampleRecording("Gending pembuka", file=sound, credit="Sanggar contoh", transcript=words),
        SampleRecording("Tari jejer", file=film, is_video=True, picture=picture()),
        SampleRecording("Pentas di pantai", link=NOWHERE, link_host="youtube.com", is_video=True),
    ]


def classes() -> list[SampleClass]:
    other = SampleClass("Jejer Gandrung", schedule="Setiap Sabtu, 15.30–17.00 WIB", pk=2)
    other.place_name, other.accent = "Kelurahan Temenggungan", "gandrung"
    return [SampleClass("Tari Gandrung untuk pemula", schedule="Setiap Minggu, 09.00–10.30 WIB"), other]


def related() -> list[RelatedGroup]:
    from_elsewhere = SamplePage("Batik Gajah Oling", pk=3)
    from_elsewhere.place_name = "Desa Olehsari"
    return [
        RelatedGroup("Kesenian", "music", [SamplePage("Angklung Caruk"), from_elsewhere]),
        RelatedGroup("Halaman informasi", "file-text", [SamplePage("Menuju Kemiren", pk=2)]),
    ]


def choice_states() -> list[State]:
    villages = {"villages": [KEMIREN, OLEHSARI], "action": NOWHERE}
    chosen = {**villages, "chosen": KEMIREN, "kind": "dance"}
    return [State(_("Nothing chosen"), villages), State(_("One chosen"), chosen)]
