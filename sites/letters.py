"""Letters of a site: text, with the same in light HTML; no pictures, nothing that tells who opened it."""

from email.utils import formataddr, parseaddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from sites.drawing.palette import PRESETS
from sites.frame import Frame, reverse_home
from sites.mail_addresses import can_be_written


def shown_language(frame: Frame, language: str) -> str:
    """The language to write in: the one asked for, if the site shows it."""
    return language if language in frame.settings.languages else settings.LANGUAGE_CODE


def surroundings(frame: Frame, language: str) -> dict:
    """What every letter of a site prints around its text, in the active language."""
    accent, cloth, _thread, tint = PRESETS[frame.accent]
    return {
        "site": frame.name,
        "place": frame.subtitle,
        "is_portal": frame.is_portal,
        "language": language,
        "colours": {"accent": accent, "cloth": cloth, "tint": tint},
        "home_url": frame.site.root_url + reverse_home(),
    }


def write(frame: Frame, to: str, template: str, context: dict) -> EmailMultiAlternatives:
    """Return the letter of a template ("sites/email/confirm", without its ending), not sent yet.

    `context` holds the `surroundings` and the `subject`.
    """
    _name, sender = parseaddr(settings.DEFAULT_FROM_EMAIL)
    message = EmailMultiAlternatives(
        subject=" ".join(context["subject"].split()),
        body=render_to_string(f"{template}.txt", context).strip() + "\n",
        from_email=formataddr((frame.name, sender)),
        to=[to],
        reply_to=_reply_to(frame),
        headers={
            "From": formataddr((frame.name, sender)),
            "Auto-Submitted": "auto-generated",
            "Content-Language": context["language"],
        },
    )
    message.attach_alternative(render_to_string(f"{template}.html", context), "text/html")
    return message


def _reply_to(frame: Frame) -> list[str] | None:
    """The office's own address; without it, rather than no letter at all, where no letter can hold it."""
    email = frame.settings.email
    return [email] if email and can_be_written(email) else None
