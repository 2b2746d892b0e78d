"""Addresses of certificates in the demo, which have signatures in them."""

import json
from functools import cache

from tests.journeys.support.server import JourneyServer

PRINT_PATHS = """
import json, django
django.setup()
from django.test import RequestFactory
from learning.certificates.links import claim_url, holder_url
from learning.demo.certificates import CODE, UNCLAIMED
from learning.models import Attempt, Certificate
certificate = Certificate.objects.select_related("site").get(code=CODE)
site = certificate.site
request = RequestFactory(SERVER_NAME=site.hostname, SERVER_PORT=str(site.port)).get("/")
claim = claim_url(Attempt.objects.get(key=UNCLAIMED), request)
print(json.dumps({"claim": claim, "holder": holder_url(certificate, site)}))
"""


@cache
def certificate_paths(server: JourneyServer) -> dict[str, str]:
    """Paths on Kemiren's site: of a certificate that can be claimed, and of the holder of another."""
    return json.loads(server.python("-c", PRINT_PATHS))
