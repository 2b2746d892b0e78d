"""No proof outlives its permit, nor the one that took its place."""

from django.db.models import Count
from django.db.models.signals import post_delete, pre_delete

from marketplace_pages.models import Permit, ProductPage
from sites.media.private_files import delete_when_sure


def connect() -> None:
    # Deletions of a business, and all that goes with it, ask no method of a permit.
    post_delete.connect(permit_gone, sender=Permit, dispatch_uid="permit-proof")
    pre_delete.connect(product_going, sender=ProductPage, dispatch_uid="permit-of-one-product")


def permit_gone(instance: Permit, **kwargs) -> None:
    delete_file(instance.proof.name)


def product_going(instance: ProductPage, **kwargs) -> None:
    """What held for one product only goes with it; without any product it would hold for all of them."""
    named = Permit.objects.filter(products=instance.pk).values("pk")
    counted = Permit.objects.filter(pk__in=named).annotate(number_of_products=Count("products"))
    of_it_only = counted.filter(number_of_products=1).values_list("pk", flat=True)
    Permit.objects.filter(pk__in=list(of_it_only)).delete()


def delete_file(name: str) -> None:
    delete_when_sure(Permit._meta.get_field("proof").storage, name)
