"""The editor saves by itself, and an admin who presses "Publish" meanwhile gets one page, and a live one."""

import re

from playwright.sync_api import expect

from sites.demo.accounts import PASSWORD, admin_email

TITLE = "Gotong royong di sungai"


class HeldUp:
    """The network holds up what makes a new page, until it is let go."""

    def __init__(self, page):
        self.routes = []
        page.route("**/pages/add/**", self.take)

    def take(self, route):
        if route.request.method == "POST" and "/preview/" not in route.request.url:
            self.routes.append(route)
        else:
            route.continue_()

    def let_go(self):
        for route in self.routes:
            route.continue_()


def is_autosave(request):
    return request.method == "POST" and request.headers.get("accept") == "application/json"


def test_publishing_waits_for_the_save_that_is_under_way(page, log_in, village_url):
    site = village_url("temenggungan")
    log_in(page, admin_email("temenggungan"), PASSWORD, at=site)
    page.get_by_role("link", name="Tulis pengumuman").click()
    network = HeldUp(page)
    page.locator("#id_title").fill(TITLE)
    page.wait_for_load_state()
    with page.expect_request(is_autosave):
        # As slowly as people type: the editor notices no change of its first seconds.
        page.locator("#id_summary").press_sequentially("Sabtu pagi, bawa sabit dan karung.", delay=150)
    publish = page.get_by_role("button", name="Terbitkan").first
    publish.click()
    expect(publish).to_have_attribute("aria-busy", "true")
    assert [is_autosave(route.request) for route in network.routes] == [True]
    network.let_go()
    page.locator(".messages .success").wait_for()

    page.goto(f"{site}/pengumuman/")
    expect(page.get_by_role("link", name=TITLE)).to_have_count(1)
    page.goto(f"{site}/admin/pages/search/?q={TITLE.replace(' ', '+')}")
    expect(page.get_by_role("link", name=re.compile(TITLE))).to_have_count(1)
