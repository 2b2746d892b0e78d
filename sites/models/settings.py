from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import StreamField

from sites.blocks import ExceptionalDaysStreamBlock, OpeningWeekBlock
from sites.forms import SettingsForm
from sites.mail_addresses import REFUSAL, can_be_written
from sites.media.logos import is_too_pale, make_logo
from sites.workflow import switch_workflow

TOO_PALE = _("This picture is too pale to be seen on white. Choose one with dark lines or a coloured ground.")


class PortalFieldPanel(FieldPanel):
    """A field that counts on the portal only, and so is offered there only."""

    class BoundPanel(FieldPanel.BoundPanel):
        def is_shown(self):
            return super().is_shown() and self.instance.site.is_default_site


@register_setting(icon="home", order=100)
class SiteSettings(BaseSiteSetting):
    """What a village (or the portal) decides about its own site."""

    class Accent(models.TextChoices):
        IJEN = "ijen", _("Ijen (blue fire)")
        GANDRUNG = "gandrung", _("Gandrung (dance red)")
        KOPI = "kopi", _("Coffee leaf (green)")
        PESISIR = "pesisir", _("Coast (teal)")
        SOGA = "soga", _("Soga (batik brown)")
        NAGA = "naga", _("Dragon fruit (magenta)")

    accent = models.CharField(_("colour"), max_length=10, choices=Accent, default=Accent.IJEN)
    logo = models.ForeignKey(
        "sites.VillageImage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("logo"),
        help_text=_("Stands at the top of every page, on white. Empty: the mark of Smart Kampung."),
    )
    crest = models.ForeignKey(
        "sites.VillageImage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("crest of the regency"),
        help_text=_("Stands at the top of every page of all sites, on white."),
    )
    english_enabled = models.BooleanField(
        _("English pages"),
        default=False,
        help_text=_("Show the English part of the site. Switch it on once the home page is translated."),
    )
    workflow_enabled = models.BooleanField(
        _("Check before publishing"),
        default=False,
        help_text=_("Texts of contributors are checked in two steps before they appear on the site."),
    )
    address = models.TextField(_("office address"), blank=True)
    directions = models.TextField(
        _("how to get there"), blank=True, help_text=_("For example: opposite the mosque, ramp at the side.")
    )
    directions_en = models.TextField(
        _("how to get there, in English"),
        blank=True,
        help_text=_("For the English pages. Without it, visitors read the Indonesian text there."),
    )
    phone = PhoneNumberField(_("telephone"), blank=True)
    whatsapp = PhoneNumberField(_("WhatsApp number"), blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    opening_hours = StreamField(
        OpeningWeekBlock(),
        verbose_name=_("opening hours"),
        blank=True,
        help_text=_("Add a line for days with the same hours."),
    )
    opening_exceptions = StreamField(
        ExceptionalDaysStreamBlock(),
        verbose_name=_("closed days and other hours"),
        blank=True,
        help_text=_("Holidays and days with other hours. They take the place of the usual hours."),
    )

    base_form_class = SettingsForm

    panels = [
        MultiFieldPanel(
            ["address", "directions", "directions_en", "phone", "whatsapp", "email"], heading=_("Office")
        ),
        FieldPanel("opening_hours"),
        FieldPanel("opening_exceptions"),
        MultiFieldPanel(
            ["accent", "logo", PortalFieldPanel("crest"), "english_enabled", "workflow_enabled"],
            heading=_("Site"),
        ),
    ]

    class Meta:
        verbose_name = _("Village settings")
        verbose_name_plural = _("Village settings")

    def __str__(self):
        return str(self.site)

    def clean(self):
        super().clean()
        pale = [name for name in ("logo", "crest") if (image := getattr(self, name)) and is_too_pale(image)]
        faults = dict.fromkeys(pale, TOO_PALE)
        if self.email and not can_be_written(self.email):
            # The newsletter names it as the address for answers.
            faults["email"] = REFUSAL
        if faults:
            raise ValidationError(faults)

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        for image in (self.logo, self.crest):
            if image:
                make_logo(image)
        if village := getattr(self.site, "village", None):
            switch_workflow(village, self.workflow_enabled)

    @property
    def languages(self) -> list[str]:
        """Codes of the languages this site shows, the default first."""
        return ["id", "en"] if self.english_enabled else ["id"]
