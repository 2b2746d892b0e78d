"""What editors of businesses and products are told, and kept from, in Wagtail's own views."""

from collections.abc import Iterable, Iterator

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from marketplace_pages.choices import BusinessKind
from marketplace_pages.editing import business_rules, product_rules
from marketplace_pages.models import BusinessPage, Permit, Producer, ProductPage
from sites.admin.moving import container_path
from sites.querysets import all_pages, below_any

RULES = {BusinessPage: business_rules, ProductPage: product_rules}


def refuse_unfit(request: HttpRequest, pages: Iterable[Page], with_those_below: bool) -> HttpResponse | None:
    """Answer instead of publishing, past their form, businesses and products that are not fit for readers."""
    pages = list(pages)
    chosen = below_any(pages) if with_those_below else Q(pk__in=[page.pk for page in pages])
    for page in all_pages().filter(chosen).type(BusinessPage, ProductPage).specific(defer=True):
        draft = page.get_latest_revision_as_object()
        if complaint := next(_complaints_about(draft), None):
            message = _("“%(title)s” was not published: %(complaint)s Open it to put that right.")
            messages.error(request, message % {"title": draft.title, "complaint": complaint[1]})
            return _back(pages)
    return None


def _complaints_about(draft: Page) -> Iterator[tuple[str, str]]:
    values = {field.name: getattr(draft, field.attname) for field in draft._meta.concrete_fields}
    if draft.is_source:
        yield from RULES[type(draft)].complaints(values)


def tell_of_rows_without_a_bumdes(request: HttpRequest, page: Page) -> None:
    """Units and yearly reports stay where they are when the kind changes, and readers see them no more."""
    page = page.specific
    if not isinstance(page, BusinessPage) or page.kind == BusinessKind.BUMDES:
        return
    if page.units.exists() or page.reports.exists():
        message = _(
            "“%(title)s” is no BUMDes: its units and yearly reports are kept, but readers don't see them."
        )
        messages.warning(request, message % {"title": page.title})


def keep_what_is_in_use(request: HttpRequest, pages: Iterable[Page]) -> HttpResponse | None:
    """Answer instead of deleting a business that has products, or people with a log-in for it."""
    pages = list(pages)
    for business in BusinessPage.objects.filter(below_any(pages)).order_by("path"):
        if Producer.objects.filter(business=business, group__user__isnull=False).exists():
            reason = _("People have a log-in for it. Take them out first (Market, Businesses, Producers).")
        elif business.numchild:
            reason = _("It has products. Delete or move them first, or take it off the site (“Unpublish”).")
        else:
            continue
        message = _("“%(title)s” stays: %(reason)s")
        messages.error(request, message % {"title": business.title, "reason": reason})
        return _back(pages)
    return None


def keep_permits_true(request: HttpRequest, pages: Iterable[Page], destination: Page) -> HttpResponse | None:
    """Answer instead of moving products away from permits that name them, or a business from its people."""
    pages = list(pages)
    if named := _named_by_permits(pages, destination):
        message = _(
            "“%(title)s” stays: a permit of its business names it. Take the product out of the permit first."
        )
        messages.error(request, message % {"title": named.title})
        return _back(pages)
    leaving = [page for page in pages if container_path(page) != container_path(destination)]
    producers = Producer.objects.filter(business__in=BusinessPage.objects.filter(below_any(leaving)))
    if producer := producers.filter(group__user__isnull=False).select_related("business").first():
        message = _("“%(title)s” stays: people have a log-in for it from this village. Take them out first.")
        messages.error(request, message % {"title": producer.business.title})
        return _back(pages)
    return None


def _named_by_permits(pages: list[Page], destination: Page) -> ProductPage | None:
    """The first product that would part with a permit that holds for it only."""
    moved = ProductPage.objects.filter(pk__in=[page.pk for page in pages])
    moved = moved.exclude(path__startswith=destination.path)
    named = Permit.objects.filter(products__in=moved).values("products")
    return moved.filter(pk__in=named).order_by("path").first()


def _back(pages: list[Page]) -> HttpResponse:
    return redirect("wagtailadmin_explore", pages[0].get_parent().pk)
