"""The fields of a new public document, and below which libraries somebody may add one."""

from pathlib import PurePath
from uuid import uuid4

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files import File
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from services.choices import DocumentKind
from services.models import DocumentIndexPage, PublicDocumentPage
from services.models.documents import FIRST_YEAR
from sites.identity_numbers import refuse_identity_number
from sites.media.documents import KINDS, check_document
from sites.models import User
from sites.tenancy import is_portal_staff, place_name, sees_several, visible

# Recordings and captions are no documents to read.
READ = [ending for ending, kind in KINDS.items() if not kind.medium and ending != "vtt"]
NO_FILE = gettext_lazy("Choose the file.")


def libraries_of(user: User):
    """Libraries of villages below which somebody may add a document; all where they may add to the root."""
    found = visible(user, DocumentIndexPage).in_language(settings.LANGUAGE_CODE).order_by("path")
    if is_portal_staff(user) and _may_add_everywhere(user):
        return found
    kept = [page.pk for page in found if page.permissions_for_user(user).can_add_subpage()]
    return found.filter(pk__in=kept)


def _may_add_everywhere(user: User) -> bool:
    return user.is_superuser or "add" in Page.get_first_root_node().permissions_for_user(user).permissions


class LibraryField(forms.ModelChoiceField):
    user: User | None = None

    def label_from_instance(self, library: DocumentIndexPage) -> str:
        return place_name(self.user, library) if sees_several(self.user) else library.title


class AddDocumentForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("Best as PDF, which every phone opens; without a NIK or private data in it."),
        widget=forms.FileInput({"accept": ",".join(f".{ending}" for ending in READ)}),
        error_messages={"required": NO_FILE, "empty": NO_FILE, "missing": NO_FILE},
    )
    title = forms.CharField(
        label=gettext_lazy("Title"), max_length=PublicDocumentPage._meta.get_field("title").max_length
    )
    kind = forms.ChoiceField(label=gettext_lazy("Category"), choices=DocumentKind.choices)
    year = forms.IntegerField(
        label=gettext_lazy("Year"), min_value=FIRST_YEAR, widget=forms.TextInput({"inputmode": "numeric"})
    )
    library = LibraryField(label=gettext_lazy("Village"), queryset=DocumentIndexPage.objects.none())
    form_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def __init__(self, *args, libraries, user: User, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["year"].initial = timezone.localdate().year
        field = self.fields["library"]
        field.user, field.queryset = user, libraries
        own = list(libraries[:2])
        if len(own) == 1:
            field.initial = own[0]
            field.widget = forms.HiddenInput()

    def clean_title(self) -> str:
        title = " ".join(self.cleaned_data["title"].split())
        refuse_identity_number(title)
        return title

    def clean_year(self) -> int:
        year = self.cleaned_data["year"]
        if year > timezone.localdate().year + 1:
            raise ValidationError(_("This year is still to come."), code="year")
        return year

    def clean_file(self) -> File:
        file = self.cleaned_data["file"]
        if PurePath(file.name).suffix.lower().lstrip(".") not in READ:
            message = _("Files of this type cannot be offered. Possible are: %(types)s.")
            raise ValidationError(message % {"types": ", ".join(READ).upper()}, code="type")
        check_document(file)
        return file
