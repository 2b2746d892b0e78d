"""The ways of writing an amount of rupiah: to the last rupiah, or in words for large sums."""

from django.utils import translation
from django.utils.formats import number_format
from django.utils.translation import gettext

MILLION = 10**6
BILLION = 10**9


def format_rupiah(amount: int, language: str | None = None) -> str:
    """Format whole rupiah: "Rp 45.000" in Indonesian, "Rp 45,000" in English.

    The space does not break, so that amount and sign stay on one line.
    `language` is a language code; without one the active language counts.
    """
    with translation.override(language or translation.get_language()):
        digits = number_format(abs(amount), decimal_pos=0, use_l10n=True, force_grouping=True)
    sign = "−" if amount < 0 else ""
    return f"{sign}Rp\u00a0{digits}"


def rupiah_in_words(amount: int) -> str:
    """Shorten to about three digits and a word: "Rp 318 juta"; below a million nothing is cut.

    The line may break before the word only.
    """
    if abs(amount) < MILLION:
        return format_rupiah(amount)
    unit = MILLION if abs(amount) < 999.5 * MILLION else BILLION
    number = abs(amount) / unit
    rounded = f"{round(number, 2 if number < 10 else 1 if number < 100 else 0):f}".rstrip("0").rstrip(".")
    words = gettext("Rp %(number)s million") if unit == MILLION else gettext("Rp %(number)s billion")
    text = words % {"number": number_format(rounded, use_l10n=True, force_grouping=True)}
    return ("−" if amount < 0 else "") + text.replace(" ", "\u00a0", 1)
