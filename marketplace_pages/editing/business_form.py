"""The form of a business in the editor."""

from django.utils.translation import gettext_lazy as _

from marketplace_pages.choices import Delivery, Facility, Payment
from sites.ticked import ticked

from . import business_rules
from .ruled_form import RuledForm
from .whatsapp import WhatsAppFormField


class BusinessPageForm(RuledForm):
    """A business as its village or its producer writes it."""

    rules = business_rules

    whatsapp = WhatsAppFormField(
        label=_("WhatsApp number"), required=False, help_text=_("For orders. Everybody can read it.")
    )
    payment_ways = ticked(_("ways to pay"), Payment.choices)
    delivery_ways = ticked(_("ways of delivery"), Delivery.choices)
    facilities = ticked(_("facilities"), Facility.choices)
