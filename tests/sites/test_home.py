"""The home of a village: its parts, their order, and what a village without content shows."""

import json

import pytest

from sites.models import SiteSettings, VillageHomePage
from tests.factories import sites as factories
from tests.factories.culture import make_art_form

HOST = "kemiren.localhost"
EVERY_DAY = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


def arrange(village, *blocks):
    """Place parts on the Indonesian home: names, or (name, value)."""
    stream = [
        {"type": b, "value": None} if isinstance(b, str) else {"type": b[0], "value": b[1]} for b in blocks
    ]
    VillageHomePage.objects.filter(pk=village.site.root_page_id).update(body=json.dumps(stream))


def parts(get):
    return [section.name for section in get(HOST).context["home_sections"]]


def test_a_village_that_has_nothing_yet_welcomes_its_readers(kemiren, get):
    assert parts(get) == ["welcome"]


def test_what_offices_share_does_not_end_the_welcome(kemiren, get):
    make_art_form()
    assert parts(get) == ["welcome", "teaser"]


def test_an_art_form_of_its_own_ends_the_welcome(kemiren, get):
    make_art_form(kemiren)
    assert "welcome" not in parts(get)


def test_the_first_announcement_ends_the_welcome(kemiren, get):
    factories.make_announcement(kemiren)
    assert parts(get)[0] == "announcements"


def test_a_new_home_lists_its_usual_parts_for_the_editor_to_move(kemiren):
    home = factories.home(kemiren)
    assert [block.block_type for block in home.body][:2] == ["announcements", "parts"]


def test_parts_stand_in_the_editor_s_order(kemiren, get):
    factories.make_announcement(kemiren)
    factories.make_page(kemiren)
    arrange(kemiren, "parts", ("paragraph", "<p>Halo</p>"), ("paragraph", "<p>Tamu</p>"), "announcements")
    assert parts(get) == ["parts", "text", "announcements"]


def test_a_part_that_the_editor_took_away_is_not_shown(kemiren, get):
    factories.make_announcement(kemiren)
    factories.make_page(kemiren)
    arrange(kemiren, "parts")
    assert parts(get) == ["parts"]


def test_text_alone_comes_after_the_usual_parts(kemiren, get):
    factories.make_announcement(kemiren)
    arrange(kemiren, ("paragraph", "<p>Halo</p>"))
    assert parts(get)[0] == "announcements"
    assert parts(get)[-1] == "text"


def test_what_is_most_wanted_leads_to_its_page_and_a_draft_is_left_out(kemiren, get):
    shown = factories.make_page(kemiren, "Surat keterangan usaha")
    draft = factories.make_page(kemiren, "Belum jadi", live=False)
    items = [
        {"page": page.pk, "icon": "store", "title": "", "note": "1 hari, gratis"} for page in (shown, draft)
    ]
    arrange(kemiren, ("most_wanted", {"title": "", "items": items}))
    text = get(HOST).text
    assert "1 hari, gratis" in text
    assert 'class="tile" href="/surat-keterangan-usaha/"' in text
    assert text.count('class="tile"') == 1


def test_announcements_of_another_village_are_not_on_the_home(kemiren, other, get):
    factories.make_announcement(other, "Milik desa lain")
    factories.make_announcement(kemiren)
    assert "Milik desa lain" not in get(HOST).text


@pytest.mark.parametrize("reason", ["Libur nasional"])
def test_the_home_says_why_the_office_is_closed_today(kemiren, get, reason):
    settings = SiteSettings.objects.get(site=kemiren.site)
    settings.opening_hours = [("hours", {"days": EVERY_DAY, "opens": "00:00", "closes": "23:59:59"})]
    settings.opening_exceptions = [
        (
            "days",
            {
                "first_day": "2020-01-01",
                "last_day": "2099-12-31",
                "opens": None,
                "closes": None,
                "reason": reason,
            },
        )
    ]
    settings.save()
    text = get(HOST).text
    assert f"(<span>{reason}</span>)" in text
    assert "status--open" not in text
