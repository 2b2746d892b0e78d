"""What journeys add to the market of the demo, and how they read where it leads."""

from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page

from tests.journeys.support.browser import CHAT
from tests.journeys.support.server import JourneyServer

# No sample shows a permit, for that would need a number that nobody gave.
ADD_PERMIT = """
from django.utils import timezone
from marketplace_pages.models import BusinessPage, Permit
business = BusinessPage.objects.get(slug="{business}", locale__language_code="id")
values = {{"number": "CONTOH-123", "issuer": "Penerbit contoh", "verified_at": timezone.now()}}
Permit.objects.get_or_create(business=business, kind="{kind}", defaults=values)
"""
PRINT_CARD = """
from django.utils.translation import override
from marketplace_pages.models import ProductPage
from sites.discovery.share_images import card_for
from sites.frame import frame_of
page = ProductPage.objects.get(slug="{slug}", locale__language_code="{language}")
with override("{language}"):
    card = card_for(page, frame_of(page.get_site()))
    print(card.title, card.label.text, card.digest, sep="|")
"""


class Chat(NamedTuple):
    """A conversation in WhatsApp, as it would open."""

    number: str
    message: str


class Card(NamedTuple):
    """What stands in the picture beside a link, and the digest of all that is drawn."""

    title: str
    label: str
    digest: str


def permit(server: JourneyServer, business: str, kind: str) -> None:
    """Give a business of the demo a permit that its village has checked."""
    server.manage("shell", "-v", "0", "-c", ADD_PERMIT.format(business=business, kind=kind))


def share_card(server: JourneyServer, slug: str, language: str) -> Card:
    """What is drawn for a product today."""
    printed = server.manage("shell", "-v", "0", "-c", PRINT_CARD.format(slug=slug, language=language))
    return Card(*printed.strip().splitlines()[-1].split("|"))


def opened_chat(page: Page, press) -> Chat:
    """Do what leads to WhatsApp, and read where; nothing leaves this machine."""
    page.context.route(f"{CHAT}**", lambda route: route.fulfill(body="WhatsApp"))
    # The request itself: where a page redirects, not every browser lets it be answered in another's place.
    with page.expect_request(f"{CHAT}**") as asked:
        press()
    address = urlsplit(asked.value.url)
    return Chat(address.path.strip("/"), parse_qs(address.query)["text"][0])
