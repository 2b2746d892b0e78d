"""Changing and leaving by the links of a letter, which work at the host of their site only."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from sites import provisioning
from sites.models import SiteSettings, Subscription
from sites.newsletter import acts, tokens
from sites.newsletter.forms import PreferencesForm
from tests.factories.newsletter import NOW, make_delivery, subscribe

HOST = "kemiren.localhost"
PURPOSES = [tokens.CONFIRM, tokens.PREFERENCES, tokens.UNSUBSCRIBE]


@pytest.fixture
def client():
    """A browser that takes no cookies and checks forms."""
    return Client(HTTP_HOST=HOST, enforce_csrf_checks=True)


def page_of(subscription, purpose, language="id"):
    with override(language):
        return reverse(purpose, args=[tokens.token(subscription, purpose)])


def test_a_reader_chooses_anew(client, reader):
    path = page_of(reader, tokens.PREFERENCES)
    wishes = {"frequency": "weekly", "kinds": ["announcement-health"], "language": "en"}
    answer = client.post(path, wishes, follow=True)
    assert 'role="status"' in answer.text
    reader.refresh_from_db()
    assert (reader.frequency, reader.kinds, reader.language) == ("weekly", ["announcement-health"], "en")
    assert re.search(r'value="announcement-health"[^>]* checked', answer.text)


def test_the_language_is_asked_only_where_there_are_several(client, kemiren, reader):
    path = page_of(reader, tokens.PREFERENCES)
    assert 'name="language"' in client.get(path).text
    SiteSettings.objects.filter(site=kemiren.site).update(english_enabled=False)
    assert 'name="language"' not in client.get(path).text


def test_a_wish_that_does_not_exist_is_refused_and_nothing_changes(client, reader):
    answer = client.post(page_of(reader, tokens.PREFERENCES), {"frequency": "hourly", "kinds": ["x"]})
    assert answer.status_code == 200 and 'role="alert"' in answer.text
    reader.refresh_from_db()
    assert reader.frequency == "at-once"


def test_who_leaves_is_asked_once_and_then_erased_with_all_that_was_kept(client, reader):
    make_delivery(reader, state="sent")
    path = page_of(reader, tokens.UNSUBSCRIBE)
    assert "<button" in client.get(path).text
    assert Subscription.objects.exists()
    answer = client.post(path, follow=True)
    assert answer.status_code == 200
    assert not Subscription.objects.exists()


def test_mail_programs_take_a_reader_out_by_one_click_without_cookies(client, reader):
    answer = client.post(page_of(reader, tokens.UNSUBSCRIBE), {"List-Unsubscribe": "One-Click"})
    # A redirect would not be followed.
    assert answer.status_code == 200 and not answer.cookies
    assert not Subscription.objects.exists()


def test_a_link_at_a_former_host_of_the_village_still_takes_a_reader_out(kemiren, reader):
    path = page_of(reader, tokens.UNSUBSCRIBE)
    provisioning.change_hostname(kemiren, "baru.localhost")
    answer = Client(HTTP_HOST=HOST).post(path, {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 307 and answer["Location"].endswith(f"baru.localhost:8000{path}")


@pytest.fixture
def closed(kemiren, reader):
    provisioning.close_village(kemiren)
    return kemiren


@pytest.mark.parametrize("language", ["id", "en"])
def test_readers_of_a_closed_village_can_still_leave(closed, client, reader, language):
    page = client.get(page_of(reader, tokens.UNSUBSCRIBE, language))
    assert page.status_code == 200 and "<button" in page.text
    left = client.post(page_of(reader, tokens.UNSUBSCRIBE, language), follow=True)
    assert left.status_code == 200 and "Sign up again" not in left.text and "Daftar lagi" not in left.text
    assert not Subscription.objects.exists()


def test_mail_programs_take_a_reader_out_of_a_closed_village_by_one_click(closed, client, reader):
    answer = client.post(page_of(reader, tokens.UNSUBSCRIBE), {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert not Subscription.objects.exists()


def test_readers_of_a_closed_village_can_choose_for_when_it_opens_again(closed, client, reader):
    assert client.get(page_of(reader, tokens.PREFERENCES)).status_code == 200


@pytest.mark.parametrize("path", ["newsletter", "newsletter_sent"])
def test_nothing_else_of_a_closed_village_is_shown(closed, client, reader, path):
    for hidden in (reverse(path), "/", "/admin/", page_of(reader, tokens.CONFIRM)):
        answer = client.get(hidden)
        assert answer.status_code == 302 and answer["Location"] == "http://localhost:8000"


@pytest.mark.parametrize("purpose", PURPOSES)
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_forged_link_gets_a_page_that_says_what_to_do(client, reader, purpose, language):
    good = page_of(reader, purpose, language)
    other = tokens.PREFERENCES if purpose != tokens.PREFERENCES else tokens.UNSUBSCRIBE
    forged = [good[:-5] + "AAAA/", good.replace(f"{reader.pk}.", f"{reader.pk + 1}.", 1)]
    with override(language):
        forged += [reverse(purpose, args=[text]) for text in ("x", "1", "..", "1.2.3", "٣.a.b", "9" * 400)]
        forged.append(reverse(purpose, args=[tokens.token(reader, other)]))
        again = reverse("newsletter")
    for path in forged:
        for answer in (client.get(path), client.post(path)):
            assert answer.status_code == 404, path
            assert again in answer.text
    assert Subscription.objects.get().is_active


def test_a_link_of_another_village_does_nothing_here(client, kemiren, other):
    stranger = subscribe(other.site)
    for purpose in PURPOSES:
        assert client.post(page_of(stranger, purpose)).status_code == 404
    stranger.refresh_from_db()
    assert stranger.is_active


def test_an_old_link_of_somebody_who_left_says_so(client, reader):
    path = page_of(reader, tokens.PREFERENCES)
    reader.delete()
    answer = client.get(path)
    assert answer.status_code == 404 and reverse("newsletter") in answer.text


def test_who_is_erased_while_they_choose_reads_that_the_link_works_no_more(client, reader, monkeypatch):
    is_valid = PreferencesForm.is_valid

    def erased_meanwhile(form):
        Subscription.objects.all().delete()
        return is_valid(form)

    monkeypatch.setattr(PreferencesForm, "is_valid", erased_meanwhile)
    wishes = {"frequency": "weekly", "language": "id"}
    answer = client.post(page_of(reader, tokens.PREFERENCES), wishes)
    assert answer.status_code == 404 and reverse("newsletter") in answer.text
    assert not Subscription.objects.exists()


def test_who_leaves_twice_at_once_is_erased_once(reader):
    again = Subscription.objects.get()
    acts.leave(reader)
    acts.leave(again)
    assert not Subscription.objects.exists()


def test_who_leaves_waits_for_a_letter_that_is_being_made_for_them(reader):
    """Both hold the reader's row before they read or write anything that hangs on it."""
    with CaptureQueriesContext(connection) as asked:
        acts.leave(reader)
    first = next(query["sql"] for query in asked if "SAVEPOINT" not in query["sql"])
    assert first.startswith("SELECT") and Subscription._meta.db_table in first
    # SQLite lets one transaction write at a time.
    assert first.endswith("FOR UPDATE") == connection.features.has_select_for_update


def test_the_pages_of_a_link_are_kept_by_no_cache_and_told_to_no_other_site(client, reader):
    for purpose in PURPOSES:
        answer = client.get(page_of(reader, purpose))
        assert "no-store" in answer["Cache-Control"]
        assert answer["Referrer-Policy"] == "same-origin"
        assert "noindex" in answer.text
        assert reader.email.split("@")[0] not in " ".join(
            re.findall(r'(?:href|action)="([^"]*)"', answer.text)
        )
        assert not answer.cookies


def test_only_the_page_of_choices_names_the_address_that_it_is_about(client, reader):
    named = [purpose for purpose in PURPOSES if reader.email in client.get(page_of(reader, purpose)).text]
    assert named == [tokens.PREFERENCES]


@pytest.mark.parametrize("purpose", PURPOSES)
def test_the_language_switch_leads_to_the_same_page_of_the_same_reader(client, reader, purpose):
    page = client.get(page_of(reader, purpose)).text
    (english,) = re.findall(r'href="([^"]*)"[^>]*hreflang="en"', page)
    assert english.split("/")[1:2] == ["en"]
    answer = client.get(english)
    assert answer.status_code == 200 and '<html lang="en"' in answer.text


def test_who_was_unreachable_and_signs_up_anew_confirms_again(clock, client, kemiren):
    gone = subscribe(kemiren.site, deactivated_at=NOW)
    acts.sign_up(kemiren.site, gone.email, "id", "weekly", [])
    gone.refresh_from_db()
    assert not gone.is_active and gone.asked_at == NOW
    client.post(page_of(gone, tokens.CONFIRM))
    gone.refresh_from_db()
    assert gone.is_active
