"""Signing up: only who confirms gets letters, and the form tells strangers nothing."""

import gzip
import re
from datetime import timedelta
from html import unescape

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Site

from sites import provisioning
from sites.mail_addresses import NO_ADDRESS, REFUSAL
from sites.models import SignUpTally, SiteSettings, Subscription
from sites.newsletter import limits, tokens
from sites.newsletter.spelling import suggest
from tests.factories import sites as factories
from tests.factories.newsletter import NOW, announce, subscribe

HOST = "kemiren.localhost"
EMAIL = "sri@contoh.example"
DAY = timedelta(days=1)
MOST_BYTES = 8 * 1024


def address(name="newsletter", language="id", **kwargs):
    with override(language):
        return reverse(name, **kwargs)


def send(client, path=None, **values):
    """Send the form as a browser does."""
    origin = f"http://{client.defaults['HTTP_HOST']}"
    data = {"email": EMAIL, "frequency": "at-once", **values}
    return client.post(path or address(), data, headers={"origin": origin})


def link_in(letter, name):
    """The path of one of the links of a letter, in whichever language."""
    beginnings = [address(name, language, args=["T"]).split("T/")[0] for language in ("id", "en")]
    found = re.search(rf"http://[^/]+((?:{'|'.join(map(re.escape, beginnings))})\S+)", letter.body)
    return found and found[1]


# The way from the form to the first letter


def test_who_signs_up_gets_a_letter_confirms_by_its_button_and_then_gets_news(look, kemiren, visitor):
    answer = send(visitor)
    assert answer["Location"] == address("newsletter_sent")
    assert visitor.get(answer["Location"]).status_code == 200
    path = link_in(look()[EMAIL], "newsletter_confirm")
    page = visitor.get(path)
    assert "<button" in page.text and not Subscription.objects.get().confirmed_at
    answer = visitor.post(path, follow=True)
    assert 'role="status"' in answer.text
    assert Subscription.objects.get().confirmed_at == NOW
    announce(kemiren, before=-timedelta(minutes=1))
    assert EMAIL in look(NOW + timedelta(minutes=3))


def test_opening_the_link_confirms_nothing_for_programs_open_every_link(look, kemiren, visitor):
    send(visitor)
    path = link_in(look()[EMAIL], "newsletter_confirm")
    visitor.get(path), visitor.head(path)
    announce(kemiren, before=-timedelta(minutes=1))
    assert not look(NOW + timedelta(minutes=3))


def test_confirming_twice_changes_nothing(clock, kemiren):
    person = subscribe(kemiren.site, EMAIL, confirmed_at=None, read_until=None)
    path = address("newsletter_confirm", args=[tokens.token(person, tokens.CONFIRM)])
    client = Client(HTTP_HOST=HOST)
    client.post(path)
    clock.now = NOW + DAY
    assert client.post(path).status_code == 302
    assert Subscription.objects.get().confirmed_at == NOW


def test_a_link_to_confirm_works_for_seven_days_as_long_as_the_address_is_kept(clock, kemiren):
    person = subscribe(kemiren.site, confirmed_at=None, created_at=NOW)
    clock.now = NOW + 6 * DAY
    call_command("delete_expired", verbosity=0)
    assert Subscription.objects.filter(pk=person.pk).exists()
    clock.now = NOW + 7 * DAY
    call_command("delete_expired", verbosity=0)
    assert not Subscription.objects.filter(pk=person.pk).exists()


def test_addresses_that_can_not_be_reached_are_deleted_after_ninety_days(clock, kemiren, reader):
    gone = subscribe(kemiren.site, deactivated_at=NOW - 91 * DAY)
    call_command("delete_expired", verbosity=0)
    assert list(Subscription.objects.all()) == [reader] and gone != reader


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_pages_and_letters_speak_the_language_that_the_form_was_sent_in(look, kemiren, visitor, language):
    path = address(language=language)
    assert f'<html lang="{language}"' in visitor.get(path).text
    send(visitor, path)
    letter = look()[EMAIL]
    assert f'lang="{language}"' in letter.alternatives[0][0]
    confirm = visitor.get(link_in(letter, "newsletter_confirm"))
    assert f'<html lang="{language}"' in confirm.text
    assert Subscription.objects.get().language == language


def test_a_village_without_english_asks_in_indonesian(kemiren, get):
    SiteSettings.objects.filter(site=kemiren.site).update(english_enabled=False)
    assert get(HOST, address(language="en"))["Location"] == address()


def test_the_form_asks_only_what_is_needed_and_says_what_happens_with_it(kemiren, get):
    page = get(HOST, address())
    assert "27/2022" in page.text
    names = set(re.findall(r'<input[^>]*name="(\w+)"', page.text))
    assert names == {"email", "frequency", "kinds", "website"}


def test_the_portal_has_a_newsletter_of_its_own(portal, look):
    send(Client(HTTP_HOST="localhost", enforce_csrf_checks=True))
    assert "http://localhost" in look()[EMAIL].body
    assert Subscription.objects.get().site == portal


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_portal_leads_to_the_newsletter_of_each_village_with_an_open_site(kemiren, other, get, language):
    factories.register("Belum Buka")
    provisioning.close_village(other)
    found = re.findall(
        r'href="(http[^"]+)">(?:Desa|Kelurahan) ', get("localhost", address(language=language)).text
    )
    assert found == [f"http://{HOST}:8000{address(language=language)}"]
    assert get(HOST, address(language=language)).status_code == 200


def test_a_form_with_a_mistake_on_the_portal_still_leads_to_the_villages(kemiren):
    answer = send(Client(HTTP_HOST="localhost"), email="")
    assert 'role="alert"' in answer.text and f"//{HOST}" in answer.text


def test_a_village_leads_to_the_newsletter_of_no_other_village(kemiren, other, get):
    assert f"//{other.site.hostname}" not in get(HOST, address()).text


def test_all_villages_of_the_regency_make_the_page_of_the_portal_neither_heavy_nor_slow(portal, kemiren, get):
    def asked():
        get("localhost", address())  # Wagtail looks once where its sites begin, and remembers.
        with CaptureQueriesContext(connection) as queries:
            page = get("localhost", address())
        return page, len(queries)

    before = asked()[1]
    for number in range(216):
        village = factories.register(district=f"Kecamatan {number % 25}")
        hostname = f"{village.name_key}{number}-{number % 25}.desa.example"
        village.site = Site.objects.create(hostname=hostname, port=443, root_page=portal.root_page)
        village.save()
    page, after = asked()
    assert page.text.count("https://") >= 216 and after == before
    assert len(gzip.compress(page.content)) < MOST_BYTES


def test_who_mistyped_their_address_finds_the_way_back_to_the_form(kemiren, get):
    page = get(HOST, address("newsletter_sent")).text
    assert f'href="{address()}"' in page.split("</header>")[-1].split("<footer")[0]


def test_who_agrees_reads_to_what_before_the_button(kemiren, get):
    form = get(HOST, address()).text.split('<form class="form"')[1].split("</form>")[0]
    assert form.index("27/2022") < form.index("<button") and 'href="#your-address"' in form


def test_the_pages_lie_below_the_home_and_say_so(kemiren, get):
    for name in ("newsletter", "newsletter_sent", "newsletter_left"):
        assert 'class="crumbs"' in get(HOST, address(name)).text


def test_what_is_no_address_is_called_by_one_word_only(kemiren, visitor):
    answer = send(visitor, email="bukan alamat")
    with override("id"):
        assert str(NO_ADDRESS) in unescape(answer.text)
    assert "alamat email" not in answer.text


def test_no_page_sets_a_cookie(kemiren, visitor):
    visitor.get(address())
    visitor.get(send(visitor)["Location"])
    assert not visitor.cookies


# What strangers learn, and what they can do


def said_to(client, email):
    answer = send(client, email=email)
    return answer.status_code, answer["Location"], [*client.get(answer["Location"]).text]


def test_the_answer_is_the_same_whether_an_address_is_subscribed_or_not(kemiren, reader, visitor):
    subscribe(kemiren.site, "mati@contoh.example", deactivated_at=NOW)
    answers = [said_to(visitor, email) for email in (reader.email, EMAIL, "mati@contoh.example")]
    assert answers[0] == answers[1] == answers[2]
    assert not mail.outbox


def test_who_reads_already_gets_a_letter_that_says_so_once_a_day_and_nothing_changes(look, reader, visitor):
    send(visitor, email=reader.email.upper(), frequency="weekly")
    letter = look()[reader.email]
    assert link_in(letter, "newsletter_preferences") and not link_in(letter, "newsletter_confirm")
    send(visitor, email=reader.email)
    assert not look(NOW + DAY / 2)
    look(NOW + 2 * DAY)
    send(visitor, email=reader.email)
    assert reader.email in look()
    reader.refresh_from_db()
    assert reader.frequency == "at-once"


def test_an_address_is_kept_once_for_each_village_however_it_is_written(kemiren, visitor, clock):
    for written in ("Sri@Contoh.example", " sri@contoh.example "):
        send(visitor, email=written)
    assert [found.email for found in Subscription.objects.all()] == [EMAIL]


def test_nobody_is_flooded_from_many_villages(kemiren, portal, look):
    for _number in range(7):
        village = factories.make_village()
        client = Client(HTTP_HOST=village.site.hostname, enforce_csrf_checks=True)
        assert send(client).status_code == 302
    look()
    assert len(mail.outbox) == 5


def test_five_thousand_sign_ups_from_one_place_stop_at_the_limit(kemiren, clock):
    client = Client(HTTP_HOST=HOST)
    answers = [
        client.post(address(), {"email": f"a{number}@contoh.example", "frequency": "weekly"}).status_code
        for number in range(limits.FROM_ONE_READER + 5)
    ]
    assert answers == [302] * limits.FROM_ONE_READER + [429] * 5
    assert Subscription.objects.count() == limits.FROM_ONE_READER
    SignUpTally.objects.filter(key__startswith="site-").update(number=0)
    SignUpTally.objects.exclude(key__startswith="site-").update(number=5000)
    assert client.post(address(), {"email": EMAIL, "frequency": "weekly"}).status_code == 429
    clock.now = NOW + timedelta(hours=1)
    assert client.post(address(), {"email": EMAIL, "frequency": "weekly"}).status_code == 302


def test_a_site_takes_only_so_many_in_an_hour_from_all_places_together(kemiren, clock, monkeypatch):
    monkeypatch.setattr(limits, "AT_ONE_SITE", 3)
    answers = [
        Client(HTTP_HOST=HOST, REMOTE_ADDR=f"192.0.2.{number}")
        .post(address(), {"email": f"a{number}@contoh.example", "frequency": "weekly"})
        .status_code
        for number in range(5)
    ]
    assert answers == [302, 302, 302, 429, 429]


def test_the_place_of_a_reader_is_kept_as_a_hash_for_an_hour(kemiren, clock):
    Client(HTTP_HOST=HOST, REMOTE_ADDR="192.0.2.77").post(address(), {"email": EMAIL, "frequency": "weekly"})
    assert SignUpTally.objects.count() == 2
    assert not any("192.0.2" in tally.key for tally in SignUpTally.objects.all())
    clock.now = NOW + timedelta(hours=2)
    call_command("delete_expired", verbosity=0)
    assert not SignUpTally.objects.exists()


def from_place(address_of_reader, number=0):
    """Send the form from a place; return the answer's status."""
    client = Client(HTTP_HOST=HOST, REMOTE_ADDR=address_of_reader)
    return client.post(address(), {"email": f"a{number}@contoh.example", "frequency": "weekly"}).status_code


def test_a_household_counts_once_whatever_address_of_it_is_used(kemiren, clock, monkeypatch):
    monkeypatch.setattr(limits, "FROM_ONE_READER", 3)
    answers = [from_place(f"2001:db8::{number}", number) for number in range(4)]
    assert answers == [302, 302, 302, 429]


def test_who_has_many_networks_is_stopped_by_what_they_are_part_of(kemiren, clock, monkeypatch):
    monkeypatch.setattr(limits, "FROM_ONE_NETWORK", 3)
    answers = [from_place(f"2001:db8:0:{number}::1", number) for number in range(4)]
    assert answers == [302, 302, 302, 429]
    assert from_place("2001:db8:1::1") == 302


def test_old_addresses_in_the_spelling_of_new_ones_are_told_apart(kemiren, clock, monkeypatch):
    monkeypatch.setattr(limits, "FROM_ONE_READER", 1)
    assert [from_place(f"::ffff:192.0.2.{number}", number) for number in (1, 2)] == [302, 302]
    assert from_place("192.0.2.1") == 429


def test_a_program_that_fills_in_everything_gets_the_same_answer_and_nothing_is_kept(kemiren, visitor):
    assert send(visitor, website="http://contoh.example")["Location"] == address("newsletter_sent")
    assert not Subscription.objects.exists()


@pytest.mark.parametrize("origin", ["https://jahat.example", "http://lain.localhost", "null"])
def test_a_form_that_a_page_of_another_site_sends_is_refused(kemiren, visitor, origin):
    wishes = {"email": EMAIL, "frequency": "weekly"}
    assert visitor.post(address(), wishes, headers={"origin": origin}).status_code == 403
    assert not Subscription.objects.exists()


@pytest.mark.parametrize("name", ["newsletter", "newsletter_sent", "newsletter_left"])
def test_the_pages_stay_within_the_budget_of_all_pages(kemiren, get, django_assert_max_num_queries, name):
    with django_assert_max_num_queries(15):
        assert get(HOST, address(name)).status_code == 200


# Typing mistakes


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sri@gmial.com", "sri@gmail.com"),
        ("sri@gmail.co", "sri@gmail.com"),
        ("sri@gmail.con", "sri@gmail.com"),
        ("sri@yaho.com", "sri@yahoo.com"),
        ("sri@yahoo.co.i", "sri@yahoo.co.id"),
        ("sri@hotmial.com", "sri@hotmail.com"),
        ("sri@gmail.com", None),
        ("sri@ymail.com", None),
        ("sri@mail.com", None),
        ("sri@kemiren.desa.id", None),
        ("sri", None),
    ],
)
def test_a_slip_in_the_name_of_a_mail_service_is_noticed(typed, meant):
    assert suggest(typed) == meant


@pytest.mark.parametrize("chosen", ["sri@gmail.com", "sri@gmial.com"])
def test_the_form_comes_back_with_a_suggestion_and_takes_either(kemiren, visitor, chosen):
    answer = send(visitor, email="sri@gmial.com")
    assert answer.status_code == 200 and 'value="sri@gmial.com"' in answer.text
    assert 'name="spelling" value="sri@gmail.com"' in answer.text
    assert not Subscription.objects.exists()
    assert send(visitor, email="sri@gmial.com", spelling=chosen).status_code == 302
    assert Subscription.objects.get().email == chosen


@pytest.mark.parametrize(
    "values", [{"email": "bukan alamat"}, {"email": ""}, {"frequency": "x"}, {"kinds": "x"}]
)
def test_a_form_with_a_mistake_comes_back_and_says_which(kemiren, visitor, values):
    answer = send(visitor, **values)
    assert answer.status_code == 200 and 'role="alert"' in answer.text
    assert not Subscription.objects.exists()


# Passes Django's check, and can't be written at the head of a letter.
UNWRITABLE = ["a@" + "ı" * 63 + ".com", "ſ" * 60 + "@contoh.example", "srı@contoh.example"]


@pytest.mark.parametrize("email", UNWRITABLE)
def test_an_address_that_no_letter_can_be_headed_with_is_refused_and_says_why(kemiren, visitor, email):
    answer = send(visitor, email=email)
    with override("id"):
        assert answer.status_code == 200 and str(REFUSAL) in answer.text
    assert not Subscription.objects.exists()


def test_a_correction_that_makes_an_address_too_long_is_refused(kemiren, visitor):
    longest = "s" * (254 - len("@gmail.co")) + "@gmail.co"
    answer = send(visitor, email=longest, spelling=f"{longest}m")
    assert answer.status_code == 200 and 'role="alert"' in answer.text
    assert not Subscription.objects.exists()


def test_an_address_in_another_script_behind_the_at_gets_its_letter(look, kemiren, visitor):
    assert send(visitor, email="sri@désa.example").status_code == 302
    assert "sri@xn--dsa-bma.example" in look()["sri@désa.example"].message()["To"]


def test_the_settings_of_a_site_refuse_such_an_address_for_answers(kemiren):
    settings = SiteSettings.objects.get(site=kemiren.site)
    settings.email = UNWRITABLE[0]
    with pytest.raises(ValidationError) as refusal:
        settings.full_clean()
    assert set(refusal.value.message_dict) == {"email"}


def test_the_way_to_the_form_stands_in_the_footer_and_beside_the_announcements(kemiren, get):
    assert get(HOST, "/").text.count(f'href="{address()}"') == 1
    assert get(HOST, "/pengumuman/").text.count(f'href="{address()}"') == 2


@pytest.mark.parametrize("slug", ["newsletter", "langganan"])
def test_no_page_takes_the_address_of_the_newsletter(slug):
    from sites.slugs import RESERVED_SLUGS

    assert slug in RESERVED_SLUGS
