"""An empty list tells a beginning from a search that finds nothing."""

import pytest
from wagtail.users.models import UserProfile

from tests.factories.sites import make_person

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "query", "beginning", "found_nothing"),
    [
        ("", {"q": "zzz"}, "no product yet", "No product is like that"),
        ("usaha/", {"q": "zzz"}, "no business here yet", "No business is called like that"),
        ("izin/", {"kind": "halal"}, "no permit here yet", "No permit is like that"),
    ],
)
def test_an_empty_list_says_why_it_is_empty(kemiren, log_in, address, query, beginning, found_nothing):
    client = log_in(person := make_person(kemiren), "kemiren.localhost")
    UserProfile.objects.update_or_create(user=person, defaults={"preferred_language": "en"})
    assert beginning in client.get(f"/admin/pasar/{address}").text
    assert found_nothing in client.get(f"/admin/pasar/{address}", query).text
