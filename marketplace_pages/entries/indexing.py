"""Lets the search find products by names that stand elsewhere: of their business, of their category."""

from django.apps import apps
from django.db.models import QuerySet
from wagtail.search.backends import get_search_backend

AT_ONCE = 500


def find_again(products: QuerySet) -> None:
    """Index those of some products anew that readers may find."""
    model = apps.get_model("marketplace_pages", "ProductPage")
    keys = list(products.filter(live=True).values_list("pk", flat=True))
    for start in range(0, len(keys), AT_ONCE):
        shown = model.objects.filter(pk__in=keys[start : start + AT_ONCE])
        shown = shown.select_related("category__parent", "entry__business")
        pages = list(shown)
        for page in pages:
            if hasattr(page, "entry"):
                page.business = page.entry.business
        get_search_backend().add_bulk(model, pages)
