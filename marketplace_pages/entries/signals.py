"""When the rows of the market are made anew: whatever changes what readers may open, or what a row says."""

from django.db.models import Q
from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from marketplace_pages.models import BusinessPage, Permit, ProductCategory, ProductPage

from .batches import keep_below
from .indexing import find_again


def connect() -> None:
    for signal in (page_published, page_unpublished):
        for model in (BusinessPage, ProductPage):
            signal.connect(page_changed, sender=model, dispatch_uid=f"entries-{model.__name__}")
    post_page_move.connect(page_moved, dispatch_uid="entries-moved")
    for signal in (post_save, post_delete):
        signal.connect(restriction_changed, sender=PageViewRestriction, dispatch_uid="entries-restriction")
        signal.connect(permit_changed, sender=Permit, dispatch_uid="entries-permit")
    post_save.connect(category_changed, sender=ProductCategory, dispatch_uid="entries-category")
    m2m_changed.connect(permit_covers_others, sender=Permit.products.through, dispatch_uid="entries-permit")


def page_changed(instance: Page, **kwargs) -> None:
    """A business carries kind and state to its products; what one version says, the others copy."""
    same = type(instance).objects.filter(translation_key=instance.translation_key)
    keep_below(same.values_list("path", flat=True))
    if isinstance(instance, BusinessPage):
        find_again(ProductPage.objects.filter(path__startswith=instance.path))


def page_moved(instance: Page, **kwargs) -> None:
    keep_below([instance.path])


def restriction_changed(instance: PageViewRestriction, **kwargs) -> None:
    keep_below(Page.objects.filter(pk=instance.page_id).values_list("path", flat=True))


def permit_changed(instance: Permit, **kwargs) -> None:
    business = BusinessPage.objects.filter(pk=instance.business_id).first()
    if business:
        page_changed(business)


def category_changed(instance: ProductCategory, created: bool, **kwargs) -> None:
    """Products are found by the names of their categories, too."""
    if not created:
        within = Q(category=instance) | Q(category__parent=instance)
        find_again(ProductPage.objects.filter(within))


def permit_covers_others(instance: Permit, action: str, **kwargs) -> None:
    if action.startswith("post_"):
        permit_changed(instance)
