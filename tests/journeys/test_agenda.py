"""A tourist looks for what is on; the television in a village hall goes on whatever happens to the line."""

import re

import pytest
from icalendar import Calendar

from tests.journeys.support.crawl import ask
from tests.journeys.support.looking import fits_the_screen

pytestmark = pytest.mark.once

TELEVISION = {"width": 1920, "height": 1080}
START = "2026-05-09T03:00:00Z"
MINUTES = 181_000  # after which the screen asks for news


def test_a_tourist_finds_this_weekends_gandrung_in_english_and_puts_it_into_the_calendar(
    open_page, village_url, server
):
    page = open_page(locale="en-GB")
    page.goto(village_url("kemiren") + "/en/")
    page.get_by_role("link", name="Calendar", exact=True).first.click()
    page.get_by_role("link", name="This weekend").click()
    page.get_by_role("link", name="Open Gandrung rehearsal").click()
    shown = page.locator("main").inner_text()
    assert "3.30 PM–5.30 PM WIB" in shown and "Free of charge" in shown and "Village hall" in shown
    address = page.get_by_role("link", name="Add to your calendar").get_attribute("href")
    (event,) = Calendar.from_ical(ask(server, village_url("kemiren") + address).text).events
    assert "Gandrung" in event["summary"] and event.start.strftime("%H:%M") == "15:30"
    assert fits_the_screen(page)


def test_without_a_script_the_calendar_is_narrowed_turned_and_widened_again(no_script_page, portal_url):
    page = no_script_page
    page.goto(f"{portal_url}/agenda/")
    page.locator("summary", has_text="Saring").click()
    page.get_by_label("Desa", exact=True).select_option(label="Desa Kemiren, Glagah")
    page.get_by_label("Hanya yang gratis").check()
    page.get_by_role("button", name="Tampilkan hasil").click()
    page.locator("a[rel=next]").first.click()
    assert page.locator(".chip--on").count() == 2 and "village=35.10.15.2004" in page.url
    page.locator(".chip--on", has_text="Desa Kemiren").click()
    assert page.locator(".chip--on").count() == 1 and "free=1" in page.url
    page.get_by_role("link", name="lembar bulan").click()
    assert page.locator("table.month th").first.inner_text() == "Sen"


@pytest.fixture
def screen(open_page, village_url):
    """The television in Kemiren's hall, with a clock that the test turns."""
    page = open_page(viewport=TELEVISION)
    page.clock.install(time=START)
    page.goto(f"{village_url('kemiren')}/layar/?detik=5")
    page.locator(".screen--turning").wait_for()
    return page


def shown_part(page):
    """The number of the one part that is shown."""
    assert page.locator("[data-part]:visible").count() == 1
    return page.locator("[data-part]").evaluate_all("parts => parts.findIndex(part => !part.hidden)")


def test_the_screen_shows_one_part_after_the_other_and_begins_anew(screen):
    number = screen.locator("[data-part]").count()
    assert number > 2
    seen = []
    for _turn in range(number + 1):
        seen.append(shown_part(screen))
        screen.clock.run_for(5000)
    assert seen == [*range(number), 0]
    assert screen.locator("[data-clock]").inner_text().startswith("10.0")


def test_each_part_fits_the_screen(screen):
    for _turn in range(screen.locator("[data-part]").count()):
        part, foot = (
            screen.locator(name).bounding_box() for name in ("[data-part]:visible", ".screen__foot")
        )
        assert part["y"] + part["height"] <= foot["y"]
        assert foot["y"] + foot["height"] <= TELEVISION["height"]
        screen.clock.run_for(5000)


def test_when_the_line_is_cut_the_screen_goes_on_and_renews_itself_when_it_is_back(screen):
    stale, before = screen.locator("[data-stale]"), screen.locator("[data-part]").count()
    assert stale.is_hidden()
    screen.context.set_offline(True)
    stale.wait_for()
    assert re.search(r"Terakhir diperbarui \d\d\.\d\d", stale.inner_text())
    screen.clock.run_for(MINUTES)
    shown_part(screen)
    screen.context.set_offline(False)
    stale.wait_for(state="hidden")
    assert screen.locator("[data-part]").count() == before


@pytest.mark.parametrize("status", [500, 404, 200])
def test_what_is_no_screen_never_takes_the_place_of_one(screen, status):
    before = screen.locator("[data-part]").count()
    screen.route(
        "**/layar/**", lambda route: route.fulfill(status=status, body="x", content_type="text/html")
    )
    screen.clock.run_for(MINUTES)
    screen.locator("[data-stale]").wait_for()
    assert screen.locator("[data-part]").count() == before
    screen.unroute_all()
    screen.clock.run_for(MINUTES)
    screen.locator("[data-stale]").wait_for(state="hidden")


def test_what_is_new_appears_by_itself(screen, server):
    fresh = ask(server, screen.url).text.replace("<h3>", "<h3>Baru: ")
    screen.route("**/layar/**", lambda route: route.fulfill(body=fresh, content_type="text/html"))
    screen.clock.run_for(MINUTES)
    screen.locator("[data-part] h3", has_text="Baru: ").first.wait_for(state="attached")
    shown_part(screen)


def test_without_a_script_all_parts_stand_below_one_another(no_script_page, village_url):
    page = no_script_page
    page.goto(village_url("kemiren") + "/layar/")
    parts = page.locator("[data-part]")
    assert parts.count() > 2 and page.locator("[data-part]:visible").count() == parts.count()
