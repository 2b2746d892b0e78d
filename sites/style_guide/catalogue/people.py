from datetime import date
from types import SimpleNamespace

from django.utils.translation import gettext_lazy as _

from sites.institutions import Kind
from sites.models import InstitutionPage, Official
from sites.org_chart import ChartPlace, chart
from sites.style_guide.entries import Entry, Group, State
from sites.style_guide.samples import LONG_WORD, picture, wagtail_page

HEAD, SECRETARY, SECTION, HAMLET, STAFF = ChartPlace


def group() -> Group:
    return Group(
        _("People and institutions"),
        "people",
        [
            Entry("components/person_card.html", _("Somebody in an office"), person_states(), columns="wide"),
            Entry("components/org_chart.html", _("Organisation chart"), chart_states()),
            Entry(
                "components/institution_facts.html",
                _("Facts of an institution"),
                [State(title, {"page": page, "facts": page}) for title, page in institutions()],
                columns="wide",
            ),
            Entry(
                "components/contact_panel.html",
                _("Contact of an institution or an office"),
                [State(title, {"facts": page}) for title, page in contacts()],
                columns="wide",
            ),
        ],
    )


def people() -> list[Official]:
    """More sections than a row of the chart holds; with and without a photo or a term."""
    since, until = date(2021, 1, 1), date(2027, 12, 31)
    listed = [
        (
            "Sutrisno Contoh",
            "Kepala desa",
            HEAD,
            {"photo": picture(), "term_from": since, "term_until": until},
        ),
        ("Siti Contoh, S.Sos.", "Sekretaris desa", SECRETARY, {"term_from": since}),
        ("Budi Contoh", "Kasi Pelayanan", SECTION, {"position_en": "Head of services"}),
        ("Wayan Contoh", f"Kaur {LONG_WORD}", SECTION, {}),
        ("Ayu Contoh", "Kasi Pemerintahan", SECTION, {"photo": picture()}),
        ("Made Contoh", "Kaur Keuangan", SECTION, {}),
        ("Slamet Contoh", "Kepala Dusun Krajan", HAMLET, {}),
        ("Hadi Contoh", "Kepala Dusun Sumber", HAMLET, {}),
        ("Rina Contoh", "Staf", STAFF, {}),
    ]
    return [
        Official(pk=number, name=name, position=position, place=place, **values)
        for number, (name, position, place, values) in enumerate(listed, start=1)
    ]


def person_states() -> list[State]:
    head, secretary, section, long, *_others = people()
    shown = [
        (_("With picture"), head),
        (_("Missing picture"), secretary),
        (_("Without a term"), section),
        (_("Long word"), long),
    ]
    return [State(title, {"person": person}) for title, person in shown]


def chart_states() -> list[State]:
    name = "Desa Karangoling"
    return [
        State(_("Everybody"), {"chart": chart(people(), is_desa=True), "name": name}),
        State(_("Without a head"), {"chart": chart(people()[2:4], is_desa=True), "name": name}),
    ]


def institutions() -> list[tuple]:
    known = {"founded_year": 1987, "legal_basis": "Keputusan Kepala Desa Nomor 12 Tahun 2022 (contoh)"}
    youth = wagtail_page(InstitutionPage, "Karang Taruna", kind=Kind.KARANG_TARUNA, **known)
    unknown = wagtail_page(InstitutionPage, "Kelompok tani")
    return [(_("All details known"), youth), (_("Nothing known yet"), unknown)]


def contacts() -> list[tuple]:
    both = wagtail_page(InstitutionPage, "Karang Taruna", phone="+62333000001", whatsapp="+628000000002")
    phone = wagtail_page(InstitutionPage, "Kelompok tani", phone="+62333000001")
    office = SimpleNamespace(
        address="Jl. Contoh 1\nBanyuwangi",
        whatsapp="+628000000002",
        phone="+62333000001",
        email="dinas@contoh.example",
        website="https://contoh.example/",
    )
    shown = [(_("WhatsApp and telephone"), both), (_("Telephone only"), phone)]
    return [*shown, (_("All details known"), office)]
