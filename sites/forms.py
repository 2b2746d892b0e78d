from django.apps import apps
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm
from wagtail.admin.forms.pages import CopyForm

from sites import institutions
from sites.querysets import HOME_DEPTH
from sites.slugs import RESERVED_SLUGS, free_slug, slug_of
from sites.tenancy.references import OwnReferencesMixin


class SettingsForm(OwnReferencesMixin, WagtailAdminModelForm):
    """What a village decides about its site; its logo is one of its own pictures."""


class OwnCopyForm(CopyForm):
    """Without aliases: one of a private page could stand where everybody reads it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.pop("alias", None)


class BasePageForm(OwnReferencesMixin, WagtailAdminPageForm):
    """Gives a page its address where the writer gave none.

    The browser fills the slug a moment after the title is typed; who publishes faster than that, or
    takes a title that was used before, would get an error on a tab that they never opened.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False

    def clean(self):
        title, slug = self.cleaned_data.get("title"), self.cleaned_data.get("slug")
        if title and slug is not None and self._slug_is_ours_to_choose(title, slug):
            self.cleaned_data["slug"] = free_slug(title, self._is_free)
        cleaned = super().clean()
        if self._is_reserved(cleaned.get("slug")):
            self.add_error("slug", _("This address is used by the site itself. Choose another one."))
        return cleaned

    def _slug_is_ours_to_choose(self, title: str, slug: str) -> bool:
        """Whether the slug is missing, or was derived from the title of a page that has no readers yet."""
        return not slug or (self.instance.first_published_at is None and slug == slug_of(title))

    def _is_free(self, slug: str) -> bool:
        siblings = self.parent_page.get_children().exclude(pk=self.instance.pk)
        return not self._is_reserved(slug) and not siblings.filter(slug=slug).exists()

    def _is_reserved(self, slug: str | None) -> bool:
        return slug in RESERVED_SLUGS and self.parent_page.depth == HOME_DEPTH


class TypedOnceForm(BasePageForm):
    """On a translation, what is typed once is no part of the form."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.is_source:
            for name in self.instance.typed_once:
                self.fields.pop(name, None)
                self.formsets.pop(name, None)


class InstitutionPageForm(TypedOnceForm):
    """Offers the institutions that a village of its kind has."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        villages = apps.get_model("sites", "Village").objects
        self.village = villages.owning(self.parent_page).first() if self.parent_page else None
        if self.village and "kind" in self.fields:
            offered = {kind.value for kind in institutions.kinds_of(self.village.is_desa)}
            widget = self.fields["kind"].widget
            widget.choices = [choice for choice in widget.choices if choice[0] in offered]

    def clean_kind(self):
        kind = self.cleaned_data["kind"]
        if self.village and (complaint := institutions.complaint_about(kind, self.village.is_desa)):
            self.add_error("kind", complaint)
        return kind


class ProfilePageForm(TypedOnceForm):
    """A pin needs both of its numbers."""

    def clean(self):
        cleaned = super().clean()
        pair = {name: cleaned.get(name) for name in ("latitude", "longitude") if name in self.fields}
        missing = [name for name, value in pair.items() if value is None and name not in self.errors]
        if len(missing) == 1:
            self.add_error(missing[0], _("Write latitude and longitude, or leave both empty."))
        return cleaned
