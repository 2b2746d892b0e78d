"""How many of which size or colour; read from an address, and shown again with what is wrong."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sites.money import format_rupiah

# More than anybody orders by a form.
MOST = 10_000


class VariantSelect(forms.Select):
    """A list that shows what is sold out, too, but lets nobody choose it; the basket learns the prices."""

    variants: dict = {}

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        if variant := self.variants.get(str(value)):
            option["attrs"] |= {"data-name": variant.display_name, "data-price": variant.price_rupiah or ""}
            option["attrs"]["disabled"] = variant.is_sold_out
        return option


class OrderForm(forms.Form):
    variant = forms.ChoiceField(
        label=_("Size or colour"),
        widget=VariantSelect,
        error_messages={
            "required": _("Choose a size or colour."),
            "invalid_choice": _("This size or colour is not offered. Choose one of the list."),
        },
    )
    quantity = forms.IntegerField(
        label=_("Quantity"),
        error_messages={"required": _("Write how many."), "invalid": _("Write a whole number, such as 2.")},
    )

    def __init__(self, product, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.product = product
        self.fields["quantity"].initial = product.minimum_order
        self.fields["quantity"].widget.attrs |= {
            "inputmode": "numeric",
            "min": product.minimum_order,
            "max": MOST,
        }
        if product.minimum_order > 1:
            self.fields["quantity"].help_text = gettext("At least %(number)s.") % {
                "number": product.minimum_order
            }
        self._offer(product.variant_list)

    def _offer(self, variants: list) -> None:
        if not variants:
            del self.fields["variant"]
            return
        offered = [(str(variant.pk), self._label(variant)) for variant in variants]
        self.fields["variant"].choices = [("", gettext("Choose …")), *offered]
        self.fields["variant"].widget.variants = {str(variant.pk): variant for variant in variants}

    @staticmethod
    def _label(variant) -> str:
        label = variant.display_name
        if variant.price_rupiah:
            label = f"{label}, {format_rupiah(variant.price_rupiah)}"
        return f"{label} ({gettext('sold out')})" if variant.is_sold_out else label

    @property
    def chosen(self):
        """The variant that was asked for, or None."""
        key = self.cleaned_data.get("variant")
        return next((one for one in self.product.variant_list if str(one.pk) == key), None)

    def clean_variant(self) -> str:
        if self.chosen and self.chosen.is_sold_out:
            raise forms.ValidationError(gettext("This one is sold out. Choose another one."))
        return self.cleaned_data["variant"]

    def clean_quantity(self) -> int:
        number, least = self.cleaned_data["quantity"], self.product.minimum_order
        if number < least:
            raise forms.ValidationError(gettext("Order at least %(number)s.") % {"number": least})
        if number > MOST:
            raise forms.ValidationError(
                gettext("Order at most %(number)s here. For more, ask the maker.") % {"number": MOST}
            )
        return number
