"""The calendar of a village: what stands in it, in which order, and how it is narrowed."""

from django.utils import timezone

from tests.factories.culture import make_class, make_event


def test_x(kemiren, get):
    make_event(kemiren, "Latihan terbuka", audience="")
    make_event(None, "Gandrung Sewu")
    make_class(kemiren)
    r = get("kemiren.localhost", "/agenda/")
    t = timezone.localdate()
    for p in [
        "/agenda/",
        f"/agenda/{t.year}/",
        f"/agenda/{t:%Y/%-m}/",
        f"/agenda/{t:%Y/%-m}/?view=grid",
        "/agenda/?when=week",
        "/agenda/kalender.ics",
        "/en/calendar/",
        "/agenda/9999/",
        "/agenda/2026/13/",
        "/agenda/1/1/",
        "/",
    ]:
        print(p, get("kemiren.localhost", p).status_code)
    print(get("localhost", "/agenda/").status_code)
    print(get("kemiren.localhost", "/agenda/kalender.ics").text)
    print(get("kemiren.localhost", "/agenda/?view=grid").text)
    assert 0
