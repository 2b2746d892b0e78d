"""Files are shown at the host of their owner, and private ones to nobody who has not shown that they may."""

import pytest
from django.test import Client
from wagtail.models import CollectionViewRestriction

from sites.models import VillageDocument, VillageImage
from tests.factories import sites as factories

OWN, OTHER, PORTAL = "kemiren.localhost", "lain.localhost", "localhost"


@pytest.fixture
def image(kemiren):
    return factories.make_media(VillageImage, kemiren, "Gambar")


@pytest.fixture
def document(kemiren):
    return factories.make_media(VillageDocument, kemiren, "Berkas")


def ask(host, url):
    return Client(HTTP_HOST=host).get(url).status_code


def test_a_villages_picture_is_shown_at_its_host_and_on_the_portal_only(image, other):
    for url in (image.file.url, image.get_rendition("max-10x10").url):
        assert [ask(host, url) for host in (OWN, PORTAL, OTHER)] == [200, 200, 404]


def test_a_villages_document_is_had_at_its_host_only(document, other):
    for url in (document.url, document.file.url):
        assert [ask(host, url) for host in (OWN, PORTAL, OTHER)] == [200, 404, 404]


def test_what_belongs_to_the_regency_is_had_everywhere(portal, image, other):
    office = factories.make_office()
    picture = factories.make_media(VillageImage, office, "Gambar")
    file = factories.make_media(VillageDocument, office, "Berkas")
    for url in (picture.file.url, file.url):
        assert [ask(host, url) for host in (OWN, PORTAL, OTHER)] == [200, 200, 200]


def test_a_folder_below_the_villages_own_belongs_to_it_too(kemiren, document, image, other):
    folder = kemiren.collection.add_child(name="Arsip")
    VillageDocument.objects.update(collection=folder)
    VillageImage.objects.update(collection=folder)
    assert [ask(OTHER, url) for url in (document.url, image.file.url)] == [404, 404]


def test_who_works_for_the_owner_sees_it_wherever_they_have_logged_in(
    kemiren, other, image, document, log_in
):
    editor, stranger = (log_in(factories.make_person(village), OTHER) for village in (kemiren, other))
    for url in (image.file.url, document.url):
        assert editor.get(url).status_code == 200
        assert stranger.get(url).status_code == 404


@pytest.mark.parametrize("kind", ["login", "password"])
def test_nobody_guesses_the_address_of_a_private_file(kemiren, image, document, kind):
    CollectionViewRestriction.objects.create(
        collection=kemiren.collection, restriction_type=kind, password="rahasia"
    )
    for url in (image.file.url, image.get_rendition("max-10x10").url):
        assert ask(OWN, url) == 404
    for url in (document.url, document.file.url):
        answer = Client(HTTP_HOST=OWN).get(url)
        assert answer.status_code == (302 if kind == "login" else 200)
        assert "a,b" not in answer.text


def test_nginx_is_told_to_send_a_picture_only_when_it_may(settings, image, other):
    settings.MEDIA_SENT_BY_NGINX = True
    answer = Client(HTTP_HOST=OWN).get(image.file.url)
    assert answer["X-Accel-Redirect"] == f"/sent-media/{image.file.name}"
    assert (answer.content, answer["Content-Type"]) == (b"", "image/jpeg")
    assert "X-Accel-Redirect" not in Client(HTTP_HOST=OTHER).get(image.file.url)
