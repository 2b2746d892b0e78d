"""What people ask of a village office, what was done about it, what was said. Erased some time after.

None of it stands in Wagtail's index of references, in its search index or in revisions: what goes is gone.
"""

from django.conf import settings
from django.core.validators import MinLengthValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField

from services.attachments.storage import attachment_path, attachment_storage
from services.choices import (
    NEXT_STATES,
    OPEN_STATES,
    PUBLIC_KINDS,
    ComplaintTopic,
    EntryKind,
    LetterKind,
    RequestKind,
    RequestState,
)
from services.codes import LENGTH as CODE_LENGTH
from services.querysets import RequestLetterQuerySet, RequestQuerySet
from sites.models import QueuedLetter

LONGEST_NAME, LONGEST_MESSAGE, LONGEST_PLACE = 80, 2000, 200


class ServiceRequest(models.Model):
    """What somebody asks a village for: a question, a service, information; or a complaint, an idea.

    `service` is the Indonesian version of the village's own page. The code is all that a person needs to
    follow it, and all that anybody would need: it is never in a log nor in a letter to staff.
    """

    kept_for_a_time = "requests"
    wagtail_reference_index_ignore = True
    Kind, State, Topic = RequestKind, RequestState, ComplaintTopic

    village = models.ForeignKey("sites.Village", models.CASCADE, related_name="service_requests")
    kind = models.CharField(_("kind"), max_length=11, choices=Kind)
    service = models.ForeignKey(
        "services.ServicePage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="requests",
        verbose_name=_("service"),
    )
    # What it was called, should the page go.
    service_title = models.CharField(_("service"), max_length=255, blank=True)
    code = models.CharField(_("code"), max_length=CODE_LENGTH, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=LONGEST_NAME, validators=[MinLengthValidator(2)])
    whatsapp = PhoneNumberField(_("WhatsApp number"), blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES)
    message = models.TextField(_("message"), max_length=LONGEST_MESSAGE)
    comes_on = models.DateField(_("comes on"), null=True, blank=True)
    topic = models.CharField(_("about"), max_length=8, choices=Topic, blank=True)
    place = models.CharField(_("place"), max_length=LONGEST_PLACE, blank=True)

    # Its sender agrees that everybody may read it; only what the office has looked at is published.
    may_be_public = models.BooleanField(_("may be public"), default=False)
    public_text = models.TextField(_("text for everybody"), max_length=LONGEST_MESSAGE, blank=True)
    public_answer = models.TextField(_("answer for everybody"), max_length=LONGEST_MESSAGE, blank=True)
    published_at = models.DateTimeField(_("published at"), null=True, blank=True, editable=False)

    state = models.CharField(_("state"), max_length=9, choices=State, default=RequestState.RECEIVED)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("looked after by"),
    )
    agreed_at = models.DateTimeField(_("agreed at"), default=timezone.now)
    created_at = models.DateTimeField(_("received at"), default=timezone.now)
    due_on = models.DateField(_("due on"))
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    # What the form promised; a service that is changed later on changes nothing about it.
    kept_days = models.PositiveSmallIntegerField(default=90, editable=False)
    # The form that was sent: sent twice, it asks once.
    form_key = models.UUIDField(unique=True, editable=False)

    objects = RequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request")
        verbose_name_plural = _("requests")
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(whatsapp="", email=""), name="request_can_be_answered"),
            models.CheckConstraint(
                condition=Q(published_at=None) | Q(kind__in=PUBLIC_KINDS, may_be_public=True),
                name="request_public_only_if_agreed",
            ),
            models.CheckConstraint(
                condition=Q(state__in=OPEN_STATES, closed_at=None)
                | (~Q(state__in=OPEN_STATES) & Q(closed_at__isnull=False)),
                name="request_closed_with_its_state",
            ),
        ]
        indexes = [
            models.Index(fields=["village", "state", "due_on"], name="request_queue"),
            models.Index(
                fields=["village", "-published_at"],
                condition=Q(published_at__isnull=False),
                name="request_published",
            ),
            models.Index(fields=["closed_at"], name="request_age"),
        ]

    def __str__(self):
        # Neither name nor code: this stands in logs.
        return gettext("%(kind)s %(number)d") % {"kind": self.get_kind_display(), "number": self.pk or 0}

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_STATES

    @property
    def is_overdue(self) -> bool:
        return self.is_open and self.state != RequestState.READY and self.due_on < timezone.localdate()

    @property
    def is_published(self) -> bool:
        return self.published_at is not None

    @property
    def next_states(self) -> tuple[RequestState, ...]:
        return NEXT_STATES[self.state]

    @property
    def subject(self) -> str:
        """What it is about, in a few words."""
        return self.service_title or self.get_topic_display() or self.get_kind_display()


class RequestEntry(models.Model):
    """What happened with a request, in its order. Notes are for the office alone."""

    owned_through = "request"
    wagtail_reference_index_ignore = True
    Kind = EntryKind

    request = models.ForeignKey(ServiceRequest, models.CASCADE, related_name="entries")
    kind = models.CharField(max_length=6, choices=Kind)
    state = models.CharField(max_length=9, choices=RequestState, blank=True)
    text = models.TextField(_("text"), max_length=LONGEST_MESSAGE, blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField(default=timezone.now)
    # A form sent twice writes once; null for what no form has sent.
    form_key = models.UUIDField(null=True, unique=True, editable=False)

    class Meta:
        verbose_name = _("entry of a request")
        verbose_name_plural = _("entries of requests")
        ordering = ["created_at", "pk"]

    def __str__(self):
        return f"{self.kind} {self.pk}"


class RequestAttachment(models.Model):
    """A file that somebody has sent along: for the office alone, unless published with a complaint."""

    owned_through = "request"
    wagtail_reference_index_ignore = True

    request = models.ForeignKey(ServiceRequest, models.CASCADE, related_name="attachments")
    file = models.FileField(_("file"), upload_to=attachment_path, storage=attachment_storage)
    # As its sender called it.
    name = models.CharField(_("name"), max_length=120)
    content_type = models.CharField(max_length=40)
    size = models.PositiveIntegerField(_("size in bytes"))
    is_public = models.BooleanField(_("for everybody"), default=False)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("attachment of a request")
        verbose_name_plural = _("attachments of requests")
        ordering = ["pk"]

    def __str__(self):
        return f"{self.request_id}/{self.pk}"

    @property
    def is_picture(self) -> bool:
        return self.content_type.startswith("image/")


class RequestLetter(QueuedLetter):
    """A letter about a request: to the person, or to one of the staff on duty (`user`)."""

    owned_through = "request"
    wagtail_reference_index_ignore = True
    Kind = LetterKind

    request = models.ForeignKey(ServiceRequest, models.CASCADE, related_name="letters")
    kind = models.CharField(max_length=8, choices=Kind)
    entry = models.ForeignKey(RequestEntry, models.CASCADE, null=True, blank=True, related_name="+")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="+"
    )

    objects = RequestLetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("letter about a request")
        verbose_name_plural = _("letters about requests")

    def __str__(self):
        return f"{self.kind} {self.pk}"


class RequestFigure(models.Model):
    """What reports need of a request, and what is left of it when it is erased: no name, no text."""

    wagtail_reference_index_ignore = True

    village = models.ForeignKey("sites.Village", models.CASCADE, related_name="+")
    request = models.OneToOneField(
        ServiceRequest, models.SET_NULL, null=True, editable=False, related_name="figure"
    )
    kind = models.CharField(max_length=11, choices=RequestKind)
    # The same in all villages that took a service over (`ServicePage.service_key`).
    service_key = models.UUIDField(null=True)
    service_title = models.CharField(max_length=255, blank=True)
    received_on = models.DateField()
    due_on = models.DateField()
    # When the office had done its part: ready to collect, done, or refused.
    closed_on = models.DateField(null=True)
    state = models.CharField(max_length=9, choices=RequestState, default=RequestState.RECEIVED)

    class Meta:
        verbose_name = _("figures of a request")
        verbose_name_plural = _("figures of requests")
        indexes = [models.Index(fields=["village", "received_on"], name="request_figures")]

    def __str__(self):
        return f"{self.kind} {self.received_on}"
