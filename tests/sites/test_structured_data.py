import json
import re
from datetime import time, timedelta

import pytest
from django.utils import timezone

from sites.models import SiteSettings, StandardPage, Village
from tests.factories import sites as factories

pytestmark = pytest.mark.once

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


# The properties we use, by type, as schema.org defines them (its own and those it inherits).
THING = {"@id", "name", "url", "description", "image", "identifier"}
WORK = THING | {"inLanguage", "isPartOf", "datePublished", "dateModified", "expires", "author", "publisher"}
WORK |= {"headline", "mainEntity"}
ORGANISATION = THING | {"logo", "address", "telephone", "email", "location", "parentOrganization"}
VOCABULARY = {
    "GovernmentOrganization": ORGANISATION,
    "GovernmentOffice": ORGANISATION
    | {"geo", "openingHoursSpecification", "specialOpeningHoursSpecification"},
    "PostalAddress": {"streetAddress", "addressLocality", "addressRegion", "addressCountry"},
    "GeoCoordinates": {"latitude", "longitude"},
    "OpeningHoursSpecification": {"dayOfWeek", "opens", "closes", "validFrom", "validThrough"},
    "ImageObject": THING | {"width", "height"},
    "WebSite": WORK | {"potentialAction"},
    "SearchAction": {"target", "query-input"},
    "EntryPoint": {"urlTemplate"},
    "WebPage": WORK,
    "CollectionPage": WORK,
    "NewsArticle": WORK | {"articleSection"},
    "BreadcrumbList": {"itemListElement"},
    "ItemList": {"itemListElement", "numberOfItems"},
    "ListItem": {"position", "name", "item", "url"},
    "Event": THING | {"startDate"},
}


def nodes(value):
    """Every typed node of a graph, however deep."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for inner in value.values():
            yield from nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from nodes(inner)


def check(found):
    """Every type has only properties that it has, and none is empty."""
    for node in nodes(list(found.values())):
        assert set(node) - {"@type"} <= VOCABULARY[node["@type"]], node
        assert all(value not in ("", None, [], {}) for value in node.values()), node


def fill_office(site):
    values = SiteSettings.for_site(site)
    values.address = "Jalan Perkebunan 1\nDusun Krajan"
    values.phone, values.email = "+62333123456", "kantor@kemiren.example"
    hours = {"opens": time(8), "closes": time(12)}
    late = {"opens": time(13), "closes": time(15, 30)}
    values.opening_hours = [
        ("hours", {"days": ["monday", "tuesday"], **hours}),
        ("hours", {"days": ["monday"], **late}),
    ]
    values.save()


def test_every_node_has_only_properties_that_its_type_has(kemiren, get):
    fill_office(kemiren.site)
    Village.objects.filter(pk=kemiren.pk).update(latitude=-8.2, longitude=114.3)
    factories.make_announcement(kemiren, "Kerja bakti", expires_at=timezone.now() + timedelta(days=1))
    factories.make_page(kemiren)
    for host, path in (
        (HOST, "/"),
        (HOST, "/pengumuman/"),
        (HOST, "/pengumuman/kerja-bakti/"),
        (HOST, "/profil/"),
        (HOST, "/en/"),
        ("localhost", "/"),
    ):
        check(graph(get(host, path).text))


def test_the_owner_is_the_village_with_its_office_below_the_regency(kemiren, portal, get):
    fill_office(kemiren.site)
    Village.objects.filter(pk=kemiren.pk).update(latitude=-8.2, longitude=114.3)
    owner = graph(get(HOST).text)["GovernmentOrganization"]
    assert owner["@id"] == f"http://{HOST}/#owner"
    assert owner["address"] == {
        "@type": "PostalAddress",
        "streetAddress": "Jalan Perkebunan 1, Dusun Krajan",
        "addressLocality": "Kemiren, Glagah, Banyuwangi",
        "addressRegion": "Jawa Timur",
        "addressCountry": "ID",
    }
    assert (owner["telephone"], owner["email"]) == ("+62333123456", "kantor@kemiren.example")
    office = owner["location"]
    assert office["geo"] == {"@type": "GeoCoordinates", "latitude": -8.2, "longitude": 114.3}
    monday, tuesday = "https://schema.org/Monday", "https://schema.org/Tuesday"
    assert [
        (row["dayOfWeek"], row["opens"], row["closes"]) for row in office["openingHoursSpecification"]
    ] == [
        ([monday, tuesday], "08:00", "12:00"),
        ([monday], "13:00", "15:30"),
    ]
    above = graph(get(f"localhost:{portal.port}").text)["GovernmentOrganization"]
    assert owner["parentOrganization"]["@id"] == above["@id"] == f"{portal.root_url}/#owner"
    assert above["name"] == owner["parentOrganization"]["name"] == "Kabupaten Banyuwangi"
    assert "parentOrganization" not in above


def test_what_a_village_has_not_filled_in_is_left_out(kemiren, get):
    owner = graph(get(HOST).text)["GovernmentOrganization"]
    assert not {"telephone", "email", "location"} & set(owner)
    assert owner["address"]["addressLocality"] == "Kemiren, Glagah, Banyuwangi"
    assert owner["logo"]["url"] == f"http://{HOST}/static/img/icons/ijen/512.png"


def test_the_search_of_the_site_can_be_asked_as_it_says(kemiren, get):
    factories.make_announcement(kemiren, "Kerja bakti")
    target = graph(get(HOST).text)["WebSite"]["potentialAction"]["target"]["urlTemplate"]
    address = target.replace("{search_term_string}", "kerja").removeprefix(f"http://{HOST}")
    assert "<mark>Kerja</mark> bakti" in get(HOST, address).text


def test_an_announcement_names_picture_author_and_section(kemiren, get):
    factories.make_announcement(kemiren, "Posyandu", category="health")
    found = graph(get(HOST, "/pengumuman/posyandu/").text)
    article = found["NewsArticle"]
    assert article["articleSection"] == "Kesehatan"
    assert article["author"] == article["publisher"] == {"@id": found["GovernmentOrganization"]["@id"]}
    assert (article["image"]["width"], article["image"]["height"]) == (1200, 630)
    assert get(HOST, article["image"]["url"].removeprefix(f"http://{HOST}")).status_code == 200
    assert article["description"]


def test_a_list_names_the_pages_it_shows_and_counts_on_from_part_to_part(kemiren, get):
    for number in range(13):
        factories.make_announcement(kemiren, f"Nomor {number}")
    listed = graph(get(HOST, "/pengumuman/?page=2").text)["CollectionPage"]["mainEntity"]
    assert (listed["@type"], listed["numberOfItems"]) == ("ItemList", 13)
    assert [(item["position"], item["name"]) for item in listed["itemListElement"]] == [(13, "Nomor 0")]
    assert listed["itemListElement"][0]["url"] == f"http://{HOST}/pengumuman/nomor-0/"


def test_an_empty_list_names_nothing(kemiren, get):
    assert "mainEntity" not in graph(get(HOST, "/pengumuman/").text)["CollectionPage"]


def test_a_page_about_something_else_says_what_it_is_about(kemiren, get, monkeypatch):
    factories.make_page(kemiren, "Festival kopi", summary="Sabtu malam.")
    monkeypatch.setattr(StandardPage, "schema_type", "Event")
    monkeypatch.setattr(StandardPage, "structured_data", lambda page, request: {"startDate": "2026-05-09"})
    found = graph(get(HOST, "/festival-kopi/").text)
    check(found)
    event = found["WebPage"]["mainEntity"]
    assert (event["@type"], event["name"], event["startDate"]) == ("Event", "Festival kopi", "2026-05-09")
    assert "startDate" not in found["WebPage"]
