"""Reading and learning with the line really cut: what was opened, what was saved, and what never is."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.journeys.conftest import WAIT_MILLISECONDS
from tests.journeys.support.server import free_port

pytestmark = pytest.mark.once

COURSE = "Pemasaran digital untuk UMKM"
NO_SIGNAL = "Sedang tidak ada sinyal"
KILOBYTE = 1024
HAS_WORKER = "() => navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller !== null)"
# Playwright takes a promise for an answer, so that the page itself asks until it is true.
UNTIL = """async ([milliseconds, value]) => {
  const end = Date.now() + milliseconds;
  while (!(await (%s)(value))) {
    if (Date.now() > end) throw new Error("it has not come true");
    await new Promise((go) => setTimeout(go, 50));
  }
}"""
CACHES = """async () => {
  const found = {};
  for (const name of await caches.keys()) {
    const requests = await (await caches.open(name)).keys();
    found[name] = requests.map((request) => new URL(request.url).pathname);
  }
  return found;
}"""
NOTHING_WAITS = "() => localStorage.getItem('smart-kampung.outbox') === null"
KEEPS = f"""async ([start, path]) => Object.entries(await ({CACHES})())
  .some(([name, paths]) => name.startsWith(start) && paths.includes(path))"""
FULL = f"""async (most) => Object.entries(await ({CACHES})())
  .some(([name, paths]) => name.startsWith("pages:") && paths.length === most)"""
COUNT_ATTEMPTS = "from learning.models import Attempt; print(Attempt.objects.count())"
SWITCH_ENGLISH = """
from sites.models import SiteSettings
settings = SiteSettings.objects.get(site__hostname="%s.localhost")
print(settings.english_enabled)
settings.english_enabled = not settings.english_enabled
settings.save()
"""
SMUGGLE = """async () => {
  const [name] = (await caches.keys()).filter((name) => name.startsWith("pages:"));
  const copy = new Response("<html lang='id'>Diselundupkan", { headers: { "Content-Type": "text/html" } });
  await (await caches.open(name)).put("/selundupan/", copy);
}"""


@pytest.fixture
def phone(open_page):
    return open_page(service_workers="allow")


@pytest.fixture
def kemiren(village_url):
    return village_url("kemiren")


def wait_for(page: Page, script: str, value: object = None) -> None:
    """Wait until an asynchronous function of the page gives true."""
    page.evaluate(UNTIL % script, [WAIT_MILLISECONDS, value])


def visit(page: Page, address: str) -> None:
    """Open a page and wait until the service worker of its site looks after it."""
    page.goto(address)
    wait_for(page, HAS_WORKER)


def wait_until_kept(page: Page, path: str, start: str = "pages:") -> None:
    wait_for(page, KEEPS, [start, path])


def saved(page: Page, start: str = "") -> set[str]:
    """Paths that the device keeps, in the caches whose names begin so."""
    found = page.evaluate(CACHES)
    return {path for name, paths in found.items() if name.startswith(start) for path in paths}


def cut(page: Page, is_cut: bool = True) -> None:
    page.context.set_offline(is_cut)


def open_course(page: Page, root: str) -> str:
    """Go to the course as readers of the village do; its address."""
    visit(page, f"{root}/belajar/")
    page.get_by_role("link", name=COURSE).first.click()
    page.get_by_role("heading", level=1, name=COURSE).wait_for()
    return page.url


def list_of(page: Page) -> dict:
    """The list of the course that is open."""
    return page.evaluate("fetch('paket.json').then((answer) => answer.json())")


def parts_of(page: Page, course: str, kind: str) -> list[str]:
    """Addresses of the parts of a course, as its list names them."""
    root = re.match(r"https?://[^/]+", course)[0]
    return [root + item["url"] for item in list_of(page)["items"] if item["kind"] == kind]


def open_pack(page: Page):
    panel = page.locator("[data-pack]")
    panel.locator("summary").click()
    page.get_by_role("button", name="Simpan (").wait_for()
    return panel


def save_pack(page: Page) -> None:
    panel = open_pack(page)
    page.get_by_role("button", name="Simpan (").click()
    expect(panel.locator("summary")).to_contain_text("Disimpan pada")


def answer_quiz(page: Page) -> None:
    """Choose or write something everywhere, whether it is right or not."""
    for question in page.locator("form .question").all():
        options = question.locator("input[type=radio], input[type=checkbox]")
        if options.count():
            options.first.check()
        elif question.locator("input[type=text]").count():
            question.locator("input[type=text]").first.fill("genai")
    page.locator("main form button[type=submit], main form button:not([type])").last.click()


def attempts(manage) -> int:
    return int(manage("shell", "-v", "0", "-c", COUNT_ATTEMPTS))


def switch_english(manage, village: str) -> str:
    """Show the English pages of a village, or show them no more; what it has been."""
    return manage("shell", "-v", "0", "-c", SWITCH_ENGLISH % village).strip()


def test_a_page_that_was_opened_is_read_without_a_line_with_a_note_from_when_it_is(phone, kemiren):
    visit(phone, f"{kemiren}/")
    phone.goto(f"{kemiren}/profil-desa/")
    heading = phone.get_by_role("heading", level=1).inner_text()
    assert not phone.locator("[data-saved-note]").is_visible()
    wait_until_kept(phone, "/profil-desa/")
    cut(phone)
    phone.goto(f"{kemiren}/profil-desa/")
    assert phone.get_by_role("heading", level=1).inner_text() == heading
    note = phone.locator("[data-saved-note]")
    expect(note).to_contain_text("Disimpan pada")
    assert note.locator("[data-moment]").inner_text()
    cut(phone, is_cut=False)
    note.get_by_role("link", name="Buka versi terbaru").click()
    expect(phone.locator("[data-saved-note]")).to_be_hidden()


def test_the_first_page_of_all_is_kept_too(phone, kemiren):
    visit(phone, f"{kemiren}/")
    wait_until_kept(phone, "/")
    cut(phone)
    phone.reload()
    assert phone.locator("[data-saved-note]").is_visible()


def test_a_page_that_was_never_opened_leads_to_what_is_saved(phone, kemiren):
    visit(phone, f"{kemiren}/")
    phone.goto(f"{kemiren}/profil-desa/")
    wait_until_kept(phone, "/profil-desa/")
    name = phone.get_by_role("heading", level=1).inner_text()
    cut(phone)
    phone.goto(f"{kemiren}/lembaga-desa/")
    phone.get_by_role("heading", name=NO_SIGNAL).wait_for()
    phone.get_by_role("link", name=name).last.click()
    phone.wait_for_url(f"{kemiren}/profil-desa/")
    assert phone.locator("[data-saved-note]").is_visible()
    phone.goto(f"{kemiren}/en/village-institutions/")
    phone.get_by_role("heading", name="There is no signal right now").wait_for()


def test_the_oldest_pages_make_room_for_new_ones(phone, kemiren):
    visit(phone, f"{kemiren}/")
    wait_until_kept(phone, "/")
    for number in range(41):
        phone.goto(f"{kemiren}/profil-desa/?ke={number}")
    wait_for(phone, FULL, 40)
    assert "/" not in saved(phone, "pages:")


def test_search_forms_with_a_person_and_the_admin_are_never_kept(phone, kemiren, log_in):
    visit(phone, f"{kemiren}/")
    for path in ["/cari/?q=desa", "/langganan/", "/luring/", "/pengumuman/"]:
        phone.goto(f"{kemiren}{path}")
    phone.goto(f"{kemiren}/kelas/tari-gandrung-anak/")
    phone.get_by_role("link", name=re.compile("^Daftar")).first.click()
    log_in(phone, "admin@kemiren.example", "kampung-pintar-demo", at=kemiren)
    phone.goto(f"{kemiren}/")
    wait_until_kept(phone, "/kelas/tari-gandrung-anak/")
    kept = saved(phone, "pages:")
    assert "/pengumuman/" in kept
    assert not [path for path in kept if re.match(r"/(admin|cari|langganan|luring|pendaftaran)/", path)]
    assert not [path for path in saved(phone) if path.startswith("/admin")]


def test_nothing_of_another_village_is_ever_shown(phone, kemiren, village_url):
    visit(phone, f"{village_url('tamansari')}/profil-desa/")
    wait_until_kept(phone, "/profil-desa/")
    visit(phone, f"{kemiren}/")
    phone.evaluate(SMUGGLE)
    cut(phone)
    for path in ["/profil-desa/", "/selundupan/"]:
        phone.goto(f"{kemiren}{path}")
        phone.get_by_role("heading", name=NO_SIGNAL).wait_for()
        assert "Tamansari" not in phone.content() and "Diselundupkan" not in phone.content()
    phone.goto(f"{village_url('tamansari')}/profil-desa/")
    assert "Tamansari" in phone.locator("header").first.inner_text()


def test_a_course_is_saved_read_and_answered_without_a_line_and_the_result_is_stored_once(
    phone, kemiren, manage
):
    course = open_course(phone, kemiren)
    lessons, (quiz,) = parts_of(phone, course, "lesson"), parts_of(phone, course, "quiz")
    before = attempts(manage)
    save_pack(phone)
    cut(phone)
    for lesson in lessons:
        phone.goto(lesson)
        expect(phone.locator("[data-saved-note]")).to_contain_text("Disimpan pada")
        assert phone.locator("main article").inner_text()
        assert phone.evaluate("getComputedStyle(document.querySelector('.page-head')).padding") != "0px"
    phone.goto(quiz)
    answer_quiz(phone)
    phone.locator("[data-says=kept]").wait_for()
    assert attempts(manage) == before
    cut(phone, is_cut=False)
    phone.locator("[data-outcome]").wait_for()
    phone.goto(course)
    phone.reload()
    phone.wait_for_load_state("networkidle")
    assert not phone.evaluate("localStorage.getItem('smart-kampung.outbox')")
    assert attempts(manage) == before + 1


def test_answers_given_without_a_line_are_sent_from_whichever_page_is_opened_next(phone, kemiren, manage):
    course = open_course(phone, kemiren)
    (quiz,) = parts_of(phone, course, "quiz")
    before = attempts(manage)
    save_pack(phone)
    cut(phone)
    phone.goto(quiz)
    answer_quiz(phone)
    phone.locator("[data-says=kept]").wait_for()
    phone.goto(f"{kemiren}/")
    cut(phone, is_cut=False)
    wait_for(phone, NOTHING_WAITS)
    assert attempts(manage) == before + 1


def test_what_came_to_a_quiz_that_was_sent_from_another_page_is_shown_once_when_it_is_opened(
    phone, kemiren, manage
):
    course = open_course(phone, kemiren)
    (quiz,) = parts_of(phone, course, "quiz")
    before = attempts(manage)
    save_pack(phone)
    marked = phone.get_by_text("Kuis Anda sudah diperiksa.")
    expect(marked).to_be_hidden()
    cut(phone)
    phone.goto(quiz)
    answer_quiz(phone)
    phone.locator("[data-says=kept]").wait_for()
    phone.goto(f"{kemiren}/")
    cut(phone, is_cut=False)
    wait_for(phone, NOTHING_WAITS)
    phone.goto(course)
    expect(marked).to_be_visible()
    phone.get_by_role("link", name="Lihat hasilnya").click()
    phone.locator("[data-outcome]").wait_for()
    assert phone.get_by_text("Kirim jawaban").count() == 0
    phone.goto(course)
    expect(marked).to_be_hidden()
    phone.goto(quiz)
    phone.get_by_role("button", name="Kirim jawaban").wait_for()
    assert attempts(manage) == before + 1


def test_a_pack_that_is_cut_half_way_goes_on_without_loading_anew_what_is_there(phone, kemiren):
    course = open_course(phone, kemiren)
    lessons = parts_of(phone, course, "lesson")
    waiting: list[Route] = []
    phone.context.route(lessons[2], lambda route: waiting.append(route))
    panel = open_pack(phone)
    with phone.expect_request(lessons[2]):
        phone.get_by_role("button", name="Simpan (").click()
    cut(phone)
    waiting[0].abort("internetdisconnected")
    expect(panel.locator("[data-status]")).to_contain_text("Sinyal hilang")
    there = saved(phone, "pack:")
    asked: list[str] = []
    phone.context.on("request", lambda request: asked.append(request.url))
    phone.context.unroute(lessons[2])
    cut(phone, is_cut=False)
    expect(panel.locator("summary")).to_contain_text("Disimpan pada")
    loaded = {address for address in asked if address.startswith(course) and address != f"{course}paket.json"}
    assert loaded and not {address for address in loaded if address.removeprefix(kemiren) in there}
    assert set(lessons) <= {kemiren + path for path in saved(phone, "pack:")}


def test_a_pack_can_be_stopped_taken_up_after_a_reload_and_removed(phone, kemiren):
    course = open_course(phone, kemiren)
    lessons = parts_of(phone, course, "lesson")
    waiting: list[Route] = []
    phone.context.route(lessons[1], lambda route: waiting.append(route))
    panel = open_pack(phone)
    with phone.expect_request(lessons[1]):
        phone.get_by_role("button", name="Simpan (").click()
    panel.get_by_role("button", name="Berhenti").click()
    expect(panel.locator("[data-status]")).to_contain_text("Dihentikan. 2 dari")
    phone.context.unroute(lessons[1])
    phone.reload()
    panel.locator("summary").click()
    phone.get_by_role("button", name="Simpan sisanya (").click()
    expect(panel.locator("summary")).to_contain_text("Disimpan pada")
    panel.get_by_role("button", name="Hapus dari HP").click()
    expect(panel.locator("[data-status]")).to_contain_text("Sudah dihapus")
    assert not saved(phone, "pack:")


def test_a_list_that_comes_late_does_not_take_the_place_of_what_is_being_saved(phone, kemiren):
    course = open_course(phone, kemiren)
    lessons = parts_of(phone, course, "lesson")
    held: dict[str, Route] = {}
    phone.context.route(lessons[1], lambda route: held.update(lesson=route))
    panel = open_pack(phone)
    with phone.expect_request(lessons[1]):
        phone.get_by_role("button", name="Simpan (").click()
    panel.get_by_role("button", name="Berhenti").click()
    expect(panel.locator("[data-status]")).to_contain_text("Dihentikan. 2 dari")
    phone.context.route(f"{course}paket.json", lambda route: held.update(list=route))
    with phone.expect_request(f"{course}paket.json"):
        phone.reload()
    panel.locator("summary").click()
    with phone.expect_request(lessons[1]):
        phone.get_by_role("button", name="Simpan sisanya (").click()
    with phone.expect_response(f"{course}paket.json"):
        held["list"].continue_()
    held["lesson"].continue_()
    expect(panel.locator("summary")).to_contain_text("Disimpan pada")


@pytest.mark.parametrize("is_foreseen", [True, False])
def test_a_full_device_is_told_with_what_is_needed_and_free(phone, kemiren, is_foreseen):
    open_course(phone, kemiren)
    panel = open_pack(phone)
    used = phone.evaluate("navigator.storage.estimate().then(({ usage }) => usage)")
    if not is_foreseen:
        phone.evaluate("navigator.storage.estimate = async () => ({})")
    session = phone.context.new_cdp_session(phone)
    quota = {"origin": kemiren, "quotaSize": used + 60 * KILOBYTE}
    session.send("Storage.overrideQuotaForOrigin", quota)
    phone.get_by_role("button", name="Simpan (").click()
    expect(panel.locator("[data-status]")).to_contain_text("Penyimpanan penuh: perlu")


def test_a_course_that_has_changed_renews_itself(phone, kemiren):
    course = open_course(phone, kemiren)
    lessons = parts_of(phone, course, "lesson")
    save_pack(phone)

    newer = list_of(phone)
    newer["version"] = "newer"
    next(item for item in newer["items"] if item["kind"] == "lesson")["files"][0]["version"] = "newer"
    phone.context.route(f"{course}paket.json", lambda route: route.fulfill(json=newer))
    asked: list[str] = []
    phone.context.on("request", lambda request: asked.append(request.url))
    with phone.expect_response(lessons[0]):
        phone.reload()
    expect(phone.locator("[data-pack] summary")).to_contain_text("Disimpan pada")
    assert not [address for address in asked if address in lessons[1:]]


@pytest.fixture
def taken_off(manage):
    """A function that takes the course off all sites; it comes back after the test."""

    def set_live(is_live: bool) -> None:
        change = f"CoursePage.objects.filter(title={COURSE!r}).update(live={is_live}); everything_changed()"
        names = (
            "from learning.models import CoursePage; from sites.page_cache.changes import everything_changed"
        )
        manage("shell", "-v", "0", "-c", f"{names}; {change}")

    yield lambda: set_live(False)
    set_live(True)


def test_a_course_that_was_taken_off_the_site_goes_from_the_device_too(phone, kemiren, taken_off):
    course = open_course(phone, kemiren)
    first, second = parts_of(phone, course, "lesson")[:2]
    save_pack(phone)
    phone.goto(first)
    wait_until_kept(phone, first.removeprefix(kemiren))
    # Opened once, so that the browser may complain of it later.
    phone.goto(f"{course}paket.json")
    taken_off()
    # Nothing renews the pack today, so that it is the page itself that goes.
    phone.evaluate(
        "localStorage.setItem('smart-kampung.packs-renewed', new Date().toISOString().slice(0, 10))"
    )
    phone.goto(first)
    wait_for(phone, f"async (path) => !(await ({KEEPS})(['', path]))", first.removeprefix(kemiren))
    assert second.removeprefix(kemiren) in saved(phone, "pack:")
    phone.evaluate("localStorage.removeItem('smart-kampung.packs-renewed')")
    phone.goto(f"{kemiren}/")
    wait_for(phone, "() => caches.keys().then((names) => !names.some((name) => name.startsWith('pack:')))")


def test_a_new_version_of_the_worker_replaces_the_old_one_and_leaves_packs(phone, village_url, manage):
    """Another language of the site makes another worker, as another edition of the project does."""
    root = village_url("kedungrejo")
    open_course(phone, root)
    save_pack(phone)
    old = [name for name in phone.evaluate(CACHES) if not name.startswith("pack:")]
    was_shown = switch_english(manage, "kedungrejo")
    phone.reload()
    wait_for(phone, "(old) => caches.keys().then((all) => !all.some((name) => old.includes(name)))", old)
    assert saved(phone, "shell:") and saved(phone, "pack:")
    assert switch_english(manage, "kedungrejo") != was_shown


def test_switched_off_the_worker_goes_and_takes_along_what_it_saved(phone, server):
    port = free_port()
    root = f"http://kemiren.localhost:{port}"
    with server.beside(port):
        visit(phone, f"{root}/")
        wait_until_kept(phone, "/")
    with server.beside(port, SERVICE_WORKER="off"):
        phone.goto(f"{root}/")
        wait_for(phone, "() => navigator.serviceWorker.getRegistration().then((found) => !found)")
        wait_for(phone, "() => caches.keys().then((names) => !names.length)")
        assert not phone.locator("[data-saved-note]").count()
        cut(phone)
        with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
            phone.goto(f"{root}/profil-desa/")


def test_without_a_service_worker_and_without_scripts_nothing_is_offered(open_page, no_script_page, kemiren):
    no_script_page.goto(f"{kemiren}/belajar/")
    no_script_page.get_by_role("link", name=COURSE).first.click()
    assert not no_script_page.locator("[data-pack]").is_visible()
    old = open_page()
    old.add_init_script("delete Navigator.prototype.serviceWorker")
    old.goto(no_script_page.url)
    assert not old.locator("[data-pack]").is_visible()
    assert not old.locator("[data-saved-note]").is_visible()
