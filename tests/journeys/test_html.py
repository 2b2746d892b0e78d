"""The Nu HTML checker on every page of every sitemap, on each page type, and on the stylesheet."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.journeys.support.crawl import HOSTS, addresses, ask, read
from tests.journeys.support.pages import GUARDED, SAMPLES
from tests.journeys.support.server import ROOT

pytestmark = [pytest.mark.look, pytest.mark.usefixtures("new_village")]
STAFF = ("portal@smartkampung.example", "kampung-pintar-demo")
CHECKER = ROOT / "tests" / "tools" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
# Rules of CSS View Transitions that the checker takes for broken, together with what follows them.
UNKNOWN_RULES = [
    "@view-transition{navigation: auto;}",
    "::view-transition-group(root){animation-duration: .18s;}",
]
# Standards of today that this release of the checker does not know either. What is no longer found goes.
UNKNOWN_TO_THE_CHECKER = {
    "Property “container-type” doesn't exist.",
    "Unrecognized at-rule “@container”",
    "Property “r” doesn't exist.",
    "Property “paint-order” doesn't exist.",
    "“mask”: Too many values or values are not recognized.",
}


def check(folder: Path) -> list[str]:
    """Every error in the files of a folder, with its file and the words around it."""
    assert CHECKER.is_file(), "The HTML checker is missing; scripts/node_tools.sh installs it"
    arguments = [
        "java",
        "-jar",
        str(CHECKER),
        "--errors-only",
        "--also-check-css",
        "--format",
        "json",
        str(folder),
    ]
    output = subprocess.run(arguments, capture_output=True, text=True).stderr
    return [
        f"{Path(fault.get('url', '')).name}: {fault['message']} {fault.get('extract')}"
        for fault in json.loads(output)["messages"]
    ]


def test_every_page_is_valid_html(server, tmp_path):
    expected = {url: 200 for host in HOSTS for url in addresses(server, host)}
    expected |= {sample.url(server): sample.status for sample in SAMPLES if not sample.stage}
    assert len(expected) > 100
    for number, (url, status) in enumerate(expected.items()):
        answer = read(server, url)
        assert answer.status == status, url
        name = re.sub(r"\W+", "-", url.split("://")[1])[:120]
        (tmp_path / f"{number}-{name}.html").write_text(answer.text)
    assert not check(tmp_path)


def test_the_pages_of_bad_hours_are_valid_html(server, tmp_path):
    refused = ask(server, server.url("kemiren.localhost") + GUARDED, "POST")
    assert refused.status == 403
    (tmp_path / "403.html").write_text(refused.text)
    for name in ("500.html", "503.html", "busy.html"):
        (tmp_path / name).write_text((ROOT / "templates" / name).read_text())
    assert not check(tmp_path)


def test_the_stylesheet_is_valid(server, tmp_path):
    css = ask(server, f"{server.url()}/static/css/site.css").text
    for rule in UNKNOWN_RULES:
        assert css.count(rule) == 1
        css = css.replace(rule, "")
    (tmp_path / "site.css").write_text(css)
    found = check(tmp_path)
    unknown = {words for words in UNKNOWN_TO_THE_CHECKER if any(words in fault for fault in found)}
    assert not [fault for fault in found if not any(words in fault for words in unknown)]
    assert unknown == UNKNOWN_TO_THE_CHECKER


def test_the_style_guide_is_valid_html(page, portal_url, log_in, tmp_path):
    log_in(page, *STAFF)
    guide = page.request.get(f"{portal_url}/admin/panduan-gaya/")
    assert guide.status == 200
    (tmp_path / "guide.html").write_text(guide.text())
    assert not check(tmp_path)


def test_the_checker_finds_what_is_wrong(tmp_path):
    (tmp_path / "wrong.html").write_text("<!doctype html><html lang=id><title>x</title><p><div></p></html>")
    (tmp_path / "wrong.css").write_text("p { colour: red }")
    found = check(tmp_path)
    assert len(found) >= 2
