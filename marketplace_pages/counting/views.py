"""The desk's pages with figures: of a village, of a product, and summed for the regency."""

from collections.abc import Iterator

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views import View
from django.views.generic import TemplateView

from marketplace_pages.models import ProductPage
from marketplace_pages.staff.access import products_of
from marketplace_pages.staff.desk import NAMESPACE, BesideDesk, OverVillages
from marketplace_pages.staff.own_showcases import OfShowcase
from sites.plots import plot_of
from sites.spreadsheets import CSV, Row, as_csv, download

from . import figures

PRODUCTS_ON_A_PAGE = 50


class PeriodForm(forms.Form):
    USUAL = "30"

    days = forms.ChoiceField(
        label=_("Period"),
        choices=[
            ("7", _("7 days")),
            ("30", _("30 days")),
            ("90", _("90 days")),
            ("365", _("12 months")),
        ],
        required=False,
    )


class OverPeriod:
    """Figures of the days that the query asks for."""

    @cached_property
    def period_form(self) -> PeriodForm:
        return PeriodForm({"days": self.request.GET.get("days") or PeriodForm.USUAL})

    @cached_property
    def days(self) -> int:
        form = self.period_form
        return int((form.cleaned_data["days"] if form.is_valid() else "") or PeriodForm.USUAL)

    @property
    def first_day(self):
        return figures.first_day(self.days)

    def figures_of(self, products) -> dict:
        """Both plots and their sums, of some products."""
        rows = figures.over_time(products, self.days)
        return {
            "period_form": self.period_form,
            "days": self.days,
            "total": figures.total_of(found for _day, found in rows),
            "views_plot": plot_of((day, found.views) for day, found in rows),
            "taps_plot": plot_of((day, found.taps) for day, found in rows),
        }


class VillageFigures(OverPeriod, OfShowcase):
    """The products of the chosen village that are within reach."""

    @property
    def products(self):
        return products_of(self.request.user).descendant_of(self.showcase)

    @property
    def rows(self) -> list[tuple[ProductPage, figures.Figures]]:
        return figures.by_product(self.products.values("pk"), self.first_day)


class VillageFiguresView(VillageFigures, BesideDesk, TemplateView):
    template_name = "marketplace_pages/admin/figures.html"
    page_title = _("Figures")
    header_icon = "view"

    def get_context_data(self, **kwargs) -> dict:
        own = self.figures_of(self.products.values("pk"))
        part = Paginator(self.rows, PRODUCTS_ON_A_PAGE).get_page(self.request.GET.get("p"))
        return super().get_context_data(rows=part, **own, **kwargs)


class VillageTableView(VillageFigures, View):
    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        rows = [[page.title, found.views, found.taps] for page, found in self.rows]
        head = [gettext("Product"), gettext("Views"), gettext("Taps on WhatsApp")]
        return download(as_csv([head, *rows]), CSV, _file_name("angka-produk"))


class ProductFiguresView(OverPeriod, BesideDesk, TemplateView):
    template_name = "marketplace_pages/admin/product_figures.html"
    page_title = _("Figures")
    header_icon = "view"

    @cached_property
    def product(self) -> ProductPage:
        return get_object_or_404(products_of(self.request.user), pk=self.kwargs["product_id"])

    def get_page_subtitle(self) -> str:
        return self.product.title

    def steps_between(self) -> list[dict]:
        return [{"url": reverse(f"{NAMESPACE}:figures"), "label": VillageFiguresView.page_title}]

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(product=self.product, **self.figures_of([self.product.pk]), **kwargs)


class RegencyFiguresView(OverPeriod, OverVillages, TemplateView):
    """Sums only: what an office may know of villages that are not its own."""

    template_name = "marketplace_pages/admin/regency_figures.html"
    page_title = _("The market in figures")
    header_icon = "view"

    def get_context_data(self, **kwargs) -> dict:
        villages = figures.by_village(self.first_day)
        return super().get_context_data(
            period_form=self.period_form,
            days=self.days,
            villages=villages,
            categories=figures.by_category(self.first_day),
            total=figures.total_of(found for _village, found in villages),
            **kwargs,
        )


class RegencyTableView(OverPeriod, View):
    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return download(as_csv(self.rows()), CSV, _file_name("angka-pasar"))

    def rows(self) -> Iterator[Row]:
        yield [gettext("What"), gettext("Name"), gettext("Views"), gettext("Taps on WhatsApp")]
        for village, found in figures.by_village(self.first_day):
            yield [gettext("Village"), str(village), found.views, found.taps]
        for category, found in figures.by_category(self.first_day):
            yield [gettext("Category"), str(category), found.views, found.taps]


def _file_name(name: str) -> str:
    return f"{name}-{timezone.localdate():%Y-%m-%d}.csv"
