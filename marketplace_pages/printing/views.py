"""The desk's pages to print: which posters and labels there are, and the files themselves."""

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views import View
from django.views.generic import TemplateView

from marketplace_pages.models import BusinessPage, MarketEntry, ProductPage
from marketplace_pages.staff.access import businesses_of, products_of
from marketplace_pages.staff.desk import BesideDesk
from marketplace_pages.staff.own_showcases import OfShowcase
from sites.models import Village
from sites.querysets import LARGEST_KEY

from . import labels, posters
from .catalogue import FILE_NAME
from .sheets import PAPERS, SHEETS

PRODUCTS_ON_A_PAGE = 60
# "a6-pdf": the paper and the kind of file.
FILES = [f"{paper}-{kind}" for paper in PAPERS for kind in SHEETS]


def printable_businesses(user):
    """Those of a person that readers may open."""
    return businesses_of(user).live().public()


def printable_products(user):
    """Those of a person that readers may open, with the business of each."""
    return products_of(user).filter(pk__in=MarketEntry.objects.open().values("pk"))


def with_businesses(products) -> list[ProductPage]:
    """Products that know their business. Two queries."""
    products = list(products.select_related("locale").defer("body"))
    paths = {product.path[: -ProductPage.steplen] for product in products}
    found = {
        business.path: business for business in BusinessPage.objects.filter(path__in=paths).defer("body")
    }
    for product in products:
        product.business = found[product.path[: -ProductPage.steplen]]
    return products


def file_of(content: bytes, kind: str, name: str) -> HttpResponse:
    """To look at and print; an SVG is saved, for as a page it would stand on our own address."""
    place = "inline" if kind == "pdf" else "attachment"
    response = HttpResponse(content, content_type=SHEETS[kind].content_type)
    response["Content-Disposition"] = f'{place}; filename="{name}.{kind}"'
    return response


class PrintView(BesideDesk, OfShowcase, TemplateView):
    template_name = "marketplace_pages/admin/print.html"
    page_title = _("Print")
    header_icon = "doc-full"

    def get_context_data(self, **kwargs) -> dict:
        user = self.request.user
        businesses = printable_businesses(user).child_of(self.showcase).order_by("title", "pk")
        products = printable_products(user).descendant_of(self.showcase).order_by("title", "pk")
        asked = self.request.GET.get("usaha", "")
        chosen = next((business for business in businesses if str(business.pk) == asked), None)
        if chosen:
            products = products.child_of(chosen)
        part = Paginator(products, PRODUCTS_ON_A_PAGE).get_page(self.request.GET.get("p"))
        part.object_list = with_businesses(part.object_list)
        return super().get_context_data(
            businesses=businesses,
            chosen=chosen,
            products=part,
            files=FILES,
            catalogue_url=self.catalogue_url() if businesses and part.paginator.count else "",
            most_copies=LabelForm.MOST_COPIES,
            **kwargs,
        )

    def catalogue_url(self) -> str:
        return self.showcase.full_url + FILE_NAME


class PosterView(View):
    """A poster of what the address names, on paper and as a file that it names, too."""

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if kwargs["poster"] not in FILES:
            raise Http404
        paper, kind = kwargs["poster"].split("-")
        page = self.find()
        village = get_object_or_404(Village.objects.with_site().owning(page))
        content = posters.draw(self.poster(page, village), kind, paper, get_language())
        return file_of(content, kind, f"poster-{page.slug}-{paper}")


class BusinessPosterView(PosterView):
    poster = staticmethod(posters.of_business)

    def find(self) -> BusinessPage:
        return get_object_or_404(printable_businesses(self.request.user), pk=self.kwargs["business_id"])


class ProductPosterView(PosterView):
    poster = staticmethod(posters.of_product)

    def find(self) -> ProductPage:
        found = printable_products(self.request.user).filter(pk=self.kwargs["product_id"])
        return get_object_or_404(found)


class LabelForm(forms.Form):
    MOST_COPIES = 48

    copies = forms.IntegerField(min_value=1, max_value=MOST_COPIES, required=False)

    def number(self) -> int:
        return (self.cleaned_data["copies"] if self.is_valid() else None) or 1


class LabelsView(OfShowcase, View):
    """Labels for the products that the query names; all must be one's own."""

    @cached_property
    def products(self) -> list[ProductPage]:
        keys = {int(key) for key in self.request.GET.getlist("produk") if key.isdecimal() and len(key) < 19}
        keys = {key for key in keys if key <= LARGEST_KEY}
        found = printable_products(self.request.user).descendant_of(self.showcase).filter(pk__in=keys)
        return with_businesses(found.order_by("title", "pk"))

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not self.products:
            raise Http404
        copies = LabelForm(request.GET).number()
        found = [label for label in labels.labels_of(self.products) for _copy in range(copies)]
        content = labels.draw(found[: labels.MOST], self.showcase.village.accent, get_language())
        return file_of(content, "pdf", "label-harga")
