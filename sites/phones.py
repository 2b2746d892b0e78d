"""Telephone numbers: checked, as people read them, and as links."""

import phonenumbers
from django.conf import settings

Number = phonenumbers.PhoneNumber


def parse(text: object) -> Number:
    """Read a number, Indonesian unless it names another country. Raises `ValueError`."""
    try:
        number = phonenumbers.parse(str(text), settings.PHONENUMBER_DEFAULT_REGION)
    except phonenumbers.NumberParseException as error:
        raise ValueError(f"Not a telephone number: {text}") from error
    if not phonenumbers.is_possible_number(number):
        raise ValueError(f"Not a possible telephone number: {text}")
    return number


def standard_form(text: object) -> str:
    """Return the international form for storing, such as +6281100000001."""
    return phonenumbers.format_number(parse(text), phonenumbers.PhoneNumberFormat.E164)


def readable(text: object) -> str:
    """Return the number as it is dialled inside Indonesia; unreadable ones stay as they are."""
    try:
        number = parse(text)
    except ValueError:
        return str(text)
    home = phonenumbers.country_code_for_region(settings.PHONENUMBER_DEFAULT_REGION)
    style = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(
        number, style.NATIONAL if number.country_code == home else style.INTERNATIONAL
    )


def call_url(text: object) -> str:
    """Return a tel: link, or nothing for an unreadable number."""
    try:
        return f"tel:{standard_form(text)}"
    except ValueError:
        return ""


def whatsapp_url(text: object) -> str:
    """Return a link that opens a chat, or nothing for an unreadable number."""
    try:
        return f"https://wa.me/{standard_form(text).removeprefix('+')}"
    except ValueError:
        return ""
