"""Addresses of what is printed at the desk."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from marketplace_pages.staff.access import at_own_business, at_own_product, has_desk
from marketplace_pages.staff.buttons import offer
from sites.tenancy.rules import ruled

from . import views

urlpatterns = [
    path("cetak/", ruled(views.PrintView.as_view(), has_desk), name="print"),
    path("cetak/label/", ruled(views.LabelsView.as_view(), has_desk), name="labels"),
    path(
        "usaha/<int:business_id>/poster/<slug:poster>/",
        ruled(views.BusinessPosterView.as_view(), at_own_business),
        name="business_poster",
    ),
    path(
        "produk/<int:product_id>/poster/<slug:poster>/",
        ruled(views.ProductPosterView.as_view(), at_own_product),
        name="product_poster",
    ),
]

offer(40, _("Print"), "print", "print")
