"""Who gets the newsletter of a site, its editions, and who was sent which."""

from datetime import timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Count, F, Q
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site


class Frequency(models.TextChoices):
    WEEKLY = "weekly", _("Once a week")
    AT_ONCE = "at-once", _("As soon as something is published")


GETS_LETTERS = Q(confirmed_at__isnull=False, deactivated_at__isnull=True)
UNANSWERED = Q(answered_at__isnull=True) | Q(answered_at__lt=F("asked_at"))


class SubscriptionQuerySet(models.QuerySet):
    def confirmed(self) -> Self:
        """Those who said yes by the link in their letter and whose address takes letters."""
        return self.filter(GETS_LETTERS)

    def unanswered(self) -> Self:
        """Who signed up, for the first time or again, and has got no letter about that yet."""
        return self.filter(UNANSWERED, asked_at__isnull=False)

    def expired(self) -> Self:
        """Never confirmed, no longer reachable, or of a village that is closed for good."""
        now = timezone.now()
        never = Q(confirmed_at=None, created_at__lte=now - timedelta(days=Subscription.UNCONFIRMED_DAYS))
        unreachable = Q(deactivated_at__lte=now - timedelta(days=Subscription.UNREACHABLE_DAYS))
        closed = Q(site__village__closed_at__lte=now - timedelta(days=Subscription.UNREACHABLE_DAYS))
        # By key: a DELETE takes no join.
        return self.filter(pk__in=self.filter(never | unreachable | closed).values("pk"))


class Subscription(models.Model):
    """An address that asked for the newsletter of one site. Who leaves is deleted at once."""

    kept_for_a_time = "subscribers"
    UNCONFIRMED_DAYS = 7
    UNREACHABLE_DAYS = 90

    site = models.ForeignKey(Site, models.CASCADE, related_name="subscriptions", verbose_name=_("site"))
    email = models.EmailField(_("e-mail"), db_index=True)
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES)
    frequency = models.CharField(_("how often"), max_length=7, choices=Frequency, default=Frequency.WEEKLY)
    # Keys of `publications.kinds()`; none stands for all.
    kinds = models.JSONField(_("kinds"), default=list, blank=True)
    created_at = models.DateTimeField(_("signed up at"), default=timezone.now)
    confirmed_at = models.DateTimeField(_("since"), null=True, blank=True)
    deactivated_at = models.DateTimeField(_("unreachable since"), null=True, blank=True)
    # When somebody last signed up with this address, and when we last wrote about that.
    asked_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    # What was published before this was in earlier letters, or is older than the subscription.
    read_until = models.DateTimeField(null=True, blank=True)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("subscriber")
        verbose_name_plural = _("subscribers")
        ordering = ["-created_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["site", "email"], name="subscribed_to_a_site_once")]
        # For the questions that the schedule asks at each look.
        indexes = [
            models.Index(
                fields=["site", "frequency", "read_until"], name="oldest_reader", condition=GETS_LETTERS
            ),
            models.Index(fields=["asked_at"], name="unanswered_sign_up", condition=UNANSWERED),
            models.Index(fields=["answered_at"], name="answer_pace"),
        ]

    def __str__(self):
        # Without the address: this stands in logs.
        return gettext("Subscriber %(number)s") % {"number": self.pk}

    def save(self, *args, **kwargs):
        self.email = self.email.strip().lower()
        super().save(*args, **kwargs)

    @property
    def is_active(self) -> bool:
        return self.confirmed_at is not None and self.deactivated_at is None

    @property
    def state(self) -> str:
        """What the village's admins read in the list."""
        if self.deactivated_at:
            return gettext("unreachable")
        return gettext("confirmed") if self.confirmed_at else gettext("waits for confirmation")


class LetterQuerySet(models.QuerySet):
    def expired(self) -> Self:
        return self.filter(until__lte=timezone.now() - timedelta(days=Letter.KEPT_DAYS))

    def with_queue(self) -> Self:
        """Say of each letter how many of it have not gone out yet, as `queued`."""
        waiting = Q(deliveries__state__in=[Delivery.State.QUEUED, Delivery.State.SENDING])
        return self.annotate(queued=Count("deliveries", filter=waiting))


class Letter(models.Model):
    """What a site published in [since, until) in one language, for those who read at this pace."""

    kept_for_a_time = "letters"
    KEPT_DAYS = 365

    site = models.ForeignKey(Site, models.CASCADE, related_name="letters", verbose_name=_("site"))
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES)
    frequency = models.CharField(_("how often"), max_length=7, choices=Frequency)
    since = models.DateTimeField(_("from"))
    until = models.DateTimeField(_("until"))
    # Kept here, for deliveries go with their subscribers and after some weeks.
    sent = models.PositiveIntegerField(pgettext_lazy("letters", "sent"), default=0)
    failed = models.PositiveIntegerField(pgettext_lazy("letters", "failed"), default=0)
    in_doubt = models.PositiveIntegerField(pgettext_lazy("letters", "in doubt"), default=0)

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering = ["-until", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["site", "language", "frequency", "until"], name="one_letter_for_each_period"
            )
        ]

    def __str__(self):
        return f"{timezone.localtime(self.until):%Y-%m-%d %H:%M} ({self.language})"


class DeliveryQuerySet(models.QuerySet):
    def expired(self) -> Self:
        return self.filter(due_at__lte=timezone.now() - timedelta(days=Delivery.KEPT_DAYS))


class Delivery(models.Model):
    """One letter for one subscriber. It is of one site, and so must both be: the database sees to that."""

    kept_for_a_time = "deliveries"
    KEPT_DAYS = 42

    class State(models.TextChoices):
        QUEUED = "queued", pgettext_lazy("letter", "queued")
        # Handed over at this moment; found like that later on, nobody knows whether it arrived.
        SENDING = "sending", pgettext_lazy("letter", "sending")
        SENT = "sent", pgettext_lazy("letter", "sent")
        IN_DOUBT = "in-doubt", pgettext_lazy("letter", "in doubt")
        FAILED = "failed", pgettext_lazy("letter", "failed")
        BOUNCED = "bounced", pgettext_lazy("letter", "returned")
        # All that it would have told was withdrawn before it went out.
        DROPPED = "dropped", pgettext_lazy("letter", "dropped")

    site = models.ForeignKey(Site, models.CASCADE, related_name="+")
    letter = models.ForeignKey(Letter, models.CASCADE, related_name="deliveries")
    subscription = models.ForeignKey(Subscription, models.CASCADE, related_name="deliveries")
    # What was published before this, the subscriber has read or did not ask for.
    since = models.DateTimeField()
    state = models.CharField(max_length=8, choices=State, default=State.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(default=timezone.now)
    claimed_at = models.DateTimeField(null=True, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("letter to a subscriber")
        verbose_name_plural = _("letters to subscribers")
        constraints = [
            models.UniqueConstraint(fields=["letter", "subscription"], name="each_letter_once_for_each")
        ]
        indexes = [
            models.Index(fields=["state", "due_at"], name="delivery_queue"),
            models.Index(fields=["claimed_at"], name="delivery_pace"),
            models.Index(fields=["due_at"], name="delivery_age"),
        ]

    def __str__(self):
        return f"{self.letter_id}/{self.pk}"


class SignUpTallyQuerySet(models.QuerySet):
    def expired(self) -> Self:
        return self.filter(hour__lte=timezone.now() - timedelta(hours=1))


class SignUpTally(models.Model):
    """How often the sign-up form was sent in one hour: from one place, by its keyed hash, or at one site."""

    kept_for_a_time = "tallies of sign-ups"

    key = models.CharField(max_length=64)
    hour = models.DateTimeField(db_index=True)
    number = models.PositiveIntegerField(default=0)

    objects = SignUpTallyQuerySet.as_manager()

    class Meta:
        verbose_name = _("tally of sign-ups")
        verbose_name_plural = _("tallies of sign-ups")
        constraints = [models.UniqueConstraint(fields=["key", "hour"], name="one_tally_for_each_hour")]

    def __str__(self):
        return f"{self.hour:%Y-%m-%d %H}: {self.number}"
