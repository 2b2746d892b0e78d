"""Who registered for a class, what was told to them, and who came. Erased some time after the term.

None of it stands in Wagtail's index of references: the usage of a page is for all who may edit it.
"""

from uuid import uuid4

from django.conf import settings
from django.core.validators import MinLengthValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField

from culture.querysets import ClassMessageQuerySet, NoticeQuerySet, RegistrationQuerySet
from culture.states import UNDER_AGE, AgeGroup, NoticeKind, RegistrationState
from sites.contact_form import LONGEST_NAME
from sites.models import QueuedLetter


class Registration(models.Model):
    """Somebody's place in a class, on its list or waiting. Belongs to the Indonesian version of the class."""

    owned_through = "class_page"
    kept_for_a_time = "registrations"
    wagtail_reference_index_ignore = True

    class_page = models.ForeignKey(
        "culture.ClassPage", models.CASCADE, related_name="registrations", verbose_name=_("class")
    )
    # In the order of arrival, from 1.
    number = models.PositiveIntegerField(_("number"), editable=False)
    # What people show at the door.
    code = models.CharField(_("code"), max_length=7, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=LONGEST_NAME, validators=[MinLengthValidator(2)])
    age_group = models.CharField(_("age"), max_length=8, choices=AgeGroup)
    guardian_name = models.CharField(_("parent or guardian"), max_length=LONGEST_NAME, blank=True)
    whatsapp = PhoneNumberField(_("WhatsApp number"), blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES)
    # For a child, the parent or guardian has agreed.
    agreed_at = models.DateTimeField(_("agreed at"), default=timezone.now)
    state = models.CharField(_("state"), max_length=9, choices=RegistrationState)
    # Lower ones get a seat first; staff move somebody up with it, else the order of arrival decides.
    rank = models.IntegerField(default=0, editable=False)
    created_at = models.DateTimeField(_("registered at"), default=timezone.now)
    seated_at = models.DateTimeField(_("has a seat since"), null=True, blank=True)
    cancelled_at = models.DateTimeField(_("cancelled at"), null=True, blank=True)
    # The form that was sent: sent twice, it registers once.
    form_key = models.UUIDField(editable=False)
    # A keyed hash of name and contact: the same person twice is told so.
    person_key = models.CharField(max_length=64, editable=False)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["class_page", "number"], name="registration_number_once"),
            models.UniqueConstraint(fields=["class_page", "form_key"], name="registration_form_once"),
            models.UniqueConstraint(
                fields=["class_page", "person_key"],
                condition=~Q(state=RegistrationState.CANCELLED),
                name="registration_person_once",
            ),
            models.CheckConstraint(condition=~Q(whatsapp="", email=""), name="registration_can_be_answered"),
        ]
        indexes = [models.Index(fields=["class_page", "state", "rank", "number"], name="registration_queue")]

    def __str__(self):
        # Without a name: this stands in logs.
        return gettext("Registration %(code)s") % {"code": self.code}

    def delete(self, *args, **kwargs):
        """By the way that keeps the figures."""
        return type(self).objects.filter(pk=self.pk).delete()

    @property
    def is_under_age(self) -> bool:
        return self.age_group in UNDER_AGE

    @property
    def has_seat(self) -> bool:
        return self.state == RegistrationState.SEATED

    @property
    def is_waiting(self) -> bool:
        return self.state == RegistrationState.WAITING

    @property
    def is_cancelled(self) -> bool:
        return self.state == RegistrationState.CANCELLED


class Attendance(models.Model):
    """Whether somebody came to a session; without a row nobody has looked."""

    owned_through = "registration"
    wagtail_reference_index_ignore = True

    registration = models.ForeignKey(Registration, models.CASCADE, related_name="attendances")
    session = models.ForeignKey("culture.ClassSession", models.CASCADE, related_name="attendances")
    was_there = models.BooleanField(_("was there"))

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        constraints = [models.UniqueConstraint(fields=["registration", "session"], name="attendance_once")]

    def __str__(self):
        return f"{self.registration_id}/{self.session_id}"


class ClassMessage(models.Model):
    """What the village has written to everybody in a class."""

    owned_through = "class_page"
    kept_for_a_time = "messages to classes"
    wagtail_reference_index_ignore = True

    class_page = models.ForeignKey("culture.ClassPage", models.CASCADE, related_name="messages")
    # The form that was sent: sent twice, it tells once.
    form_key = models.UUIDField(default=uuid4, unique=True, editable=False)
    text = models.TextField(_("message"), max_length=1000)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by")
    )
    created_at = models.DateTimeField(_("written at"), default=timezone.now)

    objects = ClassMessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("message to a class")
        verbose_name_plural = _("messages to classes")
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return str(self.pk)


class Notice(QueuedLetter):
    """What somebody is to be told: by a letter that the queue sends once, or by staff on WhatsApp."""

    owned_through = "registration"
    wagtail_reference_index_ignore = True

    registration = models.ForeignKey(Registration, models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=10, choices=NoticeKind)
    session = models.ForeignKey("culture.ClassSession", models.CASCADE, null=True, related_name="+")
    message = models.ForeignKey(ClassMessage, models.CASCADE, null=True, related_name="notices")
    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("letter about a registration")
        verbose_name_plural = _("letters about registrations")

    def __str__(self):
        return f"{self.kind} {self.pk}"


class ClassFigures(models.Model):
    """What is left of the registrations of a class when the names are erased: numbers."""

    owned_through = "class_page"
    wagtail_reference_index_ignore = True

    class_page = models.OneToOneField("culture.ClassPage", models.CASCADE, related_name="figures")
    registered = models.PositiveIntegerField(_("registered"), default=0)
    seated = models.PositiveIntegerField(_("had a seat"), default=0)
    waited = models.PositiveIntegerField(_("still waited"), default=0)
    cancelled = models.PositiveIntegerField(_("cancelled"), default=0)
    erased_at = models.DateTimeField(_("names erased at"), default=timezone.now)

    class Meta:
        verbose_name = _("figures of a class")
        verbose_name_plural = _("figures of classes")

    def __str__(self):
        return str(self.registered)
