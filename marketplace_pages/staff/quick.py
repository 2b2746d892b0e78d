"""A new product from a phone, and "sold out" by one tap."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import FormView
from wagtail.admin import messages

from marketplace_pages.models import BusinessPage, ProductPage
from marketplace_pages.quick.adding import NewProduct, NoCategoryError, add_product
from marketplace_pages.quick.forms import QuickAddForm
from sites.models import User
from sites.querysets import LARGEST_KEY
from sites.quick_changes import may_write, write

from .access import businesses_of, products_of
from .desk import NAMESPACE, BesideDesk


def open_businesses(user: User):
    """Businesses below which somebody may add a product."""
    own = businesses_of(user).order_by("title", "pk")
    kept = [page.pk for page in own if page.permissions_for_user(user).can_add_subpage()]
    return BusinessPage.objects.filter(pk__in=kept).order_by("title", "pk")


class QuickAddView(BesideDesk, FormView):
    form_class = QuickAddForm
    template_name = "marketplace_pages/admin/quick_add.html"
    page_title = gettext_lazy("Add a product")

    def get_form_kwargs(self) -> dict:
        user = self.request.user
        return super().get_form_kwargs() | {"businesses": open_businesses(user), "user": user}

    def get_initial(self) -> dict:
        asked = self.request.GET.get("usaha")
        return {"business": asked} if asked else {}

    def form_valid(self, form: QuickAddForm) -> HttpResponse:
        typed = form.cleaned_data
        new = NewProduct(typed["business"], typed["name"], typed["price"], typed["photo"])
        try:
            product = add_product(new, self.request.user, typed["form_key"])
        except NoCategoryError:
            form.add_error(None, _("There are no categories yet. Ask the portal staff to add some."))
            return self.form_invalid(form)
        self._say(product)
        return redirect(f"{NAMESPACE}:index")

    def _say(self, product: ProductPage) -> None:
        if product.live:
            text = _("“%(title)s” is on the site, in the category %(category)s.")
            look = product.get_url(self.request)
        else:
            text = _("“%(title)s” waits until the village publishes it. Category: %(category)s.")
            look = reverse("wagtailadmin_pages:view_draft", args=[product.pk])
        edit = reverse("wagtailadmin_pages:edit", args=[product.pk])
        buttons = [messages.button(look, _("View")), messages.button(edit, _("Complete it"))]
        values = {"title": product.title, "category": product.category.display_name}
        messages.success(self.request, text % values, buttons=buttons)


class SoldOutView(View):
    """By one tap; its address leads back to the list when it is only opened."""

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return redirect(f"{NAMESPACE}:index")

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        key = min(kwargs["product_id"], LARGEST_KEY)
        product = get_object_or_404(products_of(request.user), pk=key)
        if not may_write(product, request.user):
            messages.error(request, _("You can't change “%(title)s” now.") % {"title": product.title})
            return redirect(f"{NAMESPACE}:index")
        # What was meant stands in the form: a second tap, or another person's, undoes nothing.
        wanted = "sold_out" if request.POST.get("habis") == "1" else "ready"
        state = ProductPage.Availability(wanted)
        shows = write(product, request.user, lambda page: setattr(page, "availability", state))
        values = {"title": product.title, "state": state.label}
        said = (
            _("“%(title)s” is now: %(state)s.")
            if shows
            else _("“%(title)s”: %(state)s. Readers see it once the village has published it.")
        )
        messages.success(request, said % values)
        return redirect(f"{NAMESPACE}:index")
