"""What follows the versions of a business: a new translation is theirs, too, and no right outlives it."""

from django.db.models.signals import post_delete
from wagtail.models import Page
from wagtail.signals import copy_for_translation_done

from marketplace_pages.models import BusinessPage, Producer

from .space import clear_away, grant


def connect() -> None:
    copy_for_translation_done.connect(business_translated, dispatch_uid="producer-translated")
    post_delete.connect(producer_gone, sender=Producer, dispatch_uid="producer-gone")


def business_translated(source_obj: Page, target_obj: Page, **kwargs) -> None:
    for page in target_obj.get_descendants(inclusive=True).type(BusinessPage):
        for producer in Producer.objects.filter(business__translation_key=page.translation_key):
            grant(producer)


def producer_gone(instance: Producer, **kwargs) -> None:
    clear_away(instance)
