"""Requests to the office in the demo: their pages, whose addresses hold codes, and what the office does."""

import json
from functools import cache

from tests.journeys.support.server import JourneyServer

PRINT_PATHS = """
import json, django
django.setup()
from django.urls import reverse
from services.models import ServicePage, ServiceRequest
from sites.models import Village
village = Village.objects.get(code="35.10.15.2004")
ready = ServiceRequest.objects.filter(village=village, state="ready").first()
own = ServicePage.objects.in_village(village.site).in_language("id").get(slug="sktm")
paths = {"request": reverse("request", args=[ready.code]), "ask": reverse("request_service", args=[own.pk])}
print(json.dumps(paths))
"""
CHANGE_STATE = """
import sys, django
django.setup()
from services.codes import read_code
from services.handling import acts
from services.models import ServiceRequest
from sites.models import User
code, state, text = sys.argv[1:]
request = ServiceRequest.objects.get(code=read_code(code))
clerk = User.objects.get(email="admin@kemiren.example")
acts.change_state(request, request.state, state, clerk, text)
"""
ASK = """
import sys, django
django.setup()
from uuid import uuid4
from services.asking.intake import Asked, take_in
from services.models import ServicePage
from sites.models import Village
village = Village.objects.get(code="35.10.15.2004")
sktm = ServicePage.objects.in_village(village.site).in_language("id").get(slug="sktm")
for number, who in enumerate(sys.argv[1:]):
    name, _equals, email = who.partition("=")
    reached = {"email": email} if email else {"whatsapp": f"+628000000{number + 850}"}
    asked = Asked(kind="service", name=name, message="Untuk sekolah.", language="id", service=sktm, **reached)
    take_in(village, asked, uuid4())
"""


@cache
def request_paths(server: JourneyServer) -> dict[str, str]:
    """Paths on Kemiren's site: a request that is ready, and the form that asks for a service."""
    return json.loads(server.python("-c", PRINT_PATHS))


def change_state(server: JourneyServer, code: str, state: str, text: str = "") -> None:
    """Do what a clerk of Kemiren does at the inbox."""
    server.python("-c", CHANGE_STATE, code, state, text)


def ask_for_sktm(server: JourneyServer, *people: str) -> None:
    """Ask Kemiren for the certificate; who wants letters is given as "name=address", others as "name="."""
    server.python("-c", ASK, *people)
