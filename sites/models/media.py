from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition, get_upload_to

from sites.media.documents import KINDS
from sites.media.fields import DocumentField, PictureField


class VillageImage(AbstractImage):
    """A picture; of what came in, only the pixels are stored."""

    file = PictureField(
        verbose_name=_("file"),
        upload_to=get_upload_to,
        width_field="width",
        height_field="height",
        # Whose a file is, is asked whenever it is sent; the same below.
        db_index=True,
    )
    description = models.CharField(
        _("description"),
        max_length=255,
        blank=True,
        help_text=_(
            "What is to be seen, in one sentence, for people who cannot see the picture. For example: "
            "“Women hang freshly dyed batik cloth to dry behind the village hall.”"
        ),
    )
    description_en = models.CharField(
        _("description in English"),
        max_length=255,
        blank=True,
        help_text=_("For the English pages. Without it, the Indonesian description is read there."),
    )
    is_decorative = models.BooleanField(
        _("only decoration"),
        default=False,
        help_text=_("Tick this only when the picture tells nothing, such as a pattern or a border."),
    )
    credit = models.CharField(
        _("credit"),
        max_length=255,
        blank=True,
        help_text=_("Who made it, where that has to be named."),
    )

    admin_form_fields = (
        "title",
        "file",
        "collection",
        "description",
        "is_decorative",
        "credit",
        "description_en",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def clean(self):
        super().clean()
        if not self.is_decorative and not self.description.strip():
            message = _("Describe the picture in one sentence, or tick “only decoration”.")
            raise ValidationError({"description": message})

    def save(self, *args, **kwargs):
        # The file goes first, so that size and hash are those of the sanitised picture.
        if self.file and not self.file._committed:
            self.file.save(self.file.name, self.file.file, save=False)
            self._set_image_file_metadata()
            self.file.close()
        super().save(*args, **kwargs)

    @property
    def default_alt_text(self) -> str:
        return "" if self.is_decorative else self.description

    def described_in(self, language_code: str) -> tuple[str, str]:
        """Return the description for readers of a language, and the language that it is in."""
        if language_code == "en" and self.description_en:
            return self.description_en, "en"
        return self.description, settings.LANGUAGE_CODE


class VillageRendition(AbstractRendition):
    image = models.ForeignKey(VillageImage, models.CASCADE, related_name="renditions")

    owned_through = "image"

    class Meta:
        unique_together = [("image", "filter_spec", "focal_point_key")]
        indexes = [models.Index(fields=["file"], name="rendition_file")]


class VillageDocument(AbstractDocument):
    """A file to download; its name and its content were found to be of the same allowed type."""

    file = DocumentField(upload_to="documents", verbose_name=_("file"), db_index=True)

    admin_form_fields = ("title", "file", "collection")

    def save(self, *args, **kwargs):
        # Forms measure the file themselves; without this, code would leave that to the first reader.
        if self.file and not self.file._committed:
            self._set_document_file_metadata()
        super().save(*args, **kwargs)

    @property
    def type_text(self) -> str:
        """What people call this type of file, such as "PDF" or "Word"."""
        kind = KINDS.get(self.file_extension.lower())
        return kind.label if kind else self.file_extension.upper()

    @property
    def medium(self) -> str:
        """Of a recording: "audio" or "video"; empty for what is read."""
        kind = KINDS.get(self.file_extension.lower())
        return kind.medium if kind else ""

    @property
    def size_text(self) -> str:
        return filesizeformat(self.get_file_size() or 0)

    @property
    def content_type(self) -> str:
        # Not every machine's table of types knows the office formats.
        kind = KINDS.get(self.file_extension.lower())
        return kind.content_type if kind else "application/octet-stream"
