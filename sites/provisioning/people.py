"""Who works on a site, and how they are asked to."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.auth.tokens import default_token_generator
from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.core.validators import validate_email
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Site

from sites.identity import portal_site
from sites.models import FormerMember, Office, User, Village

from .errors import ProvisioningError


def checked_email(email: str) -> str:
    email = User.objects.normalise(email)
    try:
        validate_email(email)
    except ValidationError:
        message = _("“%(email)s” is not an e-mail address.") % {"email": email}
        raise ProvisioningError(message, field="admin_email") from None
    return email


def invite_admin(village: Village, email: str) -> User:
    """Make someone admin of a village and, after the commit, write to them.

    A new person gets a link to choose a password; someone who has an account
    is told that the village was added to it.
    """
    return join(village, village.admin_group, checked_email(email))


def join(village: Village, group: Group, email: str) -> User:
    """Put someone into one of a village's groups; write to them unless they are in it and have a password."""
    user, needs_letter = add_to(group, email)
    FormerMember.objects.filter(village=village, user=user).delete()
    if needs_letter:
        transaction.on_commit(lambda: send_invitation(user, village))
    return user


def join_office(office: Office, email: str) -> User:
    """Put someone on the staff of an office; write to them unless they are on it and have a password."""
    user, needs_letter = add_to(office.group, checked_email(email))
    if needs_letter:
        transaction.on_commit(lambda: send_office_invitation(user, office))
    return user


def add_to(group: Group, email: str) -> tuple[User, bool]:
    """Put an account, old or new, into a group; return it, and whether its owner must be told.

    Asked again, someone who never chose a password gets a new link: theirs may have run out.
    """
    user, is_new = User.objects.get_or_create(email=email)
    if is_new:
        user.set_unusable_password()
        user.save()
    is_member = user.groups.filter(pk=group.pk).exists()
    user.groups.add(group)
    return user, not (is_member and user.has_usable_password())


def send_invitation(user: User, village: Village) -> None:
    """Send the letter; its link works once and for PASSWORD_RESET_TIMEOUT seconds.

    It is in Indonesian, whatever language the person or the command speaks that asked for it.
    """
    is_admin = user.groups.filter(pk=village.admin_group_id).exists()
    context = {
        "village": village,
        "is_admin": is_admin,
        "password_url": first_password_url(user, village.site),
    }
    with override(settings.LANGUAGE_CODE):
        subject = _("You look after the site of %(village)s") % {"village": village.display_name}
        write(user, village.site, subject, "invitation", context)


def send_office_invitation(user: User, office: Office) -> None:
    """The same for the staff of an office, who log in at the portal."""
    portal = portal_site()
    context = {"office": office, "password_url": first_password_url(user, portal)}
    with override(settings.LANGUAGE_CODE):
        subject = _("You write for %(office)s on Smart Kampung") % {"office": office.name}
        write(user, portal, subject, "office_invitation", context)


def send_password_link(user: User, village: Village) -> None:
    """Send a link for a new password to the person's own address; it works like that of an invitation."""
    with override(settings.LANGUAGE_CODE):
        subject = _("A new password for the site of %(village)s") % {"village": village.display_name}
        context = {"village": village, "password_url": password_url(user, village.site)}
        write(user, village.site, subject, "new_password", context)


def first_password_url(user: User, site: Site) -> str | None:
    """The link with which somebody chooses a password, or None for who has one."""
    return None if user.has_usable_password() else password_url(user, site)


def password_url(user: User, site: Site) -> str:
    uid = urlsafe_base64_encode(force_bytes(user.pk))
    token = default_token_generator.make_token(user)
    return site.root_url + reverse("wagtailadmin_password_reset_confirm", args=[uid, token])


def write(user: User, site: Site, subject: str, letter: str, context: dict) -> None:
    """Send a letter to somebody who logs in at a site."""
    log_in_url = site.root_url + reverse("wagtailadmin_login")
    context = {"user": user, "log_in_url": log_in_url, **context}
    send_mail(subject, render_to_string(f"sites/email/{letter}.txt", context), None, [user.email])
