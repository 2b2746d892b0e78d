"""Addresses of registering in the demo, which have numbers and signatures in them."""

import json
from functools import cache

from tests.journeys.support.server import JourneyServer

PRINT_PATHS = """
import json, django
django.setup()
from django.urls import reverse
from django.utils.translation import override
from culture.models import ClassPage
from culture.registering.tickets import path_of
from sites.models import Village
site = Village.objects.get(code="35.10.15.2004").site
classes = ClassPage.objects.in_village(site)
dance, lontar = classes.get(slug="tari-gandrung-anak"), classes.get(slug="mocoan-lontar")
seated, waiting = dance.registrations.seated().last(), lontar.registrations.waiting().last()
paths = {"ticket": path_of(seated, site), "waiting": path_of(waiting, site)}
for name, language in (("form", "id"), ("form_english", "en")):
    with override(language):
        paths[name] = reverse("registration", args=[dance.pk])
print(json.dumps(paths))
"""


@cache
def registration_paths(server: JourneyServer) -> dict[str, str]:
    """Paths on Kemiren's site: the form of a class, in both languages, and two tickets."""
    return json.loads(server.python("-c", PRINT_PATHS))
