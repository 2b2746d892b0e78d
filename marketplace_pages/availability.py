"""Whether there is some of a product at this moment, in words and as months."""

from datetime import date
from itertools import pairwise

from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.translation import gettext, ngettext

from .choices import Availability


def months_of(product) -> list[int]:
    """Numbers of the months in which there is some, in the order of the year."""
    return sorted({int(month) for month in product.months if 1 <= int(month) <= 12})


def is_out_of_season(product, today: date | None = None) -> bool:
    months = months_of(product)
    is_seasonal = product.availability == Availability.SEASONAL and bool(months)
    return is_seasonal and (today or timezone.localdate()).month not in months


def availability_text(product) -> str:
    """Such as "Made to order, takes about 12 days", or "In season: May–July. There is some now."."""
    if product.availability == Availability.MADE_TO_ORDER and product.making_days:
        text = ngettext(
            "Made to order, takes about %(days)s day",
            "Made to order, takes about %(days)s days",
            product.making_days,
        )
        return text % {"days": product.making_days}
    months = months_of(product)
    if product.availability != Availability.SEASONAL or not months:
        return product.get_availability_display()
    now = gettext("not now") if is_out_of_season(product) else gettext("there is some now")
    return gettext("In season: %(months)s (%(now)s)") % {"months": months_text(months), "now": now}


def months_text(months: list[int]) -> str:
    """Such as "May–July, December"; a season may go on over the new year: "November–February"."""
    return ", ".join(_span_text(span) for span in spans(months))


def spans(months: list[int]) -> list[list[int]]:
    found = [[months[0]]]
    for before, month in pairwise(months):
        if month == before + 1:
            found[-1].append(month)
        else:
            found.append([month])
    if len(found) > 1 and found[0][0] == 1 and found[-1][-1] == 12:
        found = [*found[1:-1], found[-1] + found[0]]
    return found


def _span_text(span: list[int]) -> str:
    names = [str(MONTHS[month]) for month in (span[0], span[-1])]
    return names[0] if len(span) == 1 else "–".join(names)
