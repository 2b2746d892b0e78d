"""The forms of a business and a product as their editor sends them."""

from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield


def business_form(page, links=(), **values) -> dict:
    form = {"title": page.title, "slug": page.slug, "kind": page.kind, "whatsapp": str(page.whatsapp)}
    blank = ("summary", "owner_name", "owner_agreed_on", "founded_year", "address", "how_to_get_there")
    blank += ("latitude", "longitude", "price_from_rupiah", "price_to_rupiah", "price_unit", "listing_image")
    form |= dict.fromkeys((*blank, "search_description"), "")
    form |= {"body": streamfield([]), "opening_hours": streamfield([]), "links": inline_formset(list(links))}
    form |= {name: inline_formset([]) for name in ("gallery", "units", "reports", "related_pages")}
    return {**nested_form_data(form), **values}


def product_form(page, variants=(), **values) -> dict:
    names = ("title", "slug", "availability", "minimum_order", "price_from_rupiah")
    form = {name: getattr(page, name) or "" for name in names} | {"category": page.category_id}
    blank = ("summary", "price_to_rupiah", "unit", "weight_grams", "making_days", "materials", "care", "tags")
    form |= dict.fromkeys((*blank, "listing_image", "search_description"), "")
    form |= {"body": streamfield([]), "variants": inline_formset(list(variants))}
    form |= {name: inline_formset([]) for name in ("gallery", "related_pages")}
    return {**nested_form_data(form), **values}


def send(client, page, form: dict, publish: bool = True):
    button = {"action-publish": "1"} if publish else {}
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {**form, **button})
