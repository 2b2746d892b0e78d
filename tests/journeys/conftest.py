"""Journeys: a real server with the demo villages, and a real browser that looks at it."""

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.journeys.support.browser import PageWatch, launch
from tests.journeys.support.databases import fresh_database
from tests.journeys.support.demo import fill_with_demo
from tests.journeys.support.looking import axe_faults
from tests.journeys.support.pages import NEW_VILLAGE, NEW_VILLAGE_CODE, go
from tests.journeys.support.server import JourneyServer

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}
WAIT_MILLISECONDS = 30_000
server_key = pytest.StashKey[JourneyServer]()


@pytest.fixture(scope="package")
def server(tmp_path_factory, request):
    """The server that `make run` starts, filled with the demo."""
    folder = tmp_path_factory.mktemp("server")
    with fresh_database(folder) as database_url:
        server = JourneyServer(folder, database_url)
        fill_with_demo(server)
        request.config.stash[server_key] = server
        with server.running():
            yield server


@pytest.fixture(scope="package")
def new_village(server):
    """A village with a site that has nothing on it yet, beside those of the demo."""
    server.manage("create_village", "--code", NEW_VILLAGE_CODE, "--hostname", f"{NEW_VILLAGE}.localhost")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item):
    """Show what the server logged beside each journey that fails."""
    report = yield
    if report.failed and (server := item.config.stash.get(server_key, None)):
        report.sections.append(("Server log, last lines", "\n".join(server.log().splitlines()[-60:])))
    return report


@pytest.fixture(scope="package")
def portal_url(server):
    return server.url()


@pytest.fixture
def village_url(server):
    """A function: the address of a demo village by its slug."""
    return lambda slug: server.url(f"{slug}.localhost")


@pytest.fixture
def manage(server):
    """A function: run a management command on the server's data and return what it printed."""
    return server.manage


@pytest.fixture(scope="package")
def playwright():
    # As patient as actions are: a loaded machine makes some pages in more than the usual 5 seconds.
    expect.set_options(timeout=WAIT_MILLISECONDS)
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="package")
def browser(playwright):
    browser = launch(playwright)
    yield browser
    browser.close()


def new_context(browser, options):
    usual = {"viewport": PHONE, "locale": "id-ID", "service_workers": "block"}
    context = browser.new_context(**usual | options)
    context.set_default_timeout(WAIT_MILLISECONDS)
    return context


@pytest.fixture
def open_page(browser):
    """A function: a page in a new browser context, watched until the test ends.

    Without service worker unless the test says so: what is routed and weighed is what the network gives.
    """
    contexts, watches = [], []

    def open_page(browser=browser, **options):
        context = new_context(browser, options)
        contexts.append(context)
        page = context.new_page()
        watches.append(PageWatch(page))
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not [fault for watch in watches for fault in watch.faults]


@pytest.fixture(scope="module")
def kept_contexts():
    """Browser contexts by what they were opened with."""
    contexts = {}
    yield contexts
    for context in contexts.values():
        context.close()


@pytest.fixture
def look_at(kept_contexts, browser, server):
    """A function: a sample in a page that is only looked at, so that style and font may be there already."""
    pages, watches = [], []

    def look_at(sample, browser=browser, **options):
        key = browser, repr(options)
        if key not in kept_contexts:
            kept_contexts[key] = new_context(browser, options)
        page = kept_contexts[key].new_page()
        pages.append(page)
        watches.append(PageWatch(page))
        go(sample, page, server)
        return page

    yield look_at
    for page in pages:
        page.close()
    assert not [fault for watch in watches for fault in watch.faults]


@pytest.fixture
def page(open_page):
    return open_page()


@pytest.fixture
def desktop_page(open_page):
    return open_page(viewport=DESKTOP)


@pytest.fixture
def no_script_page(open_page):
    return open_page(java_script_enabled=False)


@pytest.fixture(scope="package")
def log_in(portal_url):
    """A function: log in to the admin, at the portal or at the address given."""

    def log_in(page, email, password, at=portal_url):
        page.goto(f"{at}/admin/login/")
        page.locator("input[name=username]").fill(email)
        page.locator("input[name=password]").fill(password)
        page.locator("form button[type=submit]").first.click()
        page.wait_for_url(f"{at}/admin/")

    return log_in


@pytest.fixture
def axe():
    """A function: what axe-core finds wrong on a page."""
    return axe_faults
