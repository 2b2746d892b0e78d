import pytest

from sites.security import ADMIN_POLICY, PUBLIC_POLICY

pytestmark = pytest.mark.once


@pytest.mark.parametrize("path", ["/", "/en/", "/pengumuman/", "/cari/", "/tidak-ada/", "/sitemap.xml"])
def test_public_answers_have_a_policy_without_anything_inline(kemiren, get, path):
    policy = get("kemiren.localhost", path)["Content-Security-Policy"]
    assert policy == PUBLIC_POLICY
    assert "unsafe" not in policy
    assert "http" not in policy


def test_the_admin_has_its_own_policy(kemiren, get):
    assert get("kemiren.localhost", "/admin/login/")["Content-Security-Policy"] == ADMIN_POLICY


def test_readers_get_no_cookie(kemiren, get):
    for path in ("/", "/pengumuman/", "/cari/?q=x", "/tidak-ada/"):
        assert not get("kemiren.localhost", path).cookies, path


def test_answers_say_that_types_are_not_to_be_guessed(kemiren, get):
    assert get("kemiren.localhost")["X-Content-Type-Options"] == "nosniff"
