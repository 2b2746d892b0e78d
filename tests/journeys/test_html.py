"""The Nu HTML checker on every page of every sitemap, on each page type, and on the stylesheet."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.journeys.support.crawl import HOSTS, addresses, ask
from tests.journeys.support.pages import SAMPLES
from tests.journeys.support.server import ROOT

pytestmark = pytest.mark.look
CHECKER = ROOT / "tests" / "tools" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
# The checker does not know this rule of CSS View Transitions 2 yet.
UNKNOWN_TO_THE_CHECKER = "@view-transition { navigation: auto; }"


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
    urls = [url for host in HOSTS for url in addresses(server, host)]
    urls += [sample.url(server) for sample in SAMPLES if not sample.stage]
    assert len(urls) > 100
    for number, url in enumerate(urls):
        name = re.sub(r"\W+", "-", url.split("://")[1])[:120]
        (tmp_path / f"{number}-{name}.html").write_text(ask(server, url).text)
    assert not check(tmp_path)


def test_the_pages_of_bad_hours_are_valid_html(server, tmp_path):
    refused = ask(server, server.url("kemiren.localhost") + "/", "POST")
    assert refused.status == 403
    (tmp_path / "403.html").write_text(refused.text)
    for name in ("500.html", "503.html"):
        (tmp_path / name).write_text((ROOT / "templates" / name).read_text())
    assert not check(tmp_path)


def test_the_stylesheet_is_valid(server, tmp_path):
    css = ask(server, f"{server.url()}/static/css/site.css").text
    assert css.count(UNKNOWN_TO_THE_CHECKER) == 1
    (tmp_path / "site.css").write_text(css.replace(UNKNOWN_TO_THE_CHECKER, ""))
    assert not check(tmp_path)


def test_the_checker_finds_what_is_wrong(tmp_path):
    (tmp_path / "wrong.html").write_text("<!doctype html><html lang=id><title>x</title><p><div></p></html>")
    (tmp_path / "wrong.css").write_text("p { colour: red }")
    found = check(tmp_path)
    assert len(found) >= 2
