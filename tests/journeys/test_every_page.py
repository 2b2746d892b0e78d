"""Every page in every sitemap, and what makes a page whole."""

import json
import re
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.journeys.support.crawl import read
from tests.journeys.support.pages import SAMPLES

HOSTS = [
    "localhost",
    "bulurejo.localhost",
    "gombengsari.localhost",
    "kedungrejo.localhost",
    "kemiren.localhost",
    "tamansari.localhost",
    "temenggungan.localhost",
]
LOADED = re.compile(
    r"<(?:script|img|source|iframe|video|audio|embed|object)\b[^>]*?\b(?:src|srcset|data)=\"([^\"]+)\""
    r"|<link\b(?=[^>]*rel=\"(?:stylesheet|preload|icon|manifest)\")[^>]*?href=\"([^\"]+)\""
)

COUNT_SIZES = """
import django
django.setup()
from sites.models import VillageRendition
print(VillageRendition.objects.count())
"""


def fetch(server, host, path):
    request = Request(f"http://127.0.0.1:{server.port}{path}", headers={"Host": f"{host}:{server.port}"})
    try:
        with urlopen(request) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode()


def faults(url, html):
    """What is wrong with one page, in words."""
    language = "en" if "/en/" in url else "id"
    if not re.search(rf'<html[^>]* lang="{language}"', html):
        yield f"language is not {language}"
    if not re.search(r"<title>\s*[^<·]+ · [^<]+</title>", html):
        yield "no title"
    if not re.search(r"<h1[^>]*>\s*\S", html):
        yield "no main heading"
    if f'<link rel="canonical" href="{url}">' not in html:
        yield "canonical address differs"
    data = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
    if not data or json.loads(data[0])["@context"] != "https://schema.org":
        yield "no JSON-LD"
    for address in (one or other for one, other in LOADED.findall(html)):
        if "//" in address:
            yield f"loads {address}"
        if "/original_images/" in address:
            yield f"has no size for readers of {address}"


@pytest.mark.look
@pytest.mark.parametrize("host", HOSTS)
def test_every_page_of_a_sitemap_is_whole(server, host):
    status, sitemap = fetch(server, host, "/sitemap.xml")
    assert status == 200
    urls = re.findall(r"<loc>(.*?)</loc>", sitemap)
    assert len(urls) > 5
    found = []
    for url in urls:
        status, html = fetch(server, host, url.removeprefix(f"http://{host}:{server.port}"))
        found += [
            f"{url}: {fault}" for fault in ([f"answers {status}"] if status != 200 else faults(url, html))
        ]
    assert not found


def test_the_sitemap_names_only_its_own_host(server):
    for host in HOSTS:
        urls = re.findall(r"<loc>(.*?)</loc>", fetch(server, host, "/sitemap.xml")[1])
        assert {url.split("/")[2] for url in urls} == {f"{host}:{server.port}"}


def test_reading_makes_no_size_of_a_picture(server, new_village):
    """They are made when a page is published: no reader waits for one."""
    before = int(server.python("-c", COUNT_SIZES))
    for sample in SAMPLES:
        if not sample.stage:
            read(server, sample.url(server))
    assert int(server.python("-c", COUNT_SIZES)) == before > 0
