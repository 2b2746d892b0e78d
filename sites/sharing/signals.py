"""What happens to shared pages outside of the editor: withdrawn, deleted, moved."""

from django.apps import apps
from django.db.models.signals import post_delete, post_save
from wagtail.models import PageViewRestriction
from wagtail.signals import page_unpublished, post_page_move

from .targets import forget_choices, is_on_portal, keep_targets, withdraw_translations


def connect() -> None:
    """Called once, when all models are loaded."""
    page_unpublished.connect(_withdrawn, dispatch_uid="sharing-withdrawn")
    post_page_move.connect(_moved, dispatch_uid="sharing-moved")
    for signal in (post_save, post_delete):
        signal.connect(_restricted, sender=PageViewRestriction, dispatch_uid="sharing-restricted")
    post_save.connect(_office_saved, sender="sites.Office", dispatch_uid="sharing-office")
    for model in shared_types():
        post_delete.connect(_deleted, sender=model, dispatch_uid=f"sharing-deleted-{model._meta.label}")


def shared_types() -> list[type]:
    """Page types of any app that may be shared with villages."""
    return [model for model in apps.get_models() if getattr(model, "may_be_shared", False)]


def _withdrawn(sender, instance, **kwargs) -> None:
    if getattr(instance, "may_be_shared", False):
        withdraw_translations(instance)
        keep_targets(instance)


def _deleted(sender, instance, **kwargs) -> None:
    withdraw_translations(instance)
    keep_targets(instance)
    forget_choices(instance)


def _moved(sender, instance, parent_page_before, parent_page_after, **kwargs) -> None:
    """Below another office, or none at all any more: whose it is, and who sees it, follows its place."""
    if parent_page_before.pk == parent_page_after.pk:
        return
    for model in shared_types():
        for page in model.objects.descendant_of(instance, inclusive=True):
            model.objects.filter(pk=page.pk).update(office=page.find_office_id())
            keep_targets(page)


def _restricted(sender, instance, **kwargs) -> None:
    """A password on the Indonesian version, or above it, closes all versions on the villages."""
    if is_on_portal(instance.page):
        for model in shared_types():
            for page in model.objects.descendant_of(instance.page, inclusive=True):
                keep_targets(page)


def _office_saved(sender, instance, **kwargs) -> None:
    """Whether villages can hide its emergencies follows whether it may warn them."""
    for model in shared_types():
        for page in model.objects.filter(
            office=instance, share_targets__is_alert=not instance.may_alert
        ).distinct():
            keep_targets(page)
