"""Makes a product of four fields: one page and one picture, however often the form is sent."""

from typing import NamedTuple
from uuid import UUID, uuid5

from django.conf import settings
from django.core.files import File
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Page

from marketplace_pages.models import BusinessPage, Producer, ProductPage
from marketplace_pages.producers.space import village_of_business
from sites.models import User, VillageImage
from sites.quick_changes import pass_on
from sites.slugs import free_slug

from .categories import guess_category


class NoCategoryError(Exception):
    """The regency has no categories yet."""


class NewProduct(NamedTuple):
    business: BusinessPage
    name: str
    price_rupiah: int
    picture: File


def add_product(new: NewProduct, actor: User, form_key: UUID) -> ProductPage:
    """Return the product, published where the actor may, else handed in; the same for the same form.

    A form that is sent twice is known by its key, which no other person can bring about: it goes into the
    page's `translation_key` together with the actor's own number.
    """
    key = uuid5(form_key, f"product-{actor.pk}")
    with transaction.atomic():
        # Two taps wait for each other here; what stood in the tree before is asked anew.
        Page.objects.select_for_update(of=["self"]).get(pk=new.business.pk)
        business = BusinessPage.objects.get(pk=new.business.pk)
        product = ProductPage.objects.filter(translation_key=key, locale=business.locale).first()
        if product:
            return product
        category = guess_category(new.name, business)
        if category is None:
            raise NoCategoryError
        product = _draft(new, business, actor)
        product.translation_key, product.category = key, category
        product.listing_image = _keep_picture(new, business, actor)
        business.add_child(instance=product)
        pass_on(product, actor)
    # As it is stored now: publishing works on a copy.
    return ProductPage.objects.get(pk=product.pk)


def _keep_picture(new: NewProduct, business: BusinessPage, actor: User) -> VillageImage:
    producer = Producer.objects.filter(business=business).select_related("collection").first()
    collection = producer.collection if producer else village_of_business(business).collection
    picture = VillageImage(title=new.name, file=new.picture, collection=collection, uploaded_by_user=actor)
    # Stored with the page, so in its language, whatever the writer's own is.
    for name, language in (("description", settings.LANGUAGE_CODE), ("description_en", "en")):
        with override(language):
            text = _("Photo of %(product)s") % {"product": new.name}
        setattr(picture, name, text[: VillageImage._meta.get_field(name).max_length])
    picture.save()
    return picture


def _draft(new: NewProduct, business: BusinessPage, actor: User) -> ProductPage:
    taken = set(business.get_children().values_list("slug", flat=True))
    return ProductPage(
        title=new.name,
        slug=free_slug(new.name, lambda slug: slug not in taken),
        locale=business.locale,
        owner=actor,
        price_from_rupiah=new.price_rupiah,
        live=False,
    )
