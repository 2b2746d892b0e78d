from types import SimpleNamespace

import pytest

from sites.log_in import account_name, reader_address


def request(forwarded="", **post):
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    return SimpleNamespace(headers=headers, META={"REMOTE_ADDR": "10.0.0.1"}, POST=post)


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "203.0.113.9", "10.0.0.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        (2, "203.0.113.9, 192.0.2.7", "203.0.113.9"),
        (2, "203.0.113.9", "10.0.0.1"),
        (1, "", "10.0.0.1"),
    ],
)
def test_only_our_own_front_servers_are_believed_about_an_address(settings, proxies, forwarded, address):
    settings.PROXY_COUNT = proxies
    assert reader_address(request(forwarded)) == address


def test_capitals_make_no_other_account():
    assert account_name(request(), {"username": " Admin@Kemiren.Example"}) == "admin@kemiren.example"
    assert account_name(request(username="A@B.example"), None) == "a@b.example"
    assert account_name(request(), None) == ""
