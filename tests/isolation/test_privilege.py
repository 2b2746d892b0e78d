"""No chain of allowed requests makes a village admin more than that: no superuser, no portal staff, no
member of another village. Each test walks one chain to its end and looks at what the database says then.
"""

import re

import pytest
from django.contrib.auth.models import Group, Permission
from django.core import mail
from django.urls import reverse

from sites.models import User
from sites.provisioning.portal import STAFF_GROUP
from sites.team import acts
from sites.tenancy import can_see
from tests.factories import sites as factories

HOST = "kemiren.localhost"
NEW_PASSWORD = "sawah hijau 77"
ACCOUNT = {
    "name_email-first_name": "Ana",
    "name_email-last_name": "",
    "locale-preferred_language": "id",
    "locale-current_time_zone": "Asia/Jakarta",
    "theme-theme": "system",
    "theme-density": "default",
    "theme-contrast": "system",
    "theme-keyboard_shortcuts": "on",
}


@pytest.fixture
def villager(kemiren):
    """The village admin who tries to become more."""
    return factories.make_person(kemiren)


@pytest.fixture
def client(villager, log_in):
    return log_in(villager, HOST)


@pytest.fixture
def superuser(portal):
    return User.objects.create_superuser("super@contoh.example", factories.PASSWORD)


@pytest.fixture
def staff(portal):
    person = factories.make_person()
    person.groups.add(Group.objects.get(name=STAFF_GROUP))
    return person


@pytest.fixture
def send(django_capture_on_commit_callbacks):
    """Send a form and let letters go out."""

    def post(client, address, **data):
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(address, data)

    return post


def team(name, *keys):
    return reverse(f"village_team:{name}", args=[getattr(key, "pk", key) for key in keys])


def rights(person):
    """All that makes an account powerful, as the database has it."""
    person = User.objects.get(pk=person.pk)
    groups = sorted(person.groups.values_list("pk", flat=True))
    own = list(person.user_permissions.values_list("pk", flat=True))
    return person.is_superuser, person.is_staff, person.is_active, person.email, person.password, groups, own


def smuggled(*prefixes, **values):
    """Everything that makes an account powerful, under every name a form might read."""
    return {f"{prefix}{name}": value for prefix in prefixes for name, value in values.items()}


@pytest.fixture
def contraband(other):
    """The forbidden fields with the values that would do most harm."""
    groups = [Group.objects.get(name=STAFF_GROUP).pk, other.admin_group_id]
    return {
        "is_superuser": "on",
        "is_staff": "on",
        "is_active": "on",
        "groups": groups,
        "group": groups,
        "user_permissions": list(Permission.objects.values_list("pk", flat=True)[:200]),
        "password": NEW_PASSWORD,
        "password1": NEW_PASSWORD,
        "password2": NEW_PASSWORD,
        "village": other.pk,
        "user": 1,
        "id": 1,
        "pk": 1,
    }


def link_in(letter):
    return re.search(r"http://[^/]+(/admin/password_reset/confirm/\S+)", letter.body)[1]


def open_link(client, link):
    """Follow a link of a letter to the form for a new password; None when it is refused."""
    page = client.get(link, follow=True)
    return page.redirect_chain[-1][0] if page.context["validlink"] else None


def choose_password(client, form, password=NEW_PASSWORD):
    return client.post(form, {"new_password1": password, "new_password2": password})


# Fields that are smuggled into forms


def test_the_account_page_reads_neither_rights_nor_groups_nor_an_address(client, villager, contraband):
    before = rights(villager)
    forms = ("", "name_email-", "locale-", "theme-", "notifications-", "avatar-")
    forbidden = {**contraband, "email": "super@contoh.example"}
    answer = client.post(reverse("wagtailadmin_account"), {**ACCOUNT, **smuggled(*forms, **forbidden)})
    assert answer.status_code == 302
    assert User.objects.get(pk=villager.pk).first_name == "Ana"  # the form itself was taken
    assert rights(villager) == before


def test_nobody_takes_over_the_address_of_somebody_else(client, villager, superuser):
    """An address is what a log-in and each letter go by; nobody changes their own, let alone to one taken."""
    for address in (superuser.email, superuser.email.upper(), "baru@contoh.example"):
        client.post(
            reverse("wagtailadmin_account"), {**ACCOUNT, "name_email-email": address, "email": address}
        )
        assert User.objects.get(pk=villager.pk).email == villager.email
    assert "name_email-email" not in client.get(reverse("wagtailadmin_account")).text


def test_the_forms_of_the_team_read_an_address_and_a_role_only(client, villager, kemiren, contraband, send):
    member = factories.make_person(kemiren, "contributor")
    before = [rights(villager), rights(member)]
    send(client, team("invite", kemiren), email="baru@contoh.example", role="contributor", **contraband)
    new = User.objects.get(email="baru@contoh.example")
    is_superuser, is_staff, is_active, _email, password, groups, own = rights(new)
    assert (is_superuser, is_staff, is_active, groups, own) == (
        False,
        False,
        True,
        [kemiren.contributor_group_id],
        [],
    )
    assert password.startswith("!")
    send(client, team("member", kemiren, member), role="contributor", **contraband)
    send(client, team("send_letter", kemiren, member), email=villager.email, **contraband)
    send(client, team("take_back", kemiren, member), role="admin", **contraband)
    send(client, team("leave", kemiren), **contraband)
    assert [rights(villager), rights(member)] == before
    assert {address for letter in mail.outbox for address in letter.to} == {new.email, member.email}


@pytest.mark.parametrize("role", ["superuser", "staff", "Staf portal", "group of another village"])
def test_no_word_in_the_place_of_the_role_opens_another_group(client, kemiren, other, send, role):
    role = other.admin_group_id if role == "group of another village" else role
    member = factories.make_person(kemiren, "contributor")
    before = rights(member)
    send(client, team("invite", kemiren), email="baru@contoh.example", role=role)
    send(client, team("member", kemiren, member), role=role)
    assert rights(member) == before
    assert not User.objects.filter(email="baru@contoh.example").exists()


def test_wagtails_own_pages_of_users_and_groups_stay_closed(client, villager, superuser, contraband):
    """Who may change users may set any password, so that no village has that right."""
    before = [rights(villager), rights(superuser)]
    group = Group.objects.get(name=STAFF_GROUP)
    addresses = [
        reverse("wagtailusers_users:index"),
        reverse("wagtailusers_users:add"),
        reverse("wagtailusers_users:edit", args=[villager.pk]),
        reverse("wagtailusers_users:edit", args=[superuser.pk]),
        reverse("wagtailusers_users:delete", args=[superuser.pk]),
        reverse("wagtailusers_groups:index"),
        reverse("wagtailusers_groups:add"),
        reverse("wagtailusers_groups:edit", args=[group.pk]),
        *(
            reverse("wagtail_bulk_action", args=["sites", "user", act]) + f"?id={villager.pk}"
            for act in ("assign_role", "delete", "set_active_state")
        ),
    ]
    form = {"email": villager.email, "name": "Staf", "role": group.pk, "mark_as_active": "on", **contraband}
    for address in addresses:
        assert client.get(address).status_code in (302, 403, 404), address
        assert client.post(address, form).status_code in (302, 403, 404), address
    assert [rights(villager), rights(superuser)] == before
    assert Group.objects.filter(pk=group.pk, name=STAFF_GROUP).exists()


# Accounts above the village


@pytest.mark.parametrize("who", ["superuser", "staff"])
def test_no_act_of_a_team_reaches_an_account_above_it(client, villager, kemiren, send, request, who):
    target = request.getfixturevalue(who)
    before = rights(target)
    send(client, team("invite", kemiren), email=target.email, role="contributor")
    assert rights(target) == before
    # Even when somebody put them into the village's group.
    target.groups.add(kemiren.admin_group)
    before = rights(target)
    for name in ("member", "take_out", "send_letter", "take_back"):
        send(client, team(name, kemiren, target), role="contributor")
    for act in (acts.take_out, acts.take_back, acts.send_letter):
        with pytest.raises(acts.TeamError):
            act(kemiren, villager, target)
    assert rights(target) == before
    assert not mail.outbox


def test_who_rose_to_portal_staff_after_leaving_is_not_taken_back(client, villager, kemiren, send):
    person = factories.make_person(kemiren)
    acts.take_out(kemiren, villager, person)
    person.groups.add(Group.objects.get(name=STAFF_GROUP))
    before = rights(person)
    send(client, team("take_back", kemiren, person))
    assert rights(person) == before


def test_a_village_neither_revives_nor_locks_an_account(client, villager, kemiren, send):
    locked = factories.make_person(kemiren, is_active=False)
    working = factories.make_person(kemiren)
    for person in (locked, working):
        for name in ("take_out", "take_back", "send_letter"):
            send(client, team(name, kemiren, person))
        send(client, team("invite", kemiren), email=person.email, role="contributor")
    assert [User.objects.get(pk=one.pk).is_active for one in (locked, working)] == [False, True]


# Links in letters


@pytest.mark.parametrize("who", ["superuser", "staff", "stranger"])
def test_a_link_asked_for_somebody_else_goes_to_their_own_address(client, other, request, who):
    """Through the public page, with the address in other spellings and a forged host of the link."""
    target = factories.make_person(other) if who == "stranger" else request.getfixturevalue(who)
    spellings = (target.email, target.email.upper())
    for spelling in spellings:
        form = {"email": spelling, "domain_override": "jahat.example", "from_email": "x@jahat.example"}
        answer = client.post(
            reverse("wagtailadmin_password_reset"), form, headers={"x-forwarded-host": "jahat.example"}
        )
        assert "token" not in answer.get("Location", "")
    assert [letter.to for letter in mail.outbox] == [[target.email]] * len(spellings)
    assert not [letter for letter in mail.outbox if "jahat" in letter.body]


def test_a_list_of_addresses_is_no_address(client, superuser, villager, kemiren, send):
    for address in (f"{superuser.email},{villager.email}", f"{superuser.email}\nCc: {villager.email}"):
        client.post(reverse("wagtailadmin_password_reset"), {"email": address})
        send(client, team("invite", kemiren), email=address, role="admin")
    assert not mail.outbox


def test_a_forwarded_invitation_makes_nobody_else_a_member(client, villager, kemiren, other, log_in, send):
    """Opened by somebody who is logged in, it sets the invited account's password and no one else's."""
    send(client, team("invite", kemiren), email="baru@contoh.example", role="admin")
    link = link_in(mail.outbox[0])
    receiver = factories.make_person(other, "contributor")
    before = [rights(receiver), rights(villager)]
    session = log_in(receiver, "lain.localhost")
    choose_password(session, open_link(session, link))
    assert session.session["_auth_user_id"] == str(receiver.pk)
    assert [rights(receiver), rights(villager)] == before
    assert not can_see(User.objects.get(pk=receiver.pk), kemiren.site.root_page)
    invited = User.objects.get(email="baru@contoh.example")
    assert invited.check_password(NEW_PASSWORD)
    assert list(invited.groups.all()) == [kemiren.admin_group]


def test_a_used_invitation_and_all_older_ones_are_worth_nothing(client, kemiren, get, send):
    for _time in range(3):
        send(client, team("invite", kemiren), email="baru@contoh.example", role="admin")
    links = [link_in(letter) for letter in mail.outbox]
    guest = get(HOST, "/").client
    choose_password(guest, open_link(guest, links[1]))
    for link in links:
        assert open_link(guest, link) is None
    assert User.objects.get(email="baru@contoh.example").check_password(NEW_PASSWORD)


def test_a_link_fits_no_other_account(client, villager, superuser, kemiren, send):
    """Its token is made for one account; the number of another one in front of it opens nothing."""
    send(client, team("send_letter", kemiren, villager))
    own = link_in(mail.outbox[0])
    client.post(reverse("wagtailadmin_password_reset"), {"email": superuser.email})
    theirs = link_in(mail.outbox[1])
    mixed = own.replace(own.split("/")[-3], theirs.split("/")[-3])
    assert mixed.split("/")[-2] == own.split("/")[-2] and mixed != own
    assert open_link(client, mixed) is None
    # A form that was opened with the own link is not led to another account by its address.
    form = open_link(client, own)
    choose_password(client, form.replace(own.split("/")[-3], theirs.split("/")[-3]))
    superuser.refresh_from_db()
    assert superuser.check_password(factories.PASSWORD)


def test_an_invitation_that_was_withdrawn_opens_no_village(client, villager, kemiren, get, send):
    send(client, team("invite", kemiren), email="baru@contoh.example", role="admin")
    invited = User.objects.get(email="baru@contoh.example")
    send(client, team("take_out", kemiren, invited))
    guest = get(HOST, "/").client
    choose_password(guest, open_link(guest, link_in(mail.outbox[0])))
    guest.post(reverse("wagtailadmin_login"), {"username": invited.email, "password": NEW_PASSWORD})
    assert guest.get("/admin/").status_code == 302
    assert not invited.groups.exists()


def test_an_invitation_to_an_account_of_another_village_brings_no_way_into_that_village(
    client, villager, kemiren, other, send
):
    """Having somebody in the own team gives no say over their other villages."""
    person = factories.make_person(other, "contributor")
    before = rights(person)
    send(client, team("invite", kemiren), email=person.email, role="admin")
    for name in ("member", "take_out"):
        send(client, team(name, other, person), role="admin")
    send(client, team("take_out", kemiren, person))
    assert rights(person) == before
    assert not can_see(User.objects.get(pk=villager.pk), other.site.root_page)


# Sessions and rights that ended


def admin_addresses(village):
    """What somebody of the village has open in other tabs."""
    page = factories.make_announcement(village, "Rahasia desa", live=False)
    yield "/admin/"
    for name in ("edit", "history", "view_draft", "delete", "copy"):
        yield reverse(f"wagtailadmin_pages:{name}", args=[page.pk])
    yield reverse("wagtailadmin_explore", args=[village.site.root_page_id])
    yield reverse("wagtailsettings:edit", args=["sites", "sitesettings", village.site_id])
    yield reverse("wagtailimages:index")
    yield reverse("wagtailadmin_account")
    yield reverse("wagtailadmin_choose_page")
    yield reverse("wagtailadmin_api:images:listing")
    yield reverse("wagtailadmin_pages:search") + "?q=rahasia"
    yield team("index")
    yield team("members", village)
    yield team("invite", village)
    yield team("leave", village)


@pytest.mark.parametrize("keeps_another_village", [False, True])
def test_a_session_shows_nothing_of_the_village_from_the_next_request_on(
    villager, kemiren, other, log_in, keeps_another_village
):
    person = factories.make_person(kemiren, first_name="Mantan")
    if keeps_another_village:
        person.groups.add(other.admin_group)
    session = log_in(person, HOST)
    addresses = list(admin_addresses(kemiren))
    assert "Rahasia desa" in session.get(addresses[1]).text
    acts.take_out(kemiren, villager, person)
    for address in addresses:
        answer = session.get(address)
        if answer.status_code == 302:
            assert "Rahasia" not in answer["Location"]
            answer = session.get(answer["Location"], follow=True)
        for secret in ("Rahasia desa", str(kemiren), villager.email):
            assert secret not in answer.text, (address, secret)
        assert answer.status_code == 404 or keeps_another_village or "id_password" in answer.text, address


def test_a_session_of_somebody_taken_out_changes_nothing_any_more(villager, kemiren, log_in, send):
    person = factories.make_person(kemiren)
    session = log_in(person, HOST)
    acts.take_out(kemiren, villager, person)
    before = [rights(person), rights(villager)]
    send(session, team("invite", kemiren), email="baru@contoh.example", role="admin")
    send(session, team("take_back", kemiren, person))
    send(session, team("take_out", kemiren, villager))
    send(session, team("member", kemiren, person), role="admin")
    assert [rights(person), rights(villager)] == before
    assert not User.objects.filter(email="baru@contoh.example").exists()
    assert not mail.outbox


def test_who_became_a_contributor_is_no_admin_on_the_next_request(villager, kemiren, log_in, send):
    person = factories.make_person(kemiren)
    session = log_in(person, HOST)
    acts.change_role(kemiren, villager, person, "contributor")
    send(session, team("member", kemiren, person), role="admin")
    send(session, team("invite", kemiren), email="baru@contoh.example", role="admin")
    assert list(User.objects.get(pk=person.pk).groups.all()) == [kemiren.contributor_group]
    assert not User.objects.filter(email="baru@contoh.example").exists()
    settings = reverse("wagtailsettings:edit", args=["sites", "sitesettings", kemiren.site_id])
    assert session.get(settings).status_code == 302
