"""While a village has its own page of a service, its readers find no template of it beside that."""

from django.conf import settings
from django.db.models.signals import post_delete
from wagtail.signals import page_published, page_unpublished, post_page_move

from services.models import ServicePage
from sites.models import Village, VillageSharing
from sites.sharing.choices import choose


def connect() -> None:
    for signal in (page_published, page_unpublished, post_delete):
        signal.connect(_page_changed, sender=ServicePage, dispatch_uid="services-hiding")
    post_page_move.connect(_moved, dispatch_uid="services-hiding-moved")


def hide_or_show(own: ServicePage) -> None:
    """Hide the template of a page on its village's site, or show it, in all languages at once.

    The Indonesian version counts. Pins and notes of the village stay.
    """
    village = Village.objects.owning(own).first() if own.template_key else None
    pages = ServicePage.objects.in_language(settings.LANGUAGE_CODE)
    template = pages.filter(translation_key=own.template_key).first() if village else None
    if template is None:
        return
    own_ones = pages.live().taken_over().filter(template_key=own.template_key)
    hides = own_ones.filter(path__startswith=village.container_path).exists()
    about = VillageSharing.objects.filter(village=village, translation_key=template.translation_key)
    if about.filter(is_hidden=True).exists() != hides:
        choose(village, template, None, is_hidden=hides)


def _page_changed(sender, instance: ServicePage, **kwargs) -> None:
    hide_or_show(instance)


def _moved(sender, instance, parent_page_before, parent_page_after, **kwargs) -> None:
    if parent_page_before.pk != parent_page_after.pk:
        for page in ServicePage.objects.descendant_of(instance, inclusive=True).taken_over():
            hide_or_show(page)
