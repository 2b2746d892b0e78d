"""What a producer is told when a village lets them look after their business; in Indonesian."""

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from marketplace_pages.models import BusinessPage
from sites.models import User, Village
from sites.provisioning.people import first_password_url


def desk_url(village: Village) -> str:
    """Where somebody logs in and lands on the desk, at the village's own host."""
    log_in, desk = reverse("wagtailadmin_login"), reverse("market_desk:index")
    return f"{village.site.root_url}{log_in}?next={desk}"


def send_invitation(user: User, business: BusinessPage, village: Village) -> None:
    with override(settings.LANGUAGE_CODE):
        context = {
            "business": business.title,
            "village": village.display_name,
            "password_url": first_password_url(user, village.site),
            "log_in_url": desk_url(village),
        }
        subject = " ".join((_("You look after “%(business)s”") % context).split())
        text = render_to_string("marketplace_pages/email/producer_invitation.txt", context)
        send_mail(subject, text, None, [user.email])
