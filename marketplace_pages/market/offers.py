"""The facets of a showcase and of the market."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from django.apps import apps
from django.db.models import Case, CharField, F, Q, Value, When
from django.db.models.lookups import GreaterThan
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from marketplace_pages.choices import PERMIT_BITS, Availability, BusinessKind, PermitKind, month_bit
from sites.money import format_rupiah

from .facets import Choice, Facet
from .scopes import Scope

# Lowest prices of the bands; the last one has no end.
BANDS = (0, 25_000, 100_000, 500_000)
NOW, LATER = "now", "seasonal-later"


def facets_of(scope: Scope) -> list[Facet]:
    """Two queries for the market, one for a village."""
    facets = [category_facet(list(apps.get_model("marketplace_pages", "ProductCategory").objects.all()))]
    if scope.is_market:
        facets += place_facets(_villages(scope.language))
    return [*facets, price_facet(), permit_facet(), availability_facet(timezone.localdate()), kind_facet()]


def _villages(language: str) -> list[tuple[int, str, str, str]]:
    villages = apps.get_model("sites", "Village").objects.showing(language).order_by("district", "name")
    return list(villages.values_list("pk", "code", "name", "district"))


def category_facet(categories: Sequence) -> Facet:
    """Both levels; the first one has what stands in its children, too."""
    by_key = {category.pk: category for category in categories}
    children = defaultdict(list)
    for category in categories:
        children[category.parent_id].append(category)
    ordered = [one for first in children[None] for one in (first, *children[first.pk])]
    keys = {
        category.slug: [category.pk, *(below.pk for below in children[category.pk])] for category in ordered
    }

    def above(category) -> str:
        return by_key[category.parent_id].slug if category.parent_id else ""

    def tally(groups: Mapping[str, int]) -> dict[str, int]:
        return {slug: sum(groups.get(str(pk), 0) for pk in pks) for slug, pks in keys.items()}

    return Facet(
        "category",
        _("Category"),
        [Choice(one.slug, one.display_name, above(one)) for one in ordered],
        "category_id",
        lambda values: Q(category__in=[pk for value in values for pk in keys[value]]),
        tally,
    )


def place_facets(villages: Sequence[tuple[int, str, str, str]]) -> list[Facet]:
    """Districts, and the villages in them. Another district takes villages elsewhere back."""
    keys, codes, names = defaultdict(list), {}, {}
    for pk, code, _name, district in villages:
        keys[slugify(district)].append(pk)
        names[slugify(district)] = district
        codes[code] = pk

    def by_district(groups: Mapping[str, int]) -> dict[str, int]:
        return {slug: sum(groups.get(str(pk), 0) for pk in pks) for slug, pks in keys.items()}

    return [
        Facet(
            "district",
            _("District (kecamatan)"),
            [Choice(slug, name) for slug, name in names.items()],
            "village_id",
            lambda values: Q(village__in=[pk for value in values for pk in keys[value]]),
            by_district,
            without=frozenset({"village"}),
            is_single=True,
        ),
        Facet(
            "village",
            _("Village"),
            [Choice(code, name, slugify(district)) for _pk, code, name, district in villages],
            "village_id",
            lambda values: Q(village__in=[codes[value] for value in values]),
            lambda groups: {code: groups.get(str(pk), 0) for code, pk in codes.items()},
        ),
    ]


def price_facet() -> Facet:
    """Each product once, by its lowest price."""
    ends = [*BANDS[1:], None]
    conditions = {
        str(low): Q(price_from_rupiah__gte=low) & (Q() if high is None else Q(price_from_rupiah__lt=high))
        for low, high in zip(BANDS, ends, strict=True)
    }

    def any_of(values: Sequence[str]) -> Q:
        found = Q()
        for value in values:
            found |= conditions[value]
        return found

    bands = [When(condition, then=Value(value)) for value, condition in conditions.items()]
    labels = [_band_label(low, high) for low, high in zip(BANDS, ends, strict=True)]
    choices = [Choice(value, label) for value, label in zip(conditions, labels, strict=True)]
    return Facet("price", _("Price"), choices, Case(*bands, output_field=CharField()), any_of)


def _band_label(low: int, high: int | None) -> str:
    if not low:
        return gettext("Below %(price)s") % {"price": format_rupiah(high)}
    if high is None:
        return gettext("%(price)s and more") % {"price": format_rupiah(low)}
    return f"{format_rupiah(low)}–{format_rupiah(high)}"


def permit_facet() -> Facet:
    def tally(groups: Mapping[str, int]) -> dict[str, int]:
        return {
            kind: sum(number for bits, number in groups.items() if int(bits) & bit)
            for kind, bit in PERMIT_BITS.items()
        }

    return Facet(
        "permit",
        _("Permits"),
        [Choice(kind.value, kind.label) for kind in PermitKind],
        "permits",
        lambda values: _has_bit("permits", sum(PERMIT_BITS[value] for value in values)),
        tally,
    )


def availability_facet(today: date) -> Facet:
    """What is there now is ready, made when it is ordered, or in its season."""
    in_season = _has_bit("months", month_bit(today.month))
    later = Q(availability=Availability.SEASONAL) & ~in_season
    now = ~Q(availability=Availability.SOLD_OUT) & ~later

    def any_of(values: Sequence[str]) -> Q:
        found = Q(availability__in=[value for value in values if value != NOW])
        return found | now if NOW in values else found

    def tally(groups: Mapping[str, int]) -> dict[str, int]:
        found = {value: groups.get(value, 0) for value in Availability.values}
        there = sum(found.values()) - found[Availability.SOLD_OUT]
        found[Availability.SEASONAL] += groups.get(LATER, 0)
        return found | {NOW: there}

    key = Case(When(later, then=Value(LATER)), default=F("availability"), output_field=CharField())
    choices = [Choice(NOW, _("Can be had now")), *(Choice(*one) for one in Availability.choices)]
    return Facet("availability", _("Availability"), choices, key, any_of, tally)


def kind_facet() -> Facet:
    return Facet(
        "kind",
        _("Kind of business"),
        [Choice(*one) for one in BusinessKind.choices],
        "business_kind",
        lambda values: Q(business_kind__in=values),
    )


def _has_bit(field: str, bits: int) -> Q:
    return Q(GreaterThan(F(field).bitand(bits), 0))
