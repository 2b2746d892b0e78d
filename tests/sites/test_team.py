"""Tim desa: a village looks after its own people, and only after them."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from sites import provisioning
from sites.models import FormerMember, Office, Role, User
from sites.provisioning.portal import STAFF_GROUP
from sites.team import acts
from sites.team.members import find_member
from tests.factories import sites as factories

HOST = "kemiren.localhost"


@pytest.fixture
def boss(kemiren):
    """The village's first admin."""
    return factories.make_person(kemiren, first_name="Sutiyah")


@pytest.fixture
def admin(boss, log_in):
    return log_in(boss, HOST)


@pytest.fixture
def writer(kemiren):
    return factories.make_person(kemiren, "contributor", first_name="Paijo")


@pytest.fixture
def staff_person(portal):
    person = factories.make_person(first_name="Stafnya")
    person.groups.add(Group.objects.get(name=STAFF_GROUP))
    return person


@pytest.fixture
def posted(django_capture_on_commit_callbacks):
    """Send a form and let letters go out: posted(client, "invite", village, data)."""

    def send(client, name, *keys, **data):
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(url(name, *keys), data)

    return send


def url(name, *keys):
    return reverse(f"village_team:{name}", args=[getattr(key, "pk", key) for key in keys])


def invited(village, role="admin"):
    """Someone who has not chosen a password yet."""
    person = factories.make_person(village, role)
    person.set_unusable_password()
    person.save()
    return person


def role_of(village, person):
    member = find_member(village, person.pk)
    return member and member.role


def said(answer, client):
    """The messages that stand on the page after a form was sent: (kind, text) of each."""
    page = client.get(answer["Location"], follow=True)
    return [(message.level_tag, str(message)) for message in page.context["messages"]]


def is_refused(answer):
    return answer.status_code == 404 or answer.get("Location") == reverse("wagtailadmin_home")


# Who sees the team


def test_the_page_lists_the_people_of_the_village_with_role_state_and_last_log_in(
    admin, kemiren, other, writer
):
    fresh = invited(kemiren)
    User.objects.filter(pk=writer.pk).update(
        last_login=timezone.localtime().replace(year=2024, month=3, day=5)
    )
    stranger = factories.make_person(other)
    page = admin.get(url("members", kemiren)).text
    for name in ("Sutiyah", "Paijo", writer.email, fresh.email, str(kemiren), "5 Maret 2024"):
        assert name in page
    assert stranger.email not in page
    members = admin.get(url("members", kemiren)).context["members"]
    assert [(one.user, one.role, one.is_invited) for one in members] == [
        (fresh, Role.ADMIN, True),
        (User.objects.get(first_name="Sutiyah"), Role.ADMIN, False),
        (writer, Role.CONTRIBUTOR, False),
    ]


def test_the_menu_offers_the_team_to_admins_of_a_village_only(admin, writer, staff_person, log_in):
    assert url("index") in admin.get("/admin/").text
    for person in (writer, staff_person):
        assert url("index") not in log_in(person, HOST).get("/admin/").text


def test_the_team_costs_the_same_number_of_queries_however_many_people_it_has(admin, kemiren):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            admin.get(url("members", kemiren))
        return len(asked)

    queries()
    before = queries()
    for _number in range(5):
        factories.make_person(kemiren)
        acts.take_out(kemiren, User.objects.get(first_name="Sutiyah"), factories.make_person(kemiren))
    assert queries() == before


def test_an_admin_of_several_villages_chooses_one_by_its_address(boss, admin, kemiren, other):
    boss.groups.add(other.admin_group)
    assert admin.get(url("index"))["Location"] in (url("members", kemiren), url("members", other))
    page = admin.get(url("members", kemiren)).text
    assert str(kemiren) in page and str(other) in page
    assert url("members", other) in page
    assert admin.get(url("members", other)).status_code == 200


def pages_of(village, person):
    for name in ("members", "invite"):
        yield url(name, village)
    for name in ("member", "take_out", "send_letter", "take_back"):
        yield url(name, village, person)


@pytest.mark.parametrize("role", ["admin", "contributor"])
def test_another_villages_team_is_refused_and_nothing_changes(kemiren, other, log_in, role):
    client = log_in(factories.make_person(kemiren, role), HOST)
    factories.make_person(other)
    victim = factories.make_person(other, "contributor", first_name="Rahasia")
    former = factories.make_person(other, "contributor")
    acts.take_out(other, factories.make_person(other), former)
    addresses = [*pages_of(other, victim), *pages_of(other, former), url("leave", other)]
    for address in addresses:
        assert is_refused(client.get(address)), address
        answer = client.post(address, {"email": "x@contoh.example", "role": "admin"})
        assert is_refused(answer), address
        assert "Rahasia" not in answer.text
    assert role_of(other, victim) == Role.CONTRIBUTOR
    assert role_of(other, former) is None
    assert not User.objects.filter(email="x@contoh.example").exists()
    assert not mail.outbox


def test_a_person_of_another_village_is_not_reached_through_ones_own(admin, kemiren, other):
    victim = factories.make_person(other)
    for name in ("member", "take_out", "send_letter", "take_back"):
        assert admin.get(url(name, kemiren, victim)).status_code in (302, 404)
        assert admin.post(url(name, kemiren, victim), {"role": "contributor"}).status_code == 404
    assert role_of(other, victim) == Role.ADMIN
    assert not mail.outbox


def test_contributors_and_office_staff_are_refused_everything(kemiren, boss, writer, portal, log_in):
    office = Office.objects.create(slug="dinas", abbreviation="DINAS", name="Dinas", name_en="Office")
    office_staff = factories.make_person()
    office_staff.groups.add(provisioning.staff_office(office, [portal.root_page]))
    for person in (writer, office_staff):
        client = log_in(person, HOST)
        for address in [url("index"), *pages_of(kemiren, boss)]:
            assert is_refused(client.get(address)), address
            assert is_refused(client.post(address, {"email": "x@contoh.example", "role": "admin"})), address
    assert role_of(kemiren, boss) == Role.ADMIN


def test_a_contributor_does_not_raise_themselves(kemiren, writer, log_in):
    assert is_refused(log_in(writer, HOST).post(url("member", kemiren, writer), {"role": "admin"}))
    assert role_of(kemiren, writer) == Role.CONTRIBUTOR


def test_strangers_are_asked_to_log_in(kemiren, boss, get):
    for address in [url("index"), url("leave", kemiren), *pages_of(kemiren, boss)]:
        assert get(HOST, address)["Location"].startswith(reverse("wagtailadmin_login"))


def test_portal_staff_reach_every_team_from_the_register(staff_person, kemiren, other, log_in, posted):
    staff = log_in(staff_person)
    assert staff.get(url("index"))["Location"] == reverse("villages:index")
    for village in (kemiren, other):
        assert url("members", village) in staff.get(reverse("villages:edit", args=[village.pk])).text
        assert staff.get(url("members", village)).status_code == 200
    posted(staff, "invite", kemiren, email="baru@contoh.example", role="admin")
    assert role_of(kemiren, User.objects.get(email="baru@contoh.example")) == Role.ADMIN


def test_a_closed_village_has_no_team_to_look_after(boss, kemiren, staff_person, log_in):
    provisioning.close_village(kemiren)
    for client in (log_in(boss), log_in(staff_person)):
        assert is_refused(client.get(url("members", kemiren)))


# Invitations


def test_a_new_address_gets_an_account_without_password_and_a_letter_with_a_link(admin, kemiren, posted):
    answer = posted(admin, "invite", kemiren, email=" Baru@Contoh.example ", role="contributor")
    ((kind, text),) = said(answer, admin)
    assert kind == "success" and "baru@contoh.example" in text.lower()
    person = User.objects.get(email="baru@contoh.example")
    assert role_of(kemiren, person) == Role.CONTRIBUTOR
    assert not person.has_usable_password()
    assert not (person.is_staff or person.is_superuser)
    (letter,) = mail.outbox
    assert letter.to == [person.email]
    assert "/admin/password_reset/confirm/" in letter.body


def test_the_letter_says_which_role_it_is_about(admin, kemiren, posted):
    for role in ("admin", "contributor"):
        posted(admin, "invite", kemiren, email=f"{role}@contoh.example", role=role)
    as_admin, as_contributor = (letter.body for letter in mail.outbox)
    assert as_admin.splitlines()[3:5] != as_contributor.splitlines()[3:5]


def test_someone_with_an_account_joins_keeps_the_password_and_gets_a_letter(admin, kemiren, other, posted):
    person = factories.make_person(other)
    posted(admin, "invite", kemiren, email=person.email.upper(), role="admin")
    assert role_of(kemiren, person) == role_of(other, person) == Role.ADMIN
    (letter,) = mail.outbox
    assert letter.to == [person.email] and "password_reset" not in letter.body
    person.refresh_from_db()
    assert person.check_password(factories.PASSWORD)


def test_a_link_works_once_and_inviting_again_sends_a_new_one(admin, kemiren, posted, get):
    for _time in range(2):
        posted(admin, "invite", kemiren, email="baru@contoh.example", role="contributor")
    links = [re.search(r"http://[^/]+(/admin/password_reset/\S+)", letter.body)[1] for letter in mail.outbox]
    assert len(links) == 2
    client = get(HOST, "/").client
    form = get(HOST, links[1]).client
    page = form.get(links[1], follow=True)
    form.post(
        page.redirect_chain[-1][0], {"new_password1": "sawah hijau 77", "new_password2": "sawah hijau 77"}
    )
    assert User.objects.get(email="baru@contoh.example").check_password("sawah hijau 77")
    for link in links:
        assert client.get(link).status_code == 200  # no redirect to a form
        assert not client.get(link).context["validlink"]


def test_a_second_invitation_may_correct_the_role(admin, kemiren, posted):
    for role in ("admin", "contributor"):
        posted(admin, "invite", kemiren, email="baru@contoh.example", role=role)
    person = User.objects.get(email="baru@contoh.example")
    assert list(person.groups.all()) == [kemiren.contributor_group]


def forbidden_accounts(kind, village):
    if kind == "superuser":
        return User.objects.create_superuser("super@contoh.example", factories.PASSWORD)
    person = factories.make_person()
    if "portal staff" in kind:
        person.groups.add(Group.objects.get(name=STAFF_GROUP))
    if "switched off" in kind:
        User.objects.filter(pk=person.pk).update(is_active=False)
    return person


FORBIDDEN = ["superuser", "portal staff", "switched off", "portal staff, switched off"]


@pytest.mark.parametrize("kind", FORBIDDEN)
def test_accounts_of_the_regency_and_those_switched_off_are_not_invited(admin, kemiren, posted, kind):
    person = forbidden_accounts(kind, kemiren)
    answer = posted(admin, "invite", kemiren, email=person.email, role="contributor")
    assert answer.status_code == 200
    assert answer.context["form"].errors["email"]
    assert person.email in answer.text  # the form comes back filled in
    assert role_of(kemiren, person) is None
    assert not mail.outbox


def test_a_member_is_not_invited_again_and_the_role_stays(admin, kemiren, writer, posted):
    answer = posted(admin, "invite", kemiren, email=writer.email, role="admin")
    assert "Paijo" in str(answer.context["form"].errors["email"])
    assert role_of(kemiren, writer) == Role.CONTRIBUTOR
    assert not mail.outbox


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"email": "bukan alamat", "role": "admin"}, "email"),
        ({"email": "", "role": "admin"}, "email"),
        ({"email": f"{'a' * 250}@contoh.example", "role": "admin"}, "email"),
        ({"email": "x@contoh.example", "role": "superuser"}, "role"),
        ({"email": "x@contoh.example", "role": "1"}, "role"),
        ({"email": "x@contoh.example"}, "role"),
    ],
)
def test_a_wrong_form_comes_back_with_the_mistake_and_makes_nobody(admin, kemiren, posted, data, field):
    people = User.objects.count()
    answer = posted(admin, "invite", kemiren, **data)
    assert list(answer.context["form"].errors) == [field]
    assert User.objects.count() == people


def test_a_letter_that_can_not_be_sent_is_said_and_the_person_stays_invited(admin, kemiren, monkeypatch):
    invite = acts.invite

    def invite_without_mail_server(*values):
        """Letters go out right after the commit; that is where a refusal comes from."""
        invite(*values)
        raise ConnectionRefusedError

    monkeypatch.setattr(acts, "invite", invite_without_mail_server)
    answer = admin.post(url("invite", kemiren), {"email": "baru@contoh.example", "role": "admin"})
    assert [kind for kind, _text in said(answer, admin)] == ["warning"]
    assert role_of(kemiren, User.objects.get(email="baru@contoh.example")) == Role.ADMIN


# Roles


def test_a_role_is_changed_there_and_back(admin, kemiren, writer, posted):
    for role, group in (("admin", kemiren.admin_group), ("contributor", kemiren.contributor_group)):
        answer = posted(admin, "member", kemiren, writer, role=role)
        assert [(kind, "Paijo" in text) for kind, text in said(answer, admin)] == [("success", True)]
        assert list(writer.groups.all()) == [group]


def test_who_gives_up_the_own_role_is_led_out_of_the_team(admin, boss, kemiren, posted):
    factories.make_person(kemiren)
    answer = posted(admin, "member", kemiren, boss, role="contributor")
    assert answer["Location"] == reverse("wagtailadmin_home")
    assert is_refused(admin.get(url("members", kemiren)))


@pytest.mark.parametrize("kind", ["superuser", "portal staff", "portal staff, switched off"])
@pytest.mark.parametrize("by", ["village", "portal staff"])
def test_people_of_the_regency_in_a_team_are_shown_and_beyond_reach(
    admin, kemiren, staff_person, log_in, posted, kind, by
):
    person = forbidden_accounts(kind, kemiren)
    person.groups.add(kemiren.admin_group)
    client = admin if by == "village" else log_in(staff_person)
    page = client.get(url("members", kemiren)).text
    assert person.email in page
    assert url("member", kemiren, person) not in page
    for name in ("member", "take_out", "send_letter", "take_back"):
        assert posted(client, name, kemiren, person, role="contributor").status_code == 404
    actor = client.get("/admin/").wsgi_request.user
    for act in (acts.take_out, acts.send_letter, acts.take_back):
        with pytest.raises(acts.TeamError):
            act(kemiren, actor, person)
    with pytest.raises(acts.TeamError):
        acts.change_role(kemiren, actor, person, Role.CONTRIBUTOR)
    assert role_of(kemiren, person) == Role.ADMIN
    assert not mail.outbox


# The last admin


@pytest.mark.parametrize("way", ["demote", "take out", "leave"])
def test_the_last_admin_stays(kemiren, boss, admin, writer, staff_person, log_in, posted, way):
    invited(kemiren)
    factories.make_person(kemiren, is_active=False)
    regency = forbidden_accounts("superuser", kemiren)
    regency.groups.add(kemiren.admin_group)
    staff = log_in(staff_person)
    if way == "leave":
        assert said(posted(admin, "leave", kemiren), admin)[0][0] == "error"
    elif way == "take out":
        assert said(posted(staff, "take_out", kemiren, boss), staff)[0][0] == "error"
    else:
        for client in (admin, staff):
            answer = posted(client, "member", kemiren, boss, role="contributor")
            assert answer.context["form"].errors["role"]
    assert role_of(kemiren, boss) == Role.ADMIN
    assert not FormerMember.objects.exists()


def test_the_last_admin_is_told_so_before_the_button(admin, kemiren, boss, staff_person, log_in):
    for client, name, keys in (
        (admin, "leave", [kemiren]),
        (log_in(staff_person), "take_out", [kemiren, boss]),
    ):
        page = client.get(url(name, *keys))
        assert page.context["is_last"]
        assert 'class="button no"' not in page.text


def test_an_admin_who_never_chose_a_password_can_be_taken_out(admin, kemiren, posted):
    mistyped = invited(kemiren)
    posted(admin, "take_out", kemiren, mistyped)
    assert role_of(kemiren, mistyped) is None


def test_two_admins_who_take_each_other_out_leave_one(kemiren):
    """The second request comes with a right that the first one took away."""
    one, two = factories.make_person(kemiren), factories.make_person(kemiren)
    of_the_second_request = User.objects.get(pk=two.pk)
    assert acts.managed_by(of_the_second_request).exists()
    acts.take_out(kemiren, one, two)
    with pytest.raises(PermissionDenied):
        acts.take_out(kemiren, of_the_second_request, one)
    with pytest.raises(acts.TeamError):
        acts.leave(kemiren, one)
    assert role_of(kemiren, one) == Role.ADMIN


def test_the_village_is_locked_before_anything_is_asked(kemiren, boss, writer):
    """So that of two requests at the same time the second counts what the first has left."""
    ways = [
        lambda: acts.change_role(kemiren, boss, writer, Role.ADMIN),
        lambda: acts.take_out(kemiren, boss, writer),
        lambda: acts.take_back(kemiren, boss, writer),
        lambda: acts.send_letter(kemiren, boss, writer),
        lambda: acts.invite(kemiren, boss, "baru@contoh.example", Role.ADMIN),
        lambda: acts.leave(kemiren, writer),
    ]
    for act in ways:
        with CaptureQueriesContext(connection) as asked:
            act()
        statements = [query["sql"] for query in asked if "SAVEPOINT" not in query["sql"]]
        assert 'FROM "sites_village"' in statements[0]
        # SQLite knows no row locks; its transactions, all immediate, wait for one another.
        assert ("FOR UPDATE" in statements[0]) == connection.features.has_select_for_update


# Out of the team, and back


def test_taking_out_asks_first_and_takes_all_rights_at_once(admin, kemiren, writer, log_in, posted):
    session = log_in(writer, HOST)
    assert session.get("/admin/").status_code == 200
    assert admin.get(url("take_out", kemiren, writer)).status_code == 200
    assert role_of(kemiren, writer) == Role.CONTRIBUTOR
    posted(admin, "take_out", kemiren, writer)
    assert not writer.groups.exists()
    assert session.get("/admin/")["Location"].startswith(reverse("wagtailadmin_login"))
    writer.refresh_from_db()
    assert writer.is_active and writer.check_password(factories.PASSWORD)


def test_other_villages_of_a_person_are_untouched(admin, kemiren, other, writer, posted):
    writer.groups.add(other.contributor_group)
    posted(admin, "take_out", kemiren, writer)
    assert list(writer.groups.all()) == [other.contributor_group]


def test_who_was_taken_out_can_be_taken_back_in_the_same_role(admin, kemiren, writer, posted):
    posted(admin, "take_out", kemiren, writer)
    page = admin.get(url("members", kemiren)).text
    assert url("take_back", kemiren, writer) in page and writer.email in page
    posted(admin, "take_back", kemiren, writer)
    assert role_of(kemiren, writer) == Role.CONTRIBUTOR
    assert not FormerMember.objects.exists()
    (letter,) = mail.outbox
    assert letter.to == [writer.email] and "password_reset" not in letter.body


@pytest.mark.parametrize("kind", FORBIDDEN)
def test_taking_back_refuses_what_an_invitation_refuses(admin, boss, kemiren, writer, posted, kind):
    acts.take_out(kemiren, boss, writer)
    if "portal staff" in kind:
        writer.groups.add(Group.objects.get(name=STAFF_GROUP))
    changes = {"is_superuser": kind == "superuser", "is_active": "switched off" not in kind}
    User.objects.filter(pk=writer.pk).update(**changes)
    answer = posted(admin, "take_back", kemiren, writer)
    assert [kind for kind, _text in said(answer, admin)] == ["error"]
    assert role_of(kemiren, writer) is None
    assert User.objects.get(pk=writer.pk).is_active == changes["is_active"]
    assert not mail.outbox


def test_an_invitation_also_ends_the_entry_of_a_former_member(admin, kemiren, writer, posted):
    posted(admin, "take_out", kemiren, writer)
    posted(admin, "invite", kemiren, email=writer.email, role="admin")
    assert role_of(kemiren, writer) == Role.ADMIN
    assert not FormerMember.objects.exists()


def test_somebody_taken_out_twice_has_one_entry(boss, kemiren, writer):
    for _time in range(2):
        acts.take_out(kemiren, boss, writer)
        writer.groups.add(kemiren.contributor_group)  # as an administrator would
    acts.take_out(kemiren, boss, writer)
    assert FormerMember.objects.get().user == writer


def test_former_members_are_forgotten_after_a_year(admin, boss, kemiren, writer, posted):
    acts.take_out(kemiren, boss, writer)
    FormerMember.objects.update(left_at=timezone.now() - timedelta(days=364))
    call_command("run_schedule", once=True)
    assert writer.email in admin.get(url("members", kemiren)).text
    FormerMember.objects.update(left_at=timezone.now() - timedelta(days=365, minutes=1))
    assert writer.email not in admin.get(url("members", kemiren)).text
    assert posted(admin, "take_back", kemiren, writer).status_code == 404
    with pytest.raises(acts.TeamError):
        acts.take_back(kemiren, boss, writer)
    call_command("run_schedule", once=True)
    assert not FormerMember.objects.exists()


def test_an_act_on_somebody_who_has_gone_meanwhile_says_so(boss, kemiren, writer):
    acts.take_out(kemiren, boss, writer)
    for act in (acts.take_out, acts.send_letter):
        with pytest.raises(acts.TeamError):
            act(kemiren, boss, writer)


# Leaving by oneself


def test_a_contributor_leaves_from_the_account_page(kemiren, writer, log_in, posted):
    client = log_in(writer, HOST)
    assert url("leave_index") in client.get(reverse("wagtailadmin_account")).text
    assert url("leave", kemiren) in client.get(url("leave_index")).text
    assert client.get(url("leave", kemiren)).status_code == 200
    answer = posted(client, "leave", kemiren)
    assert role_of(kemiren, writer) is None
    login_page = client.get(answer["Location"], follow=True)
    assert str(kemiren) in login_page.text  # the last word: of which village they are out
    assert "_auth_user_id" not in client.session


def test_an_admin_leaves_when_there_is_another_and_keeps_the_other_village(
    admin, boss, kemiren, other, posted
):
    factories.make_person(kemiren)
    boss.groups.add(other.contributor_group)
    assert admin.get(url("take_out", kemiren, boss))["Location"] == url("leave", kemiren)
    posted(admin, "leave", kemiren)
    assert role_of(kemiren, boss) is None
    assert admin.get("/admin/").status_code == 200
    assert str(kemiren) not in admin.get("/admin/").text


def test_nobody_leaves_a_village_they_are_not_in(admin, other):
    assert admin.get(url("leave", other)).status_code == 404
    assert admin.post(url("leave", other)).status_code == 404


# Letters


def test_a_link_for_a_new_password_goes_to_the_persons_own_address_only(admin, kemiren, writer, posted):
    answer = posted(admin, "send_letter", kemiren, writer, email="penyerang@contoh.example")
    (letter,) = mail.outbox
    assert letter.to == [writer.email] and not letter.cc and not letter.bcc
    link = re.search(r"/admin/password_reset/confirm/\S+", letter.body)[0]
    assert link not in admin.get(answer["Location"]).text
    writer.refresh_from_db()
    assert writer.check_password(factories.PASSWORD)


def test_who_never_chose_a_password_gets_the_invitation_again(admin, kemiren, posted):
    posted(admin, "send_letter", kemiren, invited(kemiren))
    assert "/admin/password_reset/confirm/" in mail.outbox[0].body


def test_no_link_is_sent_to_an_account_that_is_switched_off(admin, kemiren, posted):
    person = factories.make_person(kemiren, is_active=False)
    assert url("send_letter", kemiren, person) not in admin.get(url("member", kemiren, person)).text
    answer = posted(admin, "send_letter", kemiren, person)
    assert [kind for kind, _text in said(answer, admin)] == ["error"]
    assert not mail.outbox


def test_opening_the_address_of_a_button_does_nothing(admin, kemiren, writer):
    for name in ("send_letter", "take_back"):
        assert admin.get(url(name, kemiren, writer))["Location"] == url("members", kemiren)
    assert role_of(kemiren, writer) == Role.CONTRIBUTOR


def test_each_act_stands_in_the_villages_history_without_an_address(
    admin, kemiren, boss, writer, posted, staff_person, log_in
):
    posted(admin, "invite", kemiren, email="baru@contoh.example", role="admin")
    posted(admin, "member", kemiren, writer, role="admin")
    posted(admin, "send_letter", kemiren, writer)
    posted(admin, "take_out", kemiren, writer)
    posted(admin, "take_back", kemiren, writer)
    entries = ModelLogEntry.objects.for_instance(kemiren).order_by("pk")
    acted = ["team.invite", "team.change_role", "team.send_link", "team.take_out", "team.take_back"]
    assert [(entry.action, entry.user) for entry in entries] == [(action, boss) for action in acted]
    assert not [entry for entry in entries if "@" in str(entry.data)]
    history = log_in(staff_person).get(reverse("villages:history", args=[kemiren.pk]))
    assert f"{writer.pk}" in history.text
