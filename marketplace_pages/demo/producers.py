"""A log-in that edits one sample business; its password is that of all accounts of the demo."""

from django.contrib.auth.hashers import make_password

from marketplace_pages.models import BusinessPage
from marketplace_pages.producers.space import ensure_space, grant
from sites.demo import accounts
from sites.models import User

HOST, BUSINESS = "kemiren", "jenang-glagah"


def seed(report) -> None:
    """Needs the sample business; who is there stays."""
    email = accounts.producer_email(HOST)
    business = BusinessPage.objects.filter(slug=BUSINESS, locale__language_code="id").first()
    if business is None or User.objects.filter(email=email).exists():
        return
    producer = ensure_space(business)
    name = f"Produsen {business.title}"
    accounts.add_account(email, make_password(accounts.PASSWORD), producer.group, first_name=name)
    # Once more: somebody is there now whose work needs a way to the village's approval.
    grant(producer)
    report(email)
