"""Addresses of figures at the desk."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from marketplace_pages.staff.access import at_own_product, has_desk
from marketplace_pages.staff.buttons import offer
from sites.tenancy import is_publisher
from sites.tenancy.rules import publishers, ruled

from . import views

urlpatterns = [
    path("angka/", ruled(views.VillageFiguresView.as_view(), has_desk), name="figures"),
    path("angka/tabel/", ruled(views.VillageTableView.as_view(), has_desk), name="figures_table"),
    path("angka/kabupaten/", ruled(views.RegencyFiguresView.as_view(), publishers), name="regency_figures"),
    path("angka/kabupaten/tabel/", ruled(views.RegencyTableView.as_view(), publishers), name="regency_table"),
    path(
        "produk/<int:product_id>/angka/",
        ruled(views.ProductFiguresView.as_view(), at_own_product),
        name="product_figures",
    ),
]

offer(50, _("Figures"), "figures", "view")
offer(55, _("The market in figures"), "regency_figures", "globe", to=is_publisher)
