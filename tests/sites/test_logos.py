"""The logo of a village and the crest of the regency in the header."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse
from PIL import Image, ImageDraw

from sites.media.logos import PNG, WEBP, is_too_pale
from sites.models import SiteSettings, VillageImage
from tests.factories import sites as factories
from tests.sites.media.files import encoded, jpeg, upload
from tests.sites.test_query_budget import BUDGET, queries

pytestmark = pytest.mark.once

HOST = "kemiren.localhost"


def make_logo(ink="#0a3326", ground=(0, 0, 0, 0), size=(400, 300), title="Logo", **values) -> VillageImage:
    """A ring on a ground that is transparent unless told otherwise."""
    picture = Image.new("RGBA", size, ground)
    ImageDraw.Draw(picture).ellipse((40, 40, size[0] - 40, size[1] - 40), outline=ink, width=30)
    file = ContentFile(encoded(picture, "PNG"), name="logo.png")
    return VillageImage.objects.create(title=title, description="Lambang", file=file, **values)


def wear(site, **images) -> None:
    settings = SiteSettings.for_site(site)
    for name, image in images.items():
        setattr(settings, name, image)
    settings.full_clean()
    settings.save()


def brand(html: str) -> str:
    return re.search(r'<a class="brand".*?</a>', html, re.S)[0]


def crest(html: str) -> str:
    return re.search(r'<p class="crest">.*?</p>', html, re.S)[0]


def test_without_a_logo_the_mark_stands_in_the_header_and_an_outline_for_the_crest(kemiren, get):
    html = get(HOST).text
    assert "brand__mark" in brand(html) and "<img" not in brand(html)
    assert "stroke-dasharray" in crest(html)


def test_a_logo_takes_the_place_of_the_mark_on_every_page_of_its_village_only(kemiren, other, get):
    wear(kemiren.site, logo=make_logo())
    for path in ("/", "/pengumuman/", "/en/", "/cari/", "/tidak-ada/"):
        found = brand(get(HOST, path).text)
        assert 'class="logo"' in found and "brand__mark" not in found
    for host in (other.hostname, "localhost"):
        assert "brand__mark" in brand(get(host).text)


def test_the_logo_is_silent_because_the_name_stands_beside_it(kemiren, get):
    wear(kemiren.site, logo=make_logo())
    found = brand(get(HOST).text)
    assert 'alt=""' in found and "<b>Desa Kemiren</b>" in found
    assert re.search(r'width="176" height="132"', found)


def test_saving_the_settings_makes_the_sizes_and_reading_makes_none(kemiren, get):
    logo = make_logo()
    wear(kemiren.site, logo=logo)
    assert set(logo.renditions.values_list("filter_spec", flat=True)) == {WEBP, PNG}
    assert {rendition.width for rendition in logo.renditions.all()} == {176}
    before = default_storage.listdir("images")[1]
    html = get(HOST).text
    assert default_storage.listdir("images")[1] == before
    for rendition in logo.renditions.all():
        assert rendition.url in html
        assert get(HOST, rendition.url).status_code == 200


def test_the_crest_of_the_portal_stands_in_the_header_of_every_site(kemiren, portal, get):
    wear(portal, crest=make_logo(title="Lambang kabupaten"))
    for host in (HOST, "localhost"):
        found = crest(get(host).text)
        assert 'class="logo"' in found and 'alt=""' in found and 'loading="lazy"' in found
        assert "stroke-dasharray" not in found


def test_a_crest_that_a_village_sets_counts_for_nothing(kemiren, get):
    wear(kemiren.site, crest=make_logo())
    for host in (HOST, "localhost"):
        assert "<img" not in crest(get(host).text)


def test_only_the_settings_of_the_portal_offer_the_crest(kemiren, portal, log_in):
    superuser = factories.make_person(is_superuser=True, is_staff=True)
    for site, offered in ((kemiren.site, False), (portal, True)):
        form = (
            log_in(superuser)
            .get(reverse("wagtailsettings:edit", args=["sites", "sitesettings", site.pk]))
            .text
        )
        assert 'name="logo"' in form
        assert ('name="crest"' in form) is offered


@pytest.mark.parametrize(
    ("ink", "ground", "pale"),
    [
        ("#0a3326", (0, 0, 0, 0), False),
        ("#ffffff", (0, 0, 0, 0), True),
        ("#f4f4e0", (0, 0, 0, 0), True),
        ("#ffd23e", (0, 0, 0, 0), True),
        ("#ffffff", (10, 60, 40, 255), False),
        ("#0a3326", (255, 255, 255, 255), False),
        ("#ffffff", (240, 240, 240, 255), True),
    ],
)
def test_a_logo_that_would_not_be_seen_on_white_is_refused(kemiren, ink, ground, pale):
    logo = make_logo(ink, ground)
    assert is_too_pale(logo) is pale
    if pale:
        with pytest.raises(ValidationError) as caught:
            wear(kemiren.site, logo=logo)
        assert list(caught.value.message_dict) == ["logo"]


def test_who_chooses_a_pale_logo_is_told_so_and_the_form_comes_back_filled_in(kemiren, log_in):
    logo = make_logo("#ffffff", collection=kemiren.collection)
    url = reverse("wagtailsettings:edit", args=["sites", "sitesettings", kemiren.site.pk])
    data = {"accent": "kopi", "logo": logo.pk, "address": "Jalan Raya 1", "english_enabled": "on"}
    data |= {"opening_hours-count": "0", "opening_exceptions-count": "0"}
    answer = log_in(factories.make_person(kemiren), HOST).post(url, data)
    assert answer.status_code == 200
    assert "terlalu pucat" in answer.text or "too pale" in answer.text
    assert "Jalan Raya 1" in answer.text
    assert SiteSettings.for_site(kemiren.site).logo is None


def test_a_logo_whose_file_is_gone_does_not_keep_the_settings_from_being_saved(kemiren, get):
    logo = make_logo()
    default_storage.delete(logo.file.name)
    wear(kemiren.site, logo=VillageImage.objects.get())
    assert "brand__mark" in brand(get(HOST).text)


def test_a_deleted_logo_gives_the_mark_back(kemiren, get):
    logo = make_logo()
    wear(kemiren.site, logo=logo)
    logo.delete()
    assert "brand__mark" in brand(get(HOST).text)


def test_a_replaced_file_shows_in_the_header(kemiren, get, log_in):
    logo = make_logo(collection=kemiren.collection)
    wear(kemiren.site, logo=logo)
    before = brand(get(HOST).text)
    form = {"title": "Logo", "description": "Lambang", "file": upload("baru.jpg", jpeg((500, 500)))}
    log_in(factories.make_person(kemiren), HOST).post(reverse("wagtailimages:edit", args=[logo.pk]), form)
    found = brand(get(HOST).text)
    assert 'class="logo"' in found and found != before


def test_logo_and_crest_together_cost_one_query(kemiren, portal):
    factories.make_announcement(kemiren)
    paths = ["/", "/pengumuman/", "/pengumuman/kerja-bakti/", "/en/"]
    before = [len(queries(HOST, path)) for path in paths]
    wear(kemiren.site, logo=make_logo())
    wear(portal, crest=make_logo())
    after = [len(queries(HOST, path)) for path in paths]
    assert after == [number + 1 for number in before]
    assert max(after) <= BUDGET


def test_a_host_that_is_none_gets_the_mark_because_pictures_have_no_address_there(kemiren, portal, get):
    wear(portal, logo=make_logo(), crest=make_logo())
    answer = get("tidak-ada.localhost")
    assert answer.status_code == 404
    assert "<img" not in brand(answer.text) + crest(answer.text)
