from django.conf import settings
from django.utils.functional import cached_property
from wagtail.models import Locale, Page
from wagtail.search.index import insert_or_update_object

from sites.forms import TypedOnceForm
from sites.sharing.targets import follow

from .base import BasePage


class TypedOncePage(BasePage):
    """A page whose names and numbers are typed once, on its Indonesian version.

    `typed_once` names the fields and rows; each translation shows those of its
    `source`. Texts (title, summary, body) are written in each language.
    """

    typed_once: tuple[str, ...] = ()
    leaves_out_on_copy = True
    base_form_class = TypedOnceForm

    class Meta:
        abstract = True

    @property
    def is_source(self) -> bool:
        """Whether names and numbers are typed here: not on a translation."""
        return self.locale_id is None or self.locale.language_code == settings.LANGUAGE_CODE

    @cached_property
    def source(self):
        """The Indonesian version: this page itself, or one query; None while it is not published."""
        if self.is_source:
            return self
        return type(self).objects.sources_of(self).first()

    def remembered_translations(self, frame) -> dict[str, Page]:
        found = super().remembered_translations(frame)
        if not self.is_source:
            # The same as above, without asking twice for it.
            self.source = found.get(settings.LANGUAGE_CODE)
        return found

    def rows(self, name: str, picture: str = "") -> list:
        """Rows of a relation that is typed once, in their order, with their pictures. One query."""
        if self.source is None:
            return []
        rows = getattr(self.source, name).all()
        return list(rows.select_related(picture) if picture else rows)

    def indonesian_version(self):
        """The version to type on, published or not; None where there is none."""
        return self.get_translation_or_none(Locale.objects.get(language_code=settings.LANGUAGE_CODE))

    def after_publish(self, revision) -> None:
        super().after_publish(revision)
        if self.is_source:
            self.publish_untouched(self.get_translations())
            # Wagtail's own indexing reads the page before its rows are stored, and knows no translations.
            for page in self.get_translations(inclusive=True).live():
                insert_or_update_object(page)

    def copy(self, *args, update_attrs=None, exclude_fields=None, **kwargs):
        # A translation starts without them: a name taken off here must not live on there.
        if self.leaves_out_on_copy and "locale" in (update_attrs or {}):
            exclude_fields = [*(exclude_fields or []), *self.typed_once]
        return super().copy(*args, update_attrs=update_attrs, exclude_fields=exclude_fields, **kwargs)


class FollowingPage(TypedOncePage):
    """A page that lists and calendars ask for by what is typed once: its translations carry a copy of it.

    The copy is made whenever a version is published, from the live Indonesian one. Only fields can be
    followed; rows stay with the source.
    """

    leaves_out_on_copy = False

    class Meta:
        abstract = True

    def after_publish(self, revision) -> None:
        source = type(self).objects.sources_of(self).first()
        if source:
            versions = type(self).objects.filter(translation_key=self.translation_key).exclude(pk=source.pk)
            follow(source, versions, self.typed_once)
        super().after_publish(revision)
