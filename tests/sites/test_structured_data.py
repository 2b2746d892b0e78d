import json
import re

import pytest

from tests.factories import sites as factories

HOST = "kemiren.localhost"


def graph(html):
    text = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)[1]
    data = json.loads(text)
    assert data["@context"] == "https://schema.org"
    return {node["@type"]: node for node in data["@graph"]}


def test_an_announcement_is_a_news_article_of_its_village(kemiren, get):
    factories.make_announcement(kemiren, "Kerja bakti", summary="Minggu pagi.")
    found = graph(get(HOST, "/pengumuman/kerja-bakti/").text)
    article = found["NewsArticle"]
    assert article["headline"] == "Kerja bakti"
    assert article["inLanguage"] == "id"
    assert article["url"] == f"http://{HOST}/pengumuman/kerja-bakti/"
    assert found["GovernmentOrganization"]["name"] == "Desa Kemiren"
    names = [step["name"] for step in found["BreadcrumbList"]["itemListElement"]]
    assert names == ["Beranda", "Pengumuman", "Kerja bakti"]


@pytest.mark.parametrize("title", ["</script><script>alert(1)</script>", 'Air & "api"', "<!--"])
def test_a_title_can_not_break_out_of_the_data(kemiren, get, title):
    page = factories.make_announcement(kemiren, title, slug="aneh")
    html = get(HOST, "/pengumuman/aneh/").text
    assert graph(html)["NewsArticle"]["name"] == page.title
    assert "<script>alert" not in html
