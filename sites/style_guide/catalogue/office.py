from datetime import time

from django.utils.translation import gettext_lazy as _

from sites.opening_hours import OpeningRow
from sites.style_guide.entries import Entry, Group, State, only
from sites.style_guide.samples import SampleFrame, SampleOffice, SampleVillage

HOURS = [OpeningRow("Senin–Kamis", "08.00–15.00 WIB"), OpeningRow("Jumat", "08.00–11.00, 13.00–15.00 WIB")]


OFFICE = SampleOffice(
    address="Jl. Omah Osing 1 (contoh)\nDesa Karangoling",
    directions="Parkir motor di sisi timur, jalur landai di pintu samping.",
    phone="+628000000001",
    whatsapp="+628000000002",
    email="kantor@contoh.example",
)


def group() -> Group:
    village = SampleVillage("Desa Karangoling", "Glagah", latitude=-8.2, longitude=114.3)
    known = SampleFrame(OFFICE, HOURS, (True, time(15)), village)
    closed = SampleFrame(OFFICE, HOURS, (False, None), village)
    panels = [
        State(_("All details known"), {"frame": known}),
        State(_("Nothing known yet"), {"frame": SampleFrame()}),
    ]
    statuses = [
        State(_("Office open"), {"frame": known}, "cloth"),
        State(_("Office closed"), {"frame": closed}, "cloth"),
    ]
    contact = only({"office": OFFICE}, "footer")
    return Group(
        _("Office"),
        "office",
        [
            Entry("components/office_panel.html", _("Panel of the office"), panels, columns="wide"),
            Entry("components/office_status.html", _("Open or closed"), statuses, columns="wide"),
            Entry("components/hours.html", _("Opening hours"), only({"rows": HOURS})),
            Entry("components/contact_links.html", _("Contact in the footer"), contact),
        ],
    )
