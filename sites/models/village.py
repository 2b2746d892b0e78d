import re

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import get_language, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection, Site

from sites.frame import reverse_home
from sites.places import Place
from sites.querysets import OfficeQuerySet, VillageQuerySet

# Metres above sea level, from the beach to the top of Raung.
ALTITUDES = [MinValueValidator(0), MaxValueValidator(3400)]
CODE_PATTERN = r"^\d{2}\.\d{2}\.\d{2}\.[12]\d{3}$"


def name_key(name: str) -> str:
    """Reduce a name to its letters, so that "Kampung Anyar" finds "Kampunganyar"."""
    return re.sub(r"[^a-z]", "", name.lower())


class Village(models.Model):
    """One desa or kelurahan of the register; its site comes with provisioning.

    The official (Kemendagri) code is the key: names repeat within the regency.
    """

    class Kind(models.TextChoices):
        DESA = "desa", pgettext_lazy("village kind", "Desa")
        KELURAHAN = "kelurahan", pgettext_lazy("village kind", "Kelurahan")

    code = models.CharField(
        _("official code"),
        max_length=13,
        unique=True,
        validators=[RegexValidator(CODE_PATTERN, _("Write the code like 35.10.15.2004."))],
    )
    name = models.CharField(_("name"), max_length=80)
    name_key = models.CharField(max_length=80, editable=False, db_index=True)
    kind = models.CharField(_("kind"), max_length=9, choices=Kind)
    district = models.CharField(_("district (kecamatan)"), max_length=80)
    latitude = models.FloatField(
        _("latitude"), null=True, blank=True, validators=[MinValueValidator(-90), MaxValueValidator(90)]
    )
    longitude = models.FloatField(
        _("longitude"), null=True, blank=True, validators=[MinValueValidator(-180), MaxValueValidator(180)]
    )
    altitude_m = models.PositiveSmallIntegerField(
        _("altitude in metres"),
        null=True,
        blank=True,
        validators=ALTITUDES,
        help_text=_("Above sea level, at the office."),
    )

    site = models.OneToOneField(
        Site, models.PROTECT, null=True, blank=True, editable=False, related_name="village"
    )
    container = models.OneToOneField(
        "sites.VillageContainerPage",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="village",
    )
    collection = models.OneToOneField(
        Collection, models.PROTECT, null=True, blank=True, editable=False, related_name="village"
    )
    admin_group = models.OneToOneField(
        "auth.Group", models.PROTECT, null=True, blank=True, editable=False, related_name="admins_of"
    )
    contributor_group = models.OneToOneField(
        "auth.Group", models.PROTECT, null=True, blank=True, editable=False, related_name="contributors_of"
    )
    workflow = models.OneToOneField(
        "wagtailcore.Workflow", models.PROTECT, null=True, blank=True, editable=False, related_name="village"
    )
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True, editable=False)

    objects = VillageQuerySet.as_manager()

    class Meta:
        verbose_name = _("village")
        verbose_name_plural = _("villages")
        ordering = ["name", "district"]

    def __str__(self):
        return f"{self.display_name}, {self.district}"

    def save(self, *args, **kwargs):
        self.name_key = name_key(self.name)
        super().save(*args, **kwargs)

    @property
    def display_name(self) -> str:
        return f"{self.get_kind_display()} {self.name}"

    @property
    def place(self) -> Place | None:
        """Where the register says it lies."""
        known = self.latitude is not None and self.longitude is not None
        return Place(self.latitude, self.longitude) if known else None

    @property
    def is_desa(self) -> bool:
        """A kelurahan has no APBDes, BPD, BUMDes or .desa.id address."""
        return self.kind == self.Kind.DESA

    @property
    def is_open(self) -> bool:
        return self.site_id is not None and self.closed_at is None

    @property
    def hostname(self) -> str:
        return self.site.hostname if self.site_id else ""

    @property
    def state(self) -> str:
        """What portal staff read in the list of villages."""
        if self.site_id is None:
            return gettext("no site yet")
        return gettext("open") if self.is_open else gettext("closed")

    @property
    def container_path(self) -> str | None:
        """Tree path of the container; `with_site()` and `light()` spare a query each."""
        if hasattr(self, "known_path"):
            return self.known_path
        return self.container.path if self.container_id else None

    @property
    def url(self) -> str | None:
        """Address of the village's site, or None while it has none."""
        return self.site.root_url if self.is_open else None

    @property
    def home_url(self) -> str | None:
        """Address of the home in the active language, if the site shows it; None while it has no site."""
        if not self.is_open:
            return None
        return self.site.root_url + (reverse_home() if self.shows(get_language()) else "/")

    def shows(self, language_code: str) -> bool:
        """Whether the site has pages in a language; `with_site()` and `light()` spare a query each."""
        return language_code in self.site.sitesettings.languages

    @property
    def accent(self) -> str:
        """Accent of the site; `with_site()` and `light()` spare a query each."""
        settings = getattr(self.site, "sitesettings", None) if self.site_id else None
        return settings.accent if settings else "ijen"


class FormerHostname(models.Model):
    """A host a village's site had before; requests to it are sent on to the new one."""

    hostname = models.CharField(_("hostname"), max_length=255, unique=True)
    village = models.ForeignKey(Village, models.CASCADE, related_name="former_hostnames")

    class Meta:
        verbose_name = _("former hostname")
        verbose_name_plural = _("former hostnames")

    def __str__(self):
        return self.hostname


class Office(models.Model):
    """An office of the regency (SKPD) that publishes for all villages."""

    slug = models.SlugField(_("slug"), unique=True)
    abbreviation = models.CharField(_("abbreviation"), max_length=40)
    name = models.CharField(_("name (Indonesian)"), max_length=160)
    name_en = models.CharField(_("name (English)"), max_length=160)
    role = models.TextField(_("tasks (Indonesian)"))
    role_en = models.TextField(_("tasks (English)"))
    named_in_programme = models.BooleanField(_("named in the programme"), default=False)
    may_alert = models.BooleanField(
        _("may warn the villages"),
        default=False,
        help_text=_("Its emergencies may stand on the sites of villages, not only on the portal."),
    )
    two_step_check = models.BooleanField(
        _("check before publishing"),
        default=False,
        help_text=_(
            "Somebody else of the staff reads a text, then it is approved. "
            "Nobody of the staff publishes alone; the office needs two people."
        ),
    )

    group = models.OneToOneField(
        "auth.Group", models.PROTECT, null=True, blank=True, editable=False, related_name="office"
    )
    collection = models.OneToOneField(
        Collection, models.PROTECT, null=True, blank=True, editable=False, related_name="office"
    )
    workflow = models.OneToOneField(
        "wagtailcore.Workflow", models.PROTECT, null=True, blank=True, editable=False, related_name="office"
    )

    objects = OfficeQuerySet.as_manager()

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        ordering = ["-named_in_programme", "abbreviation"]

    def __str__(self):
        return self.abbreviation

    @property
    def display_name(self) -> str:
        return self.name_in(get_language())

    @property
    def display_role(self) -> str:
        return self.role_in(get_language())

    def name_in(self, language_code: str) -> str:
        return self.name_en if language_code == "en" else self.name

    def role_in(self, language_code: str) -> str:
        return self.role_en if language_code == "en" else self.role
