"""People with one name, or none yet: they can use their account all the same."""

import pytest
from django.urls import reverse

from sites.models import User
from tests.factories import sites as factories

HOST = "kemiren.localhost"
ACCOUNT = {
    "name_email-first_name": "",
    "name_email-last_name": "",
    "locale-preferred_language": "en",
    "locale-current_time_zone": "Asia/Jakarta",
    "theme-theme": "system",
    "theme-density": "default",
    "theme-contrast": "system",
    "theme-keyboard_shortcuts": "on",
}


@pytest.fixture
def invited(kemiren):
    """Someone as an invitation leaves them: an address, no name."""
    return factories.make_person(kemiren)


@pytest.mark.parametrize("name", ["", "Sutiyah"])
def test_an_invited_person_changes_the_language_with_one_name_or_none(invited, log_in, name):
    admin = log_in(invited, HOST)
    url = reverse("wagtailadmin_account")
    assert admin.get(url).status_code == 200
    assert admin.post(url, {**ACCOUNT, "name_email-first_name": name}).status_code == 302
    assert '<html lang="en"' in admin.get("/admin/").text
    invited.refresh_from_db()
    assert invited.get_full_name() == name


def test_the_account_page_stays_closed_to_strangers(kemiren, get):
    answer = get(HOST, reverse("wagtailadmin_account"))
    assert (answer.status_code, answer["Location"].split("?")[0]) == (302, reverse("wagtailadmin_login"))


def test_a_superuser_makes_and_changes_an_account_with_one_name(portal, invited, log_in):
    superuser = log_in(User.objects.create_superuser("super@contoh.example", factories.PASSWORD))
    form = {"email": "baru@contoh.example", "first_name": "Sutiyah", "last_name": ""}
    passwords = {"password1": factories.PASSWORD, "password2": factories.PASSWORD}
    answer = superuser.post(reverse("wagtailusers_users:add"), {**form, **passwords})
    assert answer.status_code == 302, answer.context["form"].errors
    assert User.objects.get(email="baru@contoh.example").first_name == "Sutiyah"
    edit = reverse("wagtailusers_users:edit", args=[invited.pk])
    nameless = {"email": invited.email, "first_name": "", "last_name": "", "is_active": "on"}
    answer = superuser.post(edit, nameless)
    assert answer.status_code == 302, answer.context["form"].errors
