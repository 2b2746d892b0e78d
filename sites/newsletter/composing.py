"""Writes letters: text first, with the same in light HTML; no pictures, nothing that tells who opened it."""

from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from sites.frame import Frame, frame_of
from sites.letters import shown_language, surroundings, write
from sites.models import Delivery, Frequency, Subscription
from sites.publications import address_on, kinds

from . import tokens

# More than this would be no letter any more; the rest is on the site. Keeps the HTML below 30 kB.
MOST = 20
LONGEST_TEXT = 300


def compose(delivery: Delivery, pages: list) -> EmailMultiAlternatives:
    """The letter of one subscriber, with what there is for them to read."""
    letter, subscription = delivery.letter, delivery.subscription
    with override(letter.language):
        frame = _frame(subscription)
        context = _surroundings(frame, subscription, letter.language)
        names = kinds()
        context |= {
            "entries": [_entry(page, frame.site, names) for page in pages[:MOST]],
            "more": max(0, len(pages) - MOST),
            "subject": _subject(frame, letter, pages),
        }
        message = _message(frame, subscription, "newsletter", context)
    unsubscribe = context["unsubscribe_url"]
    mark = tokens.delivery_mark(delivery.pk)
    message.from_email = _envelope(mark)
    message.extra_headers |= {
        "Message-ID": f"<{mark}@{frame.site.hostname}>",
        "List-Unsubscribe": f"<{unsubscribe}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "List-Id": f"<newsletter.{frame.site.hostname}>",
        "Precedence": "bulk",
    }
    return message


def compose_answer(subscription: Subscription) -> EmailMultiAlternatives:
    """The answer to a sign-up: a link to confirm, or, for those who have it already, to their preferences."""
    frame = _frame(subscription)
    language = shown_language(frame, subscription.language)
    with override(language):
        context = _surroundings(frame, subscription, language)
        context["confirm_url"] = tokens.address(subscription, tokens.CONFIRM, language)
        name, subject = (
            ("subscribed", _("You already get the newsletter of %(site)s"))
            if subscription.is_active
            else ("confirm", _("Please confirm: newsletter of %(site)s"))
        )
        context["subject"] = subject % {"site": frame.name}
        return _message(frame, subscription, name, context)


def _frame(subscription: Subscription) -> Frame:
    return frame_of(subscription.site)


def _surroundings(frame: Frame, subscription: Subscription, language: str) -> dict:
    return surroundings(frame, language) | {
        "sign_up_url": frame.site.root_url + reverse("newsletter"),
        "preferences_url": tokens.address(subscription, tokens.PREFERENCES, language),
        "unsubscribe_url": tokens.address(subscription, tokens.UNSUBSCRIBE, language),
        "kept_days": Subscription.UNCONFIRMED_DAYS,
    }


def _entry(page, site, names: dict[str, str]) -> dict:
    return {
        "title": page.title,
        "text": Truncator(page.description).chars(LONGEST_TEXT),
        "url": address_on(page, site),
        "level": _level(page),
        # Whose it is; empty where that goes without saying.
        "mark": getattr(page, "mark", ""),
        "kind": names.get(page.publication_kind, ""),
        "date": timezone.localtime(page.first_published_at),
    }


def _level(page) -> str:
    """How urgent it is; empty for what is not, and where its type knows no such thing."""
    label = page.share_label()
    return str(label.text) if label and label.tone != "plain" else ""


def _subject(frame: Frame, letter, pages: list) -> str:
    if letter.frequency == Frequency.WEEKLY:
        day = date_format(timezone.localtime(letter.until), "DATE_FORMAT")
        return _("News from %(site)s, %(day)s") % {"site": frame.name, "day": day}
    # Who only reads the subject must learn of an emergency, whatever is newer.
    alert = next((page for page in pages if getattr(page, "is_alert", False)), None)
    first, others = (alert or pages[0]).title, len(pages) - 1
    if alert and (level := _level(alert)):
        first = f"{level}: {first}"
    if not others:
        return f"{frame.name}: {first}"
    more = ngettext("and %(number)d more", "and %(number)d more", others) % {"number": others}
    return f"{frame.name}: {first}, {more}"


def _message(frame: Frame, subscription: Subscription, name: str, context: dict) -> EmailMultiAlternatives:
    return write(frame, subscription.email, f"sites/email/{name}", context)


def _envelope(mark: str) -> str:
    """The address that a letter comes back to: one for each letter, where a mailbox for them is set."""
    if not settings.BOUNCE_ADDRESS:
        return parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    local, at, domain = settings.BOUNCE_ADDRESS.partition("@")
    return f"{local}+{mark}{at}{domain}"
