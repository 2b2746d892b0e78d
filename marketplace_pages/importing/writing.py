"""Writes what was seen and confirmed: each row by itself, so that a wrong one stops no other."""

import logging
from time import monotonic

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from marketplace_pages.models import ProductImport, ProductPage, ProductVariant, ShowcasePage
from sites.models import User, Village
from sites.slugs import free_slug

from .described import english_of
from .lines import Line, Verdict
from .places import Places
from .planning import Plan, newest_of, plans_for
from .rows import Row
from .texts import body_of

logger = logging.getLogger(__name__)

# Seconds for one request; what is left over is written by the next one.
PATIENCE = 15
ROWS_AT_ONCE = 20


class Busy(Exception):
    """Another import writes into the same village right now."""


def write_some(found: ProductImport, showcase: ShowcasePage, user: User, patience: float = PATIENCE) -> None:
    """Write the next rows of a confirmed import, as many as there is time for. Raises `Busy`.

    Everything is compared again with what is there by now: the same row twice makes no double.
    """
    _begin(found)
    try:
        places = Places(showcase, user)
        plans = plans_for([Row(*row) for row in found.rows], places)
        ends = monotonic() + patience
        while not found.is_finished and monotonic() < ends:
            _write_batch(found, plans[found.written : found.written + ROWS_AT_ONCE], places)
    finally:
        ProductImport.objects.filter(pk=found.pk).update(writing_since=None, report=found.report)


@transaction.atomic
def _begin(found: ProductImport) -> None:
    village = Village.objects.select_for_update().get(pk=found.village_id)
    if ProductImport.objects.being_written(village).exists():
        raise Busy
    found.confirmed_at = found.confirmed_at or timezone.now()
    found.writing_since = timezone.now()
    found.save(update_fields=["confirmed_at", "writing_since"])
    found.refresh_from_db(fields=["written", "report"])


@transaction.atomic
def _write_batch(found: ProductImport, plans: list[Plan], places: Places) -> None:
    for plan in plans:
        line = plan.line
        if line.verdict in (Verdict.NEW, Verdict.CHANGED):
            _write_one(plan, places)
        found.report[found.written] = line.as_json()
        found.written += 1
    found.writing_since = timezone.now()
    # The report is long, and is kept at the end.
    found.save(update_fields=["written", "writing_since"])


def _write_one(plan: Plan, places: Places) -> None:
    line: Line = plan.line
    try:
        with transaction.atomic():
            page = _add(plan, places) if plan.product is None else _change(plan, places)
            _write_english(plan, page, places)
    except ValidationError as error:
        line.verdict, line.problems = Verdict.WRONG, [str(message) for message in error.messages]
        return
    line.page, line.is_written = page.pk, True


def _add(plan: Plan, places: Places) -> ProductPage:
    draft, business = plan.draft, plan.draft.business
    business.refresh_from_db(fields=["numchild"])
    taken = {product.slug for product in places.products[business.path]}
    page = ProductPage(
        slug=free_slug(draft.code or draft.values["title"], lambda slug: slug not in taken),
        locale=business.locale,
        owner=places.user,
        live=False,
    )
    _fill(page, draft.values)
    business.add_child(instance=page)
    log(page, "wagtail.create", user=places.user)
    _keep(page, places, publishes=places.may_publish[business.pk])
    places.products[business.path].append(page)
    return page


def _change(plan: Plan, places: Places) -> ProductPage:
    product = plan.product
    if product.permissions_for_user(places.user).page_locked():
        raise ValidationError(_("This product is locked, or you may not edit it."))
    publishes = product.live and not product.has_unpublished_changes
    page = product.get_latest_revision_as_object()
    _fill(page, plan.draft.values)
    _keep(page, places, publishes and places.may_publish[plan.draft.business.pk])
    return page


def _keep(page: ProductPage, places: Places, publishes: bool) -> None:
    is_new = page.latest_revision_id is None
    revision = page.save_revision(user=places.user, log_action=not is_new)
    if publishes:
        revision.publish(user=places.user)
        # The revision publishes a page of its own making.
        page.live = True


def _fill(page: ProductPage, values: dict) -> None:
    values = dict(values)
    if "category" in values:
        page.category_id = values.pop("category")
    if "body" in values:
        page.body = body_of(values.pop("body"))
    if "tags" in values:
        page.tags.set(values.pop("tags"))
    if "variants" in values:
        _fill_variants(page, values.pop("variants"))
    for name, value in values.items():
        setattr(page, name, value)


def _fill_variants(page: ProductPage, variants) -> None:
    """Rows keep their keys as long as they keep their names: what buyers have in their baskets names them."""
    there = {row.name: row for row in page.variants.all()}
    rows = []
    for order, variant in enumerate(variants):
        row = there.get(variant.name) or ProductVariant(name=variant.name)
        row.sort_order, row.name_en = order, variant.name_en
        row.price_rupiah, row.is_sold_out = variant.price_rupiah, variant.is_sold_out
        rows.append(row)
    page.variants = rows


def _write_english(plan: Plan, page: ProductPage, places: Places) -> None:
    """The English version, which follows the Indonesian one in all that is no text."""
    texts = plan.draft.english
    above = places.english_businesses.get(plan.draft.business.translation_key)
    if not texts.get("title_en") or above is None:
        return
    values = {key.removesuffix("_en"): value for key, value in texts.items()}
    if plan.english and all(english_of(newest_of(plan.english))[key] == texts[key] for key in texts):
        return
    publishes = page.live and places.may_publish[plan.draft.business.pk]
    if plan.english is None:
        _add_english(page, values, above, places, publishes)
        return
    if plan.english.permissions_for_user(places.user).page_locked():
        raise ValidationError(_("This product is locked, or you may not edit it."))
    english = newest_of(plan.english) if plan.english.has_unpublished_changes else plan.english
    _fill(english, values)
    _keep(english, places, publishes and plan.english.live and not plan.english.has_unpublished_changes)


def _add_english(page: ProductPage, values: dict, above, places: Places, publishes: bool) -> None:
    above.refresh_from_db(fields=["numchild"])
    siblings = above.get_children()
    english = ProductPage(
        translation_key=page.translation_key,
        slug=free_slug(values["title"], lambda slug: not siblings.filter(slug=slug).exists()),
        locale=above.locale,
        owner=places.user,
        live=False,
        **{name: getattr(page, name) for name in ProductPage.typed_once},
    )
    _fill(english, values)
    above.add_child(instance=english)
    log(english, "wagtail.create", user=places.user)
    _keep(english, places, publishes)
