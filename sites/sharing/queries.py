"""Conditions for the pages that a site shows beside its own."""

from django.apps import apps
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from .audience import keys_of_village


def shared_with(village) -> Q:
    """Condition for published pages of offices that a village shows. No query of its own."""
    return Q(pk__in=targets_of(village).values("page"))


def offered_to(village) -> Q:
    """The same with those that the village hides."""
    return Q(pk__in=reaching(village).values("page"))


def targeted() -> Q:
    """Condition for published pages that are for villages at all. No query of its own."""
    return Q(Exists(_targets_of_page()))


def alerting() -> Exists:
    """Condition for a page that no village can hide."""
    return Exists(_targets_of_page().filter(is_alert=True))


def _targets_of_page() -> QuerySet:
    return apps.get_model("sites", "ShareTarget").objects.filter(page=OuterRef("pk"))


def reaching(village) -> QuerySet:
    """Rows of published pages of offices that are for a village, whether it hides them or not."""
    has_not_ended = Q(ends_at__isnull=True) | Q(ends_at__gt=timezone.now())
    targets = apps.get_model("sites", "ShareTarget").objects
    return targets.filter(has_not_ended, key__in=keys_of_village(village))


def targets_of(village) -> QuerySet:
    """Rows of published pages of offices that a village shows."""
    hidden = apps.get_model("sites", "VillageSharing").objects.filter(village=village, is_hidden=True)
    is_shown = ~Q(page__translation_key__in=hidden.values("translation_key"))
    return reaching(village).filter(Q(is_alert=True) | is_shown)


def pinned_by(village) -> Exists:
    """Condition for a page that a village keeps on top."""
    chosen = apps.get_model("sites", "VillageSharing").objects.filter(village=village, is_pinned=True)
    return Exists(chosen.filter(translation_key=OuterRef("translation_key")))
