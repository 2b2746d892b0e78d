from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.template.defaultfilters import filesizeformat
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

FILE_HELP = _("A recording of your own: MP3, M4A or OGG to hear, MP4 or WebM to see; {limit} at most.")
LIMIT = lazy(lambda: filesizeformat(settings.WAGTAILDOCS_MAX_UPLOAD_SIZE), str)()
WRONG_MEDIUM = {
    "audio": _("This file is no sound recording. Choose one in MP3, M4A or OGG."),
    "video": _("This file is no video. Choose one in MP4 or WebM."),
}


class ArtFormPicture(Orderable):
    """A picture of the gallery; who made it stands with the picture itself."""

    page = ParentalKey("culture.ArtFormPage", on_delete=models.CASCADE, related_name="gallery")
    image = models.ForeignKey(
        "sites.VillageImage",
        models.CASCADE,
        related_name="+",
        verbose_name=_("picture"),
        help_text=_("Ask the people in it, and the parents of children."),
    )
    caption = models.CharField(_("caption"), max_length=200, blank=True)

    panels = ["image", "caption"]

    class Meta(Orderable.Meta):
        verbose_name = _("picture of the gallery")
        verbose_name_plural = _("pictures of the gallery")

    def __str__(self):
        return self.caption or str(self.image)

    @property
    def display_caption(self) -> str:
        return self.caption


class Recording(Orderable):
    """Something to hear or to see: a file of one's own, or a link to where it is. Nothing loads by itself."""

    class Medium(models.TextChoices):
        AUDIO = "audio", _("Audio")
        VIDEO = "video", _("Video")

    page = ParentalKey("culture.ArtFormPage", on_delete=models.CASCADE, related_name="recordings")
    medium = models.CharField(_("kind"), max_length=5, choices=Medium)
    title = models.CharField(_("title"), max_length=160)
    file = models.ForeignKey(
        "sites.VillageDocument",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("file"),
    )
    link = models.URLField(_("or a link"), blank=True, help_text=_("For example to a video on YouTube."))
    picture = models.ForeignKey(
        "sites.VillageImage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
        help_text=_("Stands there until somebody taps it."),
    )
    credit = models.CharField(_("credit"), max_length=160, blank=True)
    transcript = models.TextField(
        _("transcript"),
        blank=True,
        help_text=_("What is said, sung and to be seen, for who can't hear or see it, or has no data left."),
    )

    panels = [
        FieldRowPanel(["medium", "title"]),
        FieldPanel("file", help_text=format_lazy(FILE_HELP, limit=LIMIT)),
        FieldPanel("link"),
        FieldRowPanel(["picture", "credit"]),
        "transcript",
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("recording")
        verbose_name_plural = _("recordings")

    def __str__(self):
        return self.title

    def clean(self):
        """A file or a link, and a file that can be heard or seen as its kind says."""
        super().clean()
        if self.file_id and self.link:
            raise ValidationError(
                {"link": _("A file stands there already. Keep one of both, and take the other out.")}
            )
        if not self.file_id and not self.link:
            raise ValidationError({"file": _("Choose a file, or write a link below.")})
        if self.file_id and self.medium and self.file.medium != self.medium:
            raise ValidationError({"file": WRONG_MEDIUM[self.medium]})

    @property
    def is_video(self) -> bool:
        return self.medium == self.Medium.VIDEO

    @property
    def link_host(self) -> str:
        """Whose site a link opens, as people know it."""
        return (urlsplit(self.link).hostname or "").removeprefix("www.")
