"""Addresses of the desk beside its list: quick acts, permits, and the people of a business."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from sites.tenancy.rules import ruled

from . import business_list, permit_list, permits, producers, product_list, quick
from .access import (
    at_managed_business,
    at_managed_permit,
    at_own_business,
    at_own_permit,
    at_own_product,
    businesses_of,
    has_desk,
)
from .buttons import offer

BUSINESS, PERMIT, PRODUCT = "usaha/<int:business_id>/", "izin/<int:permit_id>/", "produk/<int:product_id>/"

# By name: the address below the desk, the view, and who gets through.
FOUND = {
    "quick_add": ("tambah/", quick.QuickAddView, has_desk),
    "sold_out": (f"{PRODUCT}habis/", quick.SoldOutView, at_own_product),
    "businesses": ("usaha/", business_list.BusinessListView, has_desk),
    "permits": ("izin/", permit_list.PermitListView, has_desk),
    "choose_business": ("izin/tambah/", permits.ChooseBusinessView, has_desk),
    "add_permit": (f"{BUSINESS}izin/tambah/", permits.AddPermitView, at_own_business),
    "permit": (PERMIT, permits.PermitView, at_own_permit),
    "check_permit": (f"{PERMIT}periksa/", permits.CheckView, at_managed_permit),
    "delete_permit": (f"{PERMIT}hapus/", permits.DeleteView, at_own_permit),
    "proof": (f"{PERMIT}bukti/", permits.ProofView, at_own_permit),
    "producers": (f"{BUSINESS}produsen/", producers.ProducersView, at_managed_business),
    "take_out_producer": (
        f"{BUSINESS}produsen/<int:person>/keluar/",
        producers.TakeOutView,
        at_managed_business,
    ),
}

# The rows of a list alone, for Wagtail's script that narrows it while somebody types.
RESULTS = {
    "index_results": ("hasil/", product_list.ProductListView),
    "permits_results": ("izin/hasil/", permit_list.PermitListView),
}

urlpatterns = [
    *(path(address, ruled(view.as_view(), rule), name=name) for name, (address, view, rule) in FOUND.items()),
    *(
        path(address, ruled(view.as_view(results_only=True), has_desk), name=name)
        for name, (address, view) in RESULTS.items()
    ),
]

offer(10, _("Add a product"), "quick_add", "plus", lambda user: businesses_of(user).exists())
offer(15, _("Businesses"), "businesses", "home")
offer(20, _("Permits"), "permits", "clipboard-list")
