"""What the layer in front of Django does with requests and answers, whatever these say."""

import gzip
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event, Semaphore

import brotli
import pytest
from django.core.management import call_command

from sites.page_cache.addresses import address_of
from sites.page_cache.wiring import Seldom

from .support import MadeUp, ask, cache_in

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def django():
    return MadeUp()


@pytest.fixture
def cache(tmp_path, django):
    return cache_in(tmp_path, django)


def test_a_page_is_made_once_and_answered_from_memory_afterwards(cache, django):
    assert ask(cache).text == ask(cache).text == "Selamat datang di kemiren.localhost/"
    assert len(django.asked) == 1


def test_each_host_scheme_and_path_has_a_page_of_its_own(cache):
    for host in ("kemiren.localhost", "lain.localhost"):
        for path in ("/", "/en/", "/layanan/"):
            for _twice in range(2):
                assert ask(cache, path, host).text == f"Selamat datang di {host}{path}"


def test_another_process_finds_on_disk_what_one_has_made(tmp_path, django):
    ask(cache_in(tmp_path, django))
    assert ask(cache_in(tmp_path, django)).text == "Selamat datang di kemiren.localhost/"
    assert len(django.asked) == 1


def test_a_change_shows_at_the_next_request_in_each_process(tmp_path, django):
    processes = [cache_in(tmp_path, django) for _process in range(3)]
    for process in processes:
        ask(process)
    django.text = "Sugeng rawuh"
    processes[0].generations.bump(["village 1"])
    assert all("Sugeng rawuh" in ask(process).text for process in processes)
    assert len(django.asked) == 2


def test_a_change_of_another_village_leaves_a_page_alone(cache, django):
    ask(cache)
    cache.generations.bump(["village 2"])
    ask(cache)
    assert len(django.asked) == 1


def test_a_page_that_was_being_made_during_a_change_is_made_anew(cache, django):
    django.before = lambda: cache.generations.bump(["village 1"])
    ask(cache)
    django.before = None
    ask(cache)
    ask(cache)
    assert len(django.asked) == 2


def test_a_page_holds_until_the_minute_ends(cache, django, monkeypatch):
    now = 1_790_000_003.0
    monkeypatch.setattr("time.time", lambda: now)
    ask(cache)
    now = 1_790_000_039.9
    ask(cache)
    assert len(django.asked) == 1
    now = 1_790_000_040.0
    ask(cache)
    assert len(django.asked) == 2


@pytest.mark.parametrize("query", ["utm_source=wa", "fbclid=1&x=2", "=", "%FF", "pages=2"])
def test_parameters_that_no_page_reads_change_nothing(cache, django, query):
    ask(cache)
    ask(cache, f"/?{query}")
    assert len(django.asked) == 1


def test_an_address_of_no_sensible_length_is_kept_by_nobody(cache, django):
    for _twice in range(2):
        ask(cache, f"/{'a' * 600}?page={'1' * 600}")
    assert len(django.asked) == 2 and not cache.memory and not cache.unkept


def test_parameters_that_pages_read_make_a_page_of_their_own_in_any_order(cache, django):
    ask(cache, "/?page=2&kind=desa")
    ask(cache, "/?kind=desa&utm=1&page=2")
    assert len(django.asked) == 1
    ask(cache, "/?kind=desa&page=3")
    assert len(django.asked) == 2


def test_parameters_of_other_pages_change_nothing_once_a_page_has_said_which_are_its_own(tmp_path):
    django = MadeUp(parameters=frozenset({"page"}))
    processes = [cache_in(tmp_path, django) for _process in range(2)]
    for number in range(50):
        ask(processes[number % 2], f"/?kind={number}")
    assert django.asked == ["kemiren.localhost/?kind=0"]
    ask(processes[0], "/?kind=1&page=2")
    ask(processes[1], "/?kind=2&page=2")
    assert len(django.asked) == 2


def test_readers_who_wait_with_parameters_of_other_pages_have_it_made_once(tmp_path):
    django, may_go_on = MadeUp(parameters=frozenset()), Event()
    django.before = may_go_on.wait
    cache = cache_in(tmp_path, django)
    with ThreadPoolExecutor(8) as readers:
        answers = [readers.submit(ask, cache, "/?kind=1") for _reader in range(8)]
        may_go_on.set()
        assert {answer.result().status for answer in answers} == {200}
    assert len(django.asked) == 1


def test_an_address_that_gets_another_kind_of_page_has_its_parameters_read(tmp_path):
    django = MadeUp(parameters=frozenset())
    cache = cache_in(tmp_path, django)
    ask(cache, "/?kind=1")
    django.parameters = frozenset({"kind"})
    cache.generations.bump(["village 1"])
    for _twice in range(2):
        for number in (1, 2):
            ask(cache, f"/?kind={number}")
    assert django.asked == [f"kemiren.localhost/?kind={number}" for number in (1, 1, 2)]


def test_a_process_learns_from_another_which_parameters_are_read_at_an_address_now(tmp_path):
    django = MadeUp(parameters=frozenset())
    one, other = (cache_in(tmp_path, django) for _process in range(2))
    ask(other, "/?kind=1")
    django.parameters = frozenset({"kind"})
    one.generations.bump(["village 1"])
    ask(one)
    ask(other, "/?kind=1")
    assert django.asked == [f"kemiren.localhost/?{query}" for query in ("kind=1", "", "kind=1")]


def test_what_was_withdrawn_does_not_come_back_by_other_parameters_during_an_outage(tmp_path):
    django = MadeUp(parameters=frozenset())
    cache = cache_in(tmp_path, django)
    addresses = ("/", "/?kind=5")
    for status, expected in [("200 OK", 200), ("404 Not Found", 404), ("500 Server Error", 500)]:
        django.status = status
        cache.generations.bump(["village 1"])
        assert [ask(cache, address).status for address in addresses] == [expected, expected]


def test_a_flood_of_addresses_keeps_memory_and_disk_within_bounds(tmp_path, django):
    cache = cache_in(tmp_path, django, memory=100_000)
    for number in range(500):
        ask(cache, f"/?page={number}&random={number}")
    assert len(list((tmp_path / "pages").glob("*/*"))) <= 65
    assert sum(entry.size for entry in cache.memory._entries.values()) <= 100_000


def test_a_sweep_removes_the_oldest_pages_until_the_rest_fits(cache):
    for path in ("/", "/a/", "/b/"):
        ask(cache, path)
    assert cache.files.sweep() == 0
    cache.files.most_bytes = 0
    assert cache.files.sweep() == 3
    assert ask(cache, "/").status == 200


def test_a_flood_of_addresses_takes_no_more_of_the_disk_than_is_allowed(tmp_path):
    allowed = 80_000
    cache = cache_in(tmp_path, MadeUp(), disk=allowed)
    for number in range(100):
        ask(cache, f"/agenda/{number}/")
    taken = sum(path.stat().st_blocks * 512 for path in (tmp_path / "pages").glob("*/*"))
    assert 0 < taken <= allowed * 1.5


def test_what_is_not_to_be_kept_removes_no_other_page_of_its_address(tmp_path, django, monkeypatch):
    monkeypatch.setattr("sites.page_cache.shelves.VARIANTS", 1)
    ask(cache_in(tmp_path, django), "/layanan/?kind=1")
    ask(cache_in(tmp_path, MadeUp(names=())), "/layanan/?kind=2")
    ask(cache_in(tmp_path, django), "/layanan/?kind=1")
    assert len(django.asked) == 1


@pytest.mark.parametrize(
    "headers", [{"COOKIE": "sessionid=x"}, {"COOKIE": "a=b; csrftoken=1"}, {"AUTHORIZATION": "x"}]
)
def test_somebody_with_a_session_is_answered_by_django_each_time(cache, django, headers):
    ask(cache)
    ask(cache, **headers)
    ask(cache, **headers)
    assert len(django.asked) == 3


@pytest.mark.parametrize(
    ("said", "scheme"), [("https", "https"), ("https, http", "https"), ("http", "http"), ("", "http")]
)
def test_a_page_stands_under_the_scheme_that_django_takes_it_for(said, scheme):
    environ = {"wsgi.url_scheme": "http", "HTTP_X_FORWARDED_PROTO": said, "HTTP_HOST": "a", "PATH_INFO": "/"}
    assert address_of(environ, behind_https=True) == f"{scheme}://a/"


def test_a_cookie_of_somebody_else_does_not_matter(cache, django):
    ask(cache)
    ask(cache, COOKIE="_ga=1")
    assert len(django.asked) == 1


@pytest.mark.parametrize(
    "made",
    [
        MadeUp(headers={"Set-Cookie": "a=b"}),
        MadeUp(headers={"Cache-Control": "private, no-store"}),
        MadeUp(headers={"Vary": "*"}),
        MadeUp(headers={"Content-Type": "image/png"}),
        MadeUp(headers={"Content-Length": "99999999"}),
        MadeUp(token=True),
        MadeUp(names=()),
        MadeUp(status="404 Not Found"),
        MadeUp(status="302 Found", headers={"Location": "/x/"}),
    ],
)
def test_what_is_not_for_everybody_is_never_kept(tmp_path, made):
    cache = cache_in(tmp_path, made)
    for _time in range(3):
        ask(cache)
    assert len(made.asked) == 3
    assert not list((tmp_path / "pages").glob("*/*"))


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_only_reading_is_answered_with_a_copy(cache, django, method):
    ask(cache)
    ask(cache, method=method)
    assert len(django.asked) == 2


def test_the_admin_and_files_are_left_to_django(cache, django):
    for path in ("/admin/", "/media/a.txt", "/documents/1/a.pdf", "/static/a.css", "/healthz"):
        ask(cache, path)
        ask(cache, path)
    assert len(django.asked) == 10


@pytest.mark.parametrize("host", ["Kemiren.localhost", "kemiren.localhost."])
def test_a_host_in_other_letters_or_with_a_dot_never_gets_the_copy_of_the_plain_one(cache, django, host):
    ask(cache)
    assert ask(cache, host=host).text == ask(cache, host=host).text == f"Selamat datang di {host}/"
    assert len(django.asked) == 3


def test_a_query_that_is_too_long_is_left_to_django_though_the_page_is_kept(cache, django):
    for _held_and_overtaken in range(2):
        ask(cache)
        asked = len(django.asked)
        for _time in range(2):
            ask(cache, f"/?utm={'x' * 1_000}")
        assert len(django.asked) == asked + 2
        cache.generations.bump(["village 1"])


def test_a_hit_asks_for_the_counters_of_its_page_only_after_a_change(cache, monkeypatch):
    read, asked = cache.generations.read, []
    monkeypatch.setattr(cache.generations, "read", lambda places: asked.append(places) or read(places))
    for bumped in ([], ["village 2"]):
        cache.generations.bump(bumped)
        ask(cache)
        ask(cache)
        asked.clear()
        ask(cache)
        assert not asked


def test_head_gets_the_headers_of_the_copy(cache, django):
    page, head = ask(cache, ACCEPT_ENCODING="br"), ask(cache, method="HEAD", ACCEPT_ENCODING="br")
    assert head.headers == page.headers
    assert head.body == b""
    assert len(django.asked) == 1


def test_browsers_get_the_smallest_encoding_that_they_take(cache):
    plain = ask(cache)
    packed = {name: ask(cache, ACCEPT_ENCODING=name) for name in ("gzip", "br", "gzip, deflate, br, zstd")}
    assert "Content-Encoding" not in plain.headers
    assert gzip.decompress(packed["gzip"].body) == plain.body
    assert brotli.decompress(packed["gzip, deflate, br, zstd"].body) == plain.body
    assert packed["br"].headers["Content-Encoding"] == "br"
    assert "Content-Encoding" not in ask(cache, ACCEPT_ENCODING="br;q=0, gzip; q=0").headers
    for answer in (plain, *packed.values()):
        assert answer.headers["Content-Length"] == str(len(answer.body))
        assert answer.headers["Vary"] == "Accept-Encoding"


def test_a_browser_that_has_the_page_is_told_so_in_a_few_bytes(cache):
    headers = ask(cache).headers
    same = [
        ask(cache, IF_NONE_MATCH=headers["ETag"]),
        ask(cache, IF_NONE_MATCH=f'"x", {headers["ETag"].removeprefix("W/")}'),
        ask(cache, IF_MODIFIED_SINCE=headers["Last-Modified"]),
    ]
    assert [(answer.status, answer.body) for answer in same] == [(304, b"")] * 3
    assert same[0].headers["ETag"] == headers["ETag"]
    assert ask(cache, IF_NONE_MATCH='W/"other"').status == 200
    assert ask(cache, IF_MODIFIED_SINCE="yesterday").status == 200
    # A tag that does not fit counts more than a date that does.
    assert ask(cache, IF_NONE_MATCH='"x"', IF_MODIFIED_SINCE=headers["Last-Modified"]).status == 200


@pytest.mark.parametrize("date", ["", "kemarin", "Mon, 99999999999999999999 Jan 2020 00:00:00 GMT"])
def test_a_date_that_is_none_gets_the_page(cache, date):
    for _twice in range(2):
        assert ask(cache, IF_MODIFIED_SINCE=date).status == 200


def test_a_page_that_comes_out_the_same_keeps_its_tag_and_time(cache, django):
    before = ask(cache).headers
    cache.generations.bump(["village 1"])
    assert ask(cache).headers == before
    assert len(django.asked) == 2


def test_a_page_that_changes_within_the_same_second_gets_a_later_time(cache, django, monkeypatch):
    monkeypatch.setattr("time.time", lambda: 1_790_000_003.0)
    before = ask(cache).headers
    django.text = "Sugeng rawuh"
    cache.generations.bump(["village 1"])
    assert ask(cache, IF_MODIFIED_SINCE=before["Last-Modified"]).status == 200


def test_five_hundred_readers_of_a_cold_page_in_four_processes_have_it_made_once(tmp_path):
    command = [sys.executable, "-m", "tests.sites.page_cache.readers", str(tmp_path), "125"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    processes = [subprocess.Popen(command, cwd=ROOT, **pipes) for _process in range(4)]
    assert [process.stdout.readline() for process in processes] == ["here\n"] * 4
    for process in processes:
        process.stdin.write("go on\n")
        process.stdin.flush()
    said = [process.communicate()[0].split("\n", 1) for process in processes]
    assert sorted(int(made) for made, _texts in said) == [0, 0, 0, 1]
    assert {texts.strip() for _made, texts in said} == {"Selamat datang di kemiren.localhost/"}


def test_while_a_page_is_made_anew_others_get_the_one_before_at_once(tmp_path, django):
    first, other = cache_in(tmp_path, django), cache_in(tmp_path, django)
    ask(first)
    first.generations.bump(["village 1"])
    is_asked, may_go_on = Event(), Event()

    def slowly():
        is_asked.set()
        may_go_on.wait(30)

    django.text, django.before = "Sugeng rawuh", slowly
    with ThreadPoolExecutor() as readers:
        one = readers.submit(ask, first)
        assert is_asked.wait(30)
        for process in (first, other):
            assert "Selamat datang" in ask(process).text
        may_go_on.set()
        assert "Sugeng rawuh" in one.result().text
    assert "Sugeng rawuh" in ask(other).text


def test_who_waits_has_a_seat_and_without_one_is_refused_at_once(tmp_path, django):
    seats, begun, may_go_on = Semaphore(1), Event(), Event()

    def slow():
        begun.set()
        assert may_go_on.wait(10)

    django.before = slow
    cache = cache_in(tmp_path, django, seats=seats)
    with ThreadPoolExecutor(3) as readers:
        first = readers.submit(ask, cache)
        assert begun.wait(10)
        # The room is full.
        seats.acquire()
        refused = ask(cache)
        assert refused.status == 503 and "Retry-After" in refused.headers
        # One seat is free again.
        seats.release()
        waiting = readers.submit(ask, cache)
        may_go_on.set()
        assert first.result().status == waiting.result().status == 200
    assert len(django.asked) == 1
    assert seats.acquire(blocking=False)


def test_nobody_waits_for_ever_for_a_page(tmp_path, django):
    begun, may_go_on = Event(), Event()

    def slow():
        begun.set()
        assert may_go_on.wait(10)

    django.before = slow
    cache = cache_in(tmp_path, django, patience=0.1)
    with ThreadPoolExecutor(1) as readers:
        first = readers.submit(ask, cache)
        assert begun.wait(10)
        assert ask(cache).status == 503
        may_go_on.set()
        assert first.result().status == 200


def test_readers_of_what_is_kept_for_nobody_do_not_wait_for_each_other(tmp_path):
    django = MadeUp(names=())
    cache = cache_in(tmp_path, django)
    ask(cache)
    both_are_in = Event()

    def until_both_are_in():
        if len(django.asked) == 3:
            both_are_in.set()
        assert both_are_in.wait(30)

    django.before = until_both_are_in
    with ThreadPoolExecutor() as readers:
        answers = [readers.submit(ask, cache) for _reader in range(2)]
        assert [answer.result().status for answer in answers] == [200, 200]


def test_what_was_kept_before_goes_on_while_django_cannot_answer(cache, django, tmp_path):
    ask(cache)
    cache.generations.bump(["village 1"])
    django.status, django.text = "500 Internal Server Error", "Galat"
    assert ask(cache).status == 200
    assert ask(cache_in(tmp_path, django)).text == "Selamat datang di kemiren.localhost/"
    assert ask(cache, "/other/").status == 500


def test_after_an_outage_the_page_is_asked_for_again_in_a_few_seconds_only(cache, django, monkeypatch):
    now = 1_790_000_003.0
    monkeypatch.setattr("time.time", lambda: now)
    ask(cache)
    cache.generations.bump(["village 1"])
    django.status = "500 Internal Server Error"
    for _reader in range(9):
        ask(cache)
    assert len(django.asked) == 2
    now += 5
    django.status, django.text = "200 OK", "Sugeng rawuh"
    assert "Sugeng rawuh" in ask(cache).text


def test_a_failure_is_no_reason_to_let_readers_have_a_page_made_for_each_of_them(cache, django):
    django.status = "503 Service Unavailable"
    ask(cache)
    django.status = "200 OK"
    ask(cache)
    ask(cache)
    assert len(django.asked) == 2


def test_what_was_kept_a_day_ago_is_not_good_enough_for_an_outage(cache, django, monkeypatch):
    now = 1_790_000_003.0
    monkeypatch.setattr("time.time", lambda: now)
    ask(cache)
    now += 25 * 3600
    django.status = "500 Internal Server Error"
    assert ask(cache).status == 500


def test_a_page_that_is_taken_off_is_gone_from_memory_and_disk(cache, django, tmp_path):
    ask(cache)
    cache.generations.bump(["village 1"])
    django.status = "404 Not Found"
    assert ask(cache).status == 404
    assert not list((tmp_path / "pages").glob("*/*"))
    django.status = "500 Internal Server Error"
    assert ask(cache).status == 500


def test_the_disk_is_asked_once_in_a_second_whether_all_is_closed(monkeypatch):
    now, closed = [0.0], []
    monkeypatch.setattr("sites.page_cache.wiring.time.monotonic", lambda: now[0])
    is_closed = Seldom(lambda: bool(closed))
    assert not is_closed()
    closed.append(True)
    assert not is_closed()
    now[0] = 1.0
    assert is_closed()


def test_a_closed_site_shows_nothing_that_is_kept(tmp_path, django):
    closed = []
    cache = cache_in(tmp_path, django, is_closed=lambda: bool(closed))
    ask(cache)
    closed.append(True)
    django.status = "503 Service Unavailable"
    assert ask(cache).status == 503
    closed.clear()
    assert ask(cache).status == 200


def test_half_a_file_on_disk_is_no_page(cache, django, tmp_path):
    ask(cache)
    [kept] = (tmp_path / "pages").glob("*/*")
    kept.write_bytes(kept.read_bytes()[:-9])
    assert ask(cache_in(tmp_path, django)).status == 200
    assert len(django.asked) == 2


def test_a_disk_that_is_closed_takes_nothing_from_readers(cache, django, monkeypatch):
    def closed(*_arguments, **_others):
        raise OSError("Read-only file system")

    monkeypatch.setattr("sites.page_cache.flights.os.open", closed)
    monkeypatch.setattr("sites.page_cache.shelves.Path.unlink", closed)
    monkeypatch.setattr(cache.files, "write", closed)
    assert {ask(cache, "/").status for _twice in range(2)} == {200}
    assert len(django.asked) == 1
    django.names = ()
    assert ask(cache, "/beranda/").status == 200


def test_a_full_disk_takes_nothing_from_readers(cache, django, monkeypatch, caplog):
    def full(*_arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(cache.files, "write", full)
    assert ask(cache).text == ask(cache).text
    assert len(django.asked) == 1
    assert "No space left" in caplog.text


def test_a_disk_that_is_full_in_the_middle_of_a_page_keeps_nothing_of_it(cache, monkeypatch, tmp_path):
    def full(*_arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("sites.page_cache.shelves.os.replace", full)
    assert ask(cache).status == 200
    assert not list((tmp_path / "pages").glob("*/*")) and not list((tmp_path / "pages").glob("*/.*"))


def test_the_hourly_command_cuts_what_is_on_disk(cache, django, settings, tmp_path, capsys):
    settings.PAGE_CACHE_ROOT, settings.PAGE_CACHE_DISK_MB = tmp_path, 0
    ask(cache)
    call_command("sweep_page_cache")
    assert not list((tmp_path / "pages").glob("*/*"))
    assert ask(cache_in(tmp_path, django)).status == 200
