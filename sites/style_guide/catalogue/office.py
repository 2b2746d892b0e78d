from datetime import time, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sites.opening_hours import ExceptionalDays, OfficeStatus, OpeningRow
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
    days = closed_days()
    known = SampleFrame(OFFICE, HOURS, days, OfficeStatus(True, until=time(15)), village)
    panels = [
        State(_("All details known"), {"frame": known}),
        State(_("Nothing known yet"), {"frame": SampleFrame()}),
    ]
    contact = only({"office": OFFICE}, "footer")
    return Group(
        _("Office"),
        "office",
        [
            Entry("components/office_panel.html", _("Panel of the office"), panels, columns="wide"),
            Entry("components/office_status.html", _("Open or closed"), status_states(), columns="wide"),
            Entry("components/hours.html", _("Opening hours"), only({"rows": HOURS})),
            Entry("components/closed_days.html", _("Days with other hours"), only({"days": days})),
            Entry("components/contact_links.html", _("Contact in the footer"), contact),
        ],
    )


def closed_days() -> list[ExceptionalDays]:
    today = timezone.localdate()
    feast, meeting = today + timedelta(days=3), today + timedelta(days=9)
    return [
        ExceptionalDays(feast, feast + timedelta(days=2), [], "libur hari raya"),
        ExceptionalDays(meeting, meeting, [(time(8), time(11))], "rapat desa"),
    ]


def status_states() -> list[State]:
    opening = timezone.localtime().replace(hour=8, minute=0) + timedelta(days=1)
    statuses = [
        (_("Office open"), OfficeStatus(True, until=time(15))),
        (_("Opens again"), OfficeStatus(False, opens_next=opening)),
        (_("Closed for a reason"), OfficeStatus(False, opens_next=opening, reason="libur hari raya")),
        (_("Office closed"), OfficeStatus(False)),
    ]
    return [
        State(title, {"frame": SampleFrame(OFFICE, HOURS, office_status=status)}, "cloth")
        for title, status in statuses
    ]
