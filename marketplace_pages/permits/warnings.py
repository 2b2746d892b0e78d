"""Tells a village's admins, once for each permit and date, that it runs out; in Indonesian."""

import logging

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from marketplace_pages.models import Permit
from sites.models import User, Village

logger = logging.getLogger(__name__)


def warn_of_permits() -> int:
    """Write the letters that are due, and return how many permits they are about."""
    due = Permit.objects.to_warn_of().select_related("business").order_by("pk")
    return sum(_warn(permit) for permit in due)


def _warn(permit: Permit) -> bool:
    village = Village.objects.open().owning(permit.business).with_site().first()
    admins = _admins_of(village) if village else []
    # Claimed by the one who writes: two clockworks write one letter.
    if not admins or not _claim(permit):
        return False
    try:
        for admin in admins:
            _write(admin, permit, village)
    except OSError:
        # The next hour tries again. No address in the log.
        logger.warning("The letter about permit %s could not be sent.", permit.pk)
        Permit.objects.filter(pk=permit.pk).update(warned_for=permit.warned_for)
        return False
    return True


def _admins_of(village: Village) -> list[User]:
    people = User.objects.filter(groups=village.admin_group_id, is_active=True).order_by("pk")
    return [user for user in people if user.has_usable_password()]


def _claim(permit: Permit) -> bool:
    waiting = Permit.objects.filter(pk=permit.pk, valid_until=permit.valid_until)
    return waiting.exclude(warned_for=permit.valid_until).update(warned_for=permit.valid_until) == 1


def _write(admin: User, permit: Permit, village: Village) -> None:
    with override(settings.LANGUAGE_CODE):
        context = {
            "business": permit.business.title,
            "kind": permit.get_kind_display(),
            "day": date_format(permit.valid_until, "DATE_FORMAT"),
            "url": village.site.root_url + reverse("market_desk:permit", args=[permit.pk]),
        }
        subject = " ".join((_("%(kind)s of %(business)s runs out on %(day)s") % context).split())
        text = render_to_string("marketplace_pages/email/permit_runs_out.txt", context)
        send_mail(subject, text, None, [admin.email])
