"""The one way of writing an amount of rupiah."""

from django.utils import translation
from django.utils.formats import number_format


def format_rupiah(amount: int, language: str | None = None) -> str:
    """Format whole rupiah: "Rp 45.000" in Indonesian, "Rp 45,000" in English.

    The space does not break, so that amount and sign stay on one line.
    `language` is a language code; without one the active language counts.
    """
    with translation.override(language or translation.get_language()):
        digits = number_format(abs(amount), decimal_pos=0, use_l10n=True, force_grouping=True)
    sign = "−" if amount < 0 else ""
    return f"{sign}Rp\u00a0{digits}"
