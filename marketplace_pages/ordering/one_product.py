"""The answer to the order form of one product."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from . import message
from .form import OrderForm
from .whatsapp import chat_url, lead_to_chat, unkept

# Where the form stands on the page of a product.
PLACE = "#order"


def order_product(product, request: HttpRequest) -> HttpResponse:
    number, business = product.business.whatsapp, product.business.title
    address = request.build_absolute_uri(product.get_url(request))
    if not chat_url(number, ""):
        return unkept(HttpResponseRedirect(address + PLACE))
    if not product.can_be_ordered:
        return lead_to_chat(request, number, message.question(business, product.title, address), [product])
    if not request.GET and product.variant_list:
        return unkept(HttpResponseRedirect(address + PLACE))
    form = OrderForm(product, request.GET or {"quantity": product.minimum_order})
    if not form.is_valid():
        return unkept(_page_again(product, request, form))
    text = message.order(business, [line_of(product, form.cleaned_data["quantity"], form.chosen)], address)
    return lead_to_chat(request, number, text, [product])


def line_of(product, quantity: int, variant=None) -> message.Line:
    """A line of the message, with the price of today."""
    return message.Line(
        product.title,
        quantity,
        price_of(product, variant),
        variant.display_name if variant else "",
        product.unit,
    )


def price_of(product, variant=None) -> int | None:
    """What one costs; None where it is told on request, or depends on the work."""
    if variant and variant.price_rupiah:
        return variant.price_rupiah
    highest = product.price_to_rupiah or product.price_from_rupiah
    return product.price_from_rupiah if highest == product.price_from_rupiah else None


def _page_again(product, request: HttpRequest, form: OrderForm) -> HttpResponse:
    response = product.render(request, context_overrides={"order_form": form})
    response.status_code = 400
    return response
