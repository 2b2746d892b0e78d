"""The demo of this app: what it says of itself, what is linked with what, and that it is made only once."""

import pytest
from django.conf import settings
from django.utils import timezone

from culture.demo import art_forms, classes, events
from culture.models import ArtFormPage, ClassPage, EventPage
from culture.states import ClassState, state_of
from sites.models import Village
from tests.factories import sites as factories

pytestmark = pytest.mark.once


@pytest.fixture
def village(kemiren):
    """The one that most samples name."""
    Village.objects.filter(pk=kemiren.pk).update(code="35.10.15.2004")
    kemiren.refresh_from_db()
    return kemiren


def facts(*slugs):
    return [fact for fact in art_forms.read("culture.json") if fact["slug"] in slugs]


@pytest.fixture
def office(village, monkeypatch):
    """Disbudpar with two art forms: all of them would take too long."""
    office, read = factories.make_office(), art_forms.read
    two = facts("gandrung", "tumpeng-sewu")
    monkeypatch.setattr(art_forms, "read", lambda name: two if name == "culture.json" else read(name))
    art_forms.seed(lambda line: None)
    return office


def test_art_forms_say_how_guests_behave_and_what_is_a_sample(office):
    ritual = ArtFormPage.objects.get(slug="tumpeng-sewu", locale__language_code="id")
    assert ritual.is_sacred and ritual.photography == "ask"
    assert "contoh" in ritual.etiquette and ritual.custodians.startswith("Contoh: ")
    dance = ArtFormPage.objects.get(slug="gandrung", locale__language_code="en")
    assert not dance.is_sacred and "sample" in dance.etiquette
    assert dance.listing_image.title.startswith("Contoh gambar: ")
    captions = [row.caption for row in dance.gallery.all()]
    assert len(captions) == 2 and all(caption.startswith("Sample picture: ") for caption in captions)


def test_a_village_publishes_one_of_its_own_that_is_marked_as_a_sample(office, village, get):
    page = ArtFormPage.objects.get(slug="tetabuhan-dusun")
    assert page.title.endswith("(Contoh)") and page.audience == ""
    assert list(page.villages.all()) == [village]
    assert get("kemiren.localhost", "/budaya/tetabuhan-dusun/").status_code == 200


def test_what_is_there_already_stays(office):
    found = ArtFormPage.objects.count()
    art_forms.seed(lambda line: None)
    assert ArtFormPage.objects.count() == found


def test_samples_for_guests_are_of_art_forms_that_exist_and_complete_in_both_languages():
    samples = art_forms.read("art_form_samples.json")
    for sample in [*samples["of_disbudpar"].values(), *samples["of_villages"]]:
        for name in art_forms.FOR_GUESTS:
            field = ArtFormPage._meta.get_field(name)
            assert all(0 < len(sample[name][language]) <= field.max_length for language in ("id", "en"))
        for picture in sample.get("pictures", {}).values():
            assert picture["title"].startswith("Contoh gambar") and picture["alt"].startswith("Gambar contoh")
    assert len(facts(*samples["of_disbudpar"])) == len(samples["of_disbudpar"])


def test_festivals_and_samples_lead_to_art_forms_that_exist():
    rows = [*events.read("festivals.json"), *events.read("events.json")]
    named = {row["art_form"] for row in rows if "art_form" in row}
    assert len(named) == 10
    assert {fact["slug"] for fact in facts(*named)} == named


def test_events_stand_on_their_art_form_with_and_without_a_day(office, get):
    events.seed(lambda line: None)
    shown = get("kemiren.localhost", "/budaya/disbudpar/gandrung/").context["events"]
    assert [(event.slug, bool(event.starts_at)) for event in shown] == [
        ("latihan-terbuka-gandrung", True),
        ("gandrung-sewu", False),
    ]


def test_one_sample_on_a_lunar_date_has_its_day_and_says_that_it_is_a_sample(village):
    events.seed(lambda line: None)
    page = EventPage.objects.get(certainty="lunar", starts_at__isnull=False, locale__language_code="id")
    assert page.starts_at > timezone.now()
    assert page.title.endswith("(Contoh)") and "contoh" in page.lunar_date


def test_one_class_is_over_and_one_is_cancelled_with_its_reason(village):
    samples = {sample["slug"]: sample for sample in art_forms.read("classes.json")}
    today = timezone.localdate()
    over, cancelled = (
        ClassPage.objects.get(pk=classes.add(samples[slug], village).pk)
        for slug in ("bahasa-osing-anak", "bimbingan-belajar")
    )
    assert state_of(over, 0, today) == ClassState.FINISHED
    assert state_of(cancelled, 0, today) == ClassState.CANCELLED
    assert cancelled.cancel_reason and cancelled.title.endswith("(Contoh)")
    english = ClassPage.objects.get(translation_key=cancelled.translation_key, locale__language_code="en")
    assert english.is_cancelled and english.cancel_reason != cancelled.cancel_reason


def test_a_room_and_its_building_stand_apart():
    sample = next(row for row in art_forms.read("classes.json") if row["slug"] == "tari-gandrung-anak")
    assert classes.where(sample, settings.LANGUAGE_CODE) == {"room": "Pendopo", "place": "Balai desa"}
    assert classes.where(sample, "en") == {"room": "Pendopo", "place": "Village hall"}
