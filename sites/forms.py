from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from sites.querysets import HOME_DEPTH
from sites.slugs import RESERVED_SLUGS, free_slug, slug_of


class BasePageForm(WagtailAdminPageForm):
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


class AnnouncementPageForm(BasePageForm):
    """An emergency stands on every page, so it must say when it ends; a draft may wait with that."""

    def clean(self):
        cleaned = super().clean()
        is_emergency = cleaned.get("severity") == self.instance.Severity.EMERGENCY
        if is_emergency and not cleaned.get("expires_at") and not self.is_deferred_validation:
            self.add_error(
                "expires_at", _("Say when the emergency ends. You can change it later if it takes longer.")
            )
        return cleaned
