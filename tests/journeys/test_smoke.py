"""The server is up: the portal and a village answer, and a name that is no village's does not."""


def test_the_portal_answers(page, portal_url):
    assert page.goto(portal_url).status == 200
    assert page.locator("h1").is_visible()


def test_a_demo_village_answers(page, village_url):
    assert page.goto(village_url("kemiren")).status == 200
    assert "Kemiren" in page.title()


def test_the_health_check_answers_for_machines(page, portal_url):
    assert page.goto(f"{portal_url}/healthz").status == 200


def test_an_unknown_host_is_no_village(page, village_url):
    assert page.goto(village_url("antah-berantah")).status == 404


def test_without_script_the_portal_says_the_same(no_script_page, page, portal_url):
    no_script_page.goto(portal_url)
    page.goto(portal_url)
    assert no_script_page.locator("h1").inner_text() == page.locator("h1").inner_text()


def test_the_portal_has_no_accessibility_fault(desktop_page, portal_url, axe):
    desktop_page.goto(portal_url)
    assert not axe(desktop_page)
