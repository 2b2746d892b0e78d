"""Who tries codes is stopped, whichever way they go about it."""

import pytest
from django.test import Client

from services.codes import make_code
from sites import provisioning
from tests.factories.services import make_request

from .forms import address, send

pytestmark = pytest.mark.django_db
TRIES = 100


@pytest.fixture
def request_(kemiren):
    return make_request(kemiren)


def test_tries_at_several_villages_and_pages_count_together(kemiren, other, request_):
    hosts = [village.site.hostname for village in (kemiren, other)]
    views = ["request", "request_withdraw", "request_private"]
    answers = []
    for number in range(TRIES):
        client = Client(HTTP_HOST=hosts[number % len(hosts)])
        where = address(views[number % len(views)], make_code())
        answers.append(client.get(where).status_code if number % 5 else send(client, where, {}).status_code)
    assert set(answers) == {404, 429} and answers.index(429) <= 20 and set(answers[20:]) == {429}
    assert Client(HTTP_HOST="kemiren.localhost").get(address("request", request_.code)).status_code == 429


@pytest.mark.parametrize(("proxies", "end"), [(0, ""), (1, ", 203.0.113.9")])
def test_an_address_that_somebody_makes_up_is_no_new_connection(kemiren, settings, visitor, proxies, end):
    settings.PROXY_COUNT = proxies
    answers = [
        visitor.get(
            address("request", make_code()), headers={"x-forwarded-for": f"198.51.100.{number}{end}"}
        ).status_code
        for number in range(TRIES)
    ]
    assert set(answers[20:]) == {429}


def test_a_network_of_many_addresses_is_one(kemiren):
    answers = [
        Client(HTTP_HOST="kemiren.localhost", REMOTE_ADDR=f"2001:db8:1:{number:x}::1")
        .get(address("request", make_code()))
        .status_code
        for number in range(TRIES)
    ]
    assert answers[0] == 404 and answers[-1] == 429


def test_one_who_guesses_stops_nobody_else(kemiren, request_, visitor):
    for _try in range(30):
        visitor.get(address("request", make_code()))
    neighbour = Client(HTTP_HOST="kemiren.localhost", REMOTE_ADDR="192.0.2.7")
    assert neighbour.get(address("request", request_.code)).status_code == 200


def test_a_closed_village_shows_no_request(kemiren, request_, visitor):
    provisioning.close_village(kemiren)
    answer = visitor.get(address("request", request_.code))
    assert answer.status_code != 200 and request_.name not in answer.text
