import gzip

import pytest
from django.test import Client

from sites.models import VillageImage
from tests.factories import sites as factories

HOST = "kemiren.localhost"
AS_BROWSERS = {"Accept-Encoding": "gzip, deflate, br"}


def ask(path="/", **headers):
    return Client(HTTP_HOST=HOST).get(path, headers=headers)


@pytest.mark.parametrize("path", ["/", "/pengumuman/", "/pengumuman/feed/", "/sitemap.xml", "/tidak-ada/"])
def test_what_readers_get_as_text_is_compressed(kemiren, path):
    factories.make_announcement(kemiren)
    answer, plain = ask(path, **AS_BROWSERS), ask(path)
    assert answer["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in answer["Vary"]
    assert gzip.decompress(answer.content) == plain.content
    assert len(answer.content) < len(plain.content) * 0.6


def test_the_admin_is_not_compressed_since_its_pages_hold_secrets(kemiren):
    assert "Content-Encoding" not in ask("/admin/login/", **AS_BROWSERS)


def test_pictures_and_documents_are_compressed_already(kemiren):
    picture = factories.make_media(VillageImage, kemiren, "Balai desa")
    answer = ask(f"/media/{picture.file.name}", **AS_BROWSERS)
    assert answer.status_code == 200
    assert "Content-Encoding" not in answer
    assert "immutable" in answer["Cache-Control"]


@pytest.mark.parametrize("path", ["/", "/pengumuman/", "/cari/?q=desa"])
def test_a_page_that_has_not_changed_is_not_sent_again(kemiren, path):
    first = ask(path, **AS_BROWSERS)
    again = ask(path, **AS_BROWSERS, **{"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == first["ETag"].removeprefix("W/")


def test_a_page_that_has_changed_is_sent_at_once(kemiren):
    first = ask(**AS_BROWSERS)
    factories.make_announcement(kemiren, "Air mati", severity="emergency")
    again = ask(**AS_BROWSERS, **{"If-None-Match": first["ETag"]})
    assert again.status_code == 200
    assert b"Air mati" in gzip.decompress(again.content)


def test_browsers_ask_each_time_whether_a_page_still_holds(kemiren):
    assert ask()["Cache-Control"] == "no-cache"
    assert "no-store" in ask("/healthz")["Cache-Control"]
