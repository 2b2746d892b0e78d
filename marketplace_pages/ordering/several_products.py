"""The answer to a basket: one message for several products of one business."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from . import message
from .basket import Basket, basket_of, read_items
from .whatsapp import chat_url, lead_to_chat, unkept

PLACE = "#order"


def order_several(business, request: HttpRequest) -> HttpResponse:
    address = request.build_absolute_uri(business.get_url(request))
    if "item" not in request.GET or not chat_url(business.whatsapp, ""):
        return unkept(HttpResponseRedirect(address + PLACE))
    basket = basket_of(business, read_items(request.GET.getlist("item")))
    if basket.remarks or not basket.lines:
        return unkept(_page_again(business, request, basket))
    text = message.order(business.title, basket.lines, address)
    return lead_to_chat(request, business.whatsapp, text, basket.products)


def _page_again(business, request: HttpRequest, basket: Basket) -> HttpResponse:
    """The page of the business, with what is left out and a way to order the rest."""
    response = business.render(request, context_overrides={"checked_basket": basket})
    response.status_code = 400
    return response
