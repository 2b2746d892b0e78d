"""The four fields of a new product."""

from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from marketplace_pages.editing.rupiah_field import RupiahFormField
from marketplace_pages.models import BusinessPage, ProductPage
from sites.media.forms import PictureUploadField
from sites.models import User
from sites.tenancy import place_name, sees_several

NO_PHOTO = _("Take a photo of the product, or choose one.")


class BusinessField(forms.ModelChoiceField):
    user: User | None = None

    def label_from_instance(self, business: BusinessPage) -> str:
        place = place_name(self.user, business) if sees_several(self.user) else ""
        return f"{business.title} ({place})" if place else business.title


class QuickAddForm(forms.Form):
    photo = PictureUploadField(
        label=_("Photo"),
        widget=forms.FileInput({"accept": "image/*"}),
        error_messages={"required": NO_PHOTO, "empty": NO_PHOTO, "missing": NO_PHOTO},
    )
    name = forms.CharField(
        label=_("Name of the product"), max_length=ProductPage._meta.get_field("title").max_length
    )
    price = RupiahFormField(label=_("Price (rupiah)"), help_text=_("For example: 15.000"))
    business = BusinessField(label=_("Business"), queryset=BusinessPage.objects.none())
    form_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def __init__(self, *args, businesses, user: User, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["business"]
        field.user, field.queryset = user, businesses
        own = list(businesses[:2])
        if len(own) == 1:
            field.initial = own[0]

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())
