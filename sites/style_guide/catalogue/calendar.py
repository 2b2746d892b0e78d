from datetime import date, timedelta

from django.utils import timezone
from django.utils.dates import MONTHS, WEEKDAYS, WEEKDAYS_ABBR
from django.utils.translation import gettext_lazy as _

from sites.style_guide.entries import Entry, Group, State, only
from sites.style_guide.samples import LONG, NOWHERE, SampleEvent

PLANNED = SampleEvent("Latihan tari Jejer Gandrung", days_ahead=1, hours=2, place="Pendopo", is_free=True)
LONG_NAMED = SampleEvent(LONG, days_ahead=12, mark="Disbudpar", kind_label="Pertemuan")
CANCELLED = SampleEvent(
    "Pentas barong", status_label="Dibatalkan", is_cancelled=True, status_note="Hujan lebat", place="Lapangan"
)
MOVED = SampleEvent(
    "Sarasehan",
    status_label="Dipindah",
    moved_text="Rencana semula: Kamis, 7 Mei 2026, 19.00 WIB",
    place="Balai",
)
UNDATED = SampleEvent("Festival Gandrung Sewu", days_ahead=None, season="biasanya Oktober", mark="Disbudpar")
LUNAR = SampleEvent("Barong Ider Bumi", lunar_date="2 Syawal", kind_label="Ritual", place="Desa Kemiren")
INDONESIAN = SampleEvent("Pasar Jajan Pagi", days_ahead=2, language="id", place="Jalan Omah Osing")


def group() -> Group:
    files = {"webcal_address": NOWHERE, "file_address": NOWHERE}
    return Group(
        _("Calendar"),
        "calendar",
        [
            Entry("components/events.html", _("Event strip"), event_states()),
            Entry("components/event_text.html", _("Event"), text_states()),
            Entry("components/cards/event.html", _("Event card"), card_states(), columns="wide"),
            Entry("components/event_status.html", _("Event that is not as planned"), status_states()),
            Entry("components/date_block.html", _("Date block"), only({"moment": timezone.localdate()})),
            Entry("components/calendar/grid.html", _("Month as a table"), only(grid())),
            Entry("components/calendar/looks.html", _("Quick looks"), only({"looks": looks()})),
            Entry("components/calendar/steps.html", _("Months before and after"), step_states()),
            Entry("components/calendar/months.html", _("Months of a year"), only(months())),
            Entry("components/calendar/filter.html", _("Filter of a calendar"), filter_states()),
            Entry("components/calendar/chosen.html", _("What a calendar is narrowed to"), only(chosen())),
            Entry("components/calendar/file.html", _("Calendar for apps"), only(files), columns="wide"),
        ],
    )


def event_states() -> list[State]:
    regency = [
        SampleEvent("Seblang Olehsari", days_ahead=5, village_name="Desa Olehsari", accent="gandrung"),
        SampleEvent("Petik Laut", days_ahead=30, hours=5, village_name="Desa Kedungrejo", accent="pesisir"),
    ]
    village = [PLANNED, CANCELLED, MOVED, LONG_NAMED, UNDATED, LUNAR]
    return [State(_("Of a village"), {"events": village}), State(_("Of the regency"), {"events": regency})]


def text_states() -> list[State]:
    return [State(_("In another language"), {"event": INDONESIAN}, "event")]


def card_states() -> list[State]:
    states = [(_("Sample"), PLANNED), (_("Cancelled"), CANCELLED), (_("Long title"), LONG_NAMED)]
    states += [(_("Without a day"), UNDATED)]
    return [State(title, {"page": event, "level": 3}) for title, event in states]


def status_states() -> list[State]:
    return [State(_("Moved"), {"page": MOVED}), State(_("Cancelled"), {"page": CANCELLED})]


def grid() -> dict:
    """Four weeks from a Monday on; `number` and `names` as the calendar gives them."""
    monday = date(2026, 6, 1)
    names = {3: [PLANNED, CANCELLED], 11: [LONG_NAMED], 20: [PLANNED, MOVED, LUNAR]}
    numbers = {20: 5}
    days = [
        {
            "day": monday + timedelta(days=number),
            "names": names.get(number, []),
            "number": numbers.get(number, len(names.get(number, []))),
            "further": numbers.get(number, 0) - len(names.get(number, [])),
            "is_in_month": True,
            "is_today": number == 11,
        }
        for number in range(28)
    ]
    weekdays = [(WEEKDAYS[number], WEEKDAYS_ABBR[number]) for number in range(7)]
    weeks = [days[start : start + 7] for start in range(0, 28, 7)]
    return {"grid": {"weekdays": weekdays, "weeks": weeks}, "title": "Juni 2026", "calendar_url": NOWHERE}


def looks() -> list[dict]:
    labels = [_("Today"), _("This weekend"), _("This week")]
    return [
        {"label": label, "url": NOWHERE, "is_current": number == 1} for number, label in enumerate(labels)
    ]


def step_states() -> list[State]:
    before, after = {"label": "April 2026", "url": NOWHERE}, {"label": "Juni 2026", "url": NOWHERE}
    return [
        State(_("Sample"), {"previous": before, "next": after}),
        State(_("At an end"), {"previous": before, "next": None}),
    ]


def months() -> dict:
    found = [{"label": MONTHS[month], "url": NOWHERE, "is_current": month == 5} for month in range(1, 13)]
    return {"months": found, "year": "2026", "year_url": NOWHERE}


def filter_states() -> list[State]:
    kinds = [{"value": "festival", "label": "Festival", "is_chosen": True}]
    villages = [{"value": "35.10.15.2004", "label": "Desa Kemiren, Glagah", "is_chosen": False}]
    own = {"action": NOWHERE, "kinds": kinds, "villages": [], "is_free": False, "kept": {}}
    return [
        State(_("Of a village"), {"filter": own}),
        State(_("Of the regency"), {"filter": own | {"villages": villages, "is_used": True}}),
    ]


def chosen() -> dict:
    return {"chips": [{"label": "Festival", "url": NOWHERE}, {"label": "Gratis", "url": NOWHERE}]}
