"""An office learns how far its pages reach: how many villages show and hide them, how often they are read."""

import csv
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from sites.models import PageViews, VillageSharing
from sites.plots import HEIGHT, LEAST, plot_of
from sites.provisioning import close_village
from sites.querysets import all_pages
from sites.sharing import reach
from sites.sharing.audience import in_words
from tests.factories import sites as factories
from tests.factories.remembered import remembered

LIST = reverse("reach:index")


@pytest.fixture
@remembered
def office(portal):
    return factories.make_office("disbudpar", name="Dinas Pariwisata", may_alert=True)


@pytest.fixture
def officer(office, log_in):
    return log_in(factories.make_officer("disbudpar"))


@pytest.fixture
def page(kemiren, other, office):
    """For both villages."""
    return factories.make_shared(office, "Ayo menari")


def of(page):
    """The figures of one page."""
    return reach.reach_of(all_pages().sent_to_villages().filter(pk=page.pk))[0]


def hide(village, page):
    about = {"village": village, "translation_key": page.translation_key}
    return VillageSharing.objects.create(**about, is_hidden=True)


def seen(page, site, number, day=None):
    PageViews.objects.create(page=page, site=site, day=day or timezone.localdate(), number=number)


def address(page):
    return reverse("reach:page", args=[page.pk])


def titles(answer):
    return [found.page.title for found in answer.context["object_list"]]


class TestFigures:
    def test_a_page_shows_in_all_open_villages_of_its_audience(self, kemiren, other, office, page):
        factories.register()
        assert (of(page).offered, of(page).shown) == (2, 2)
        close_village(other)
        assert of(page).offered == 1
        alone = factories.make_shared(
            office, "Satu desa", audience="villages", audience_villages=[kemiren.code]
        )
        assert of(alone).offered == 1

    def test_villages_that_hide_it_are_taken_off(self, kemiren, page):
        hide(kemiren, page)
        assert (of(page).offered, of(page).shown, of(page).hidden) == (2, 1, 1)

    def test_who_only_pins_it_shows_it(self, kemiren, page):
        VillageSharing.objects.create(village=kemiren, translation_key=page.translation_key, is_pinned=True)
        assert of(page).hidden == 0

    def test_a_village_that_it_is_not_for_does_not_count_as_hiding_it(self, kemiren, other, office):
        page = factories.make_shared(
            office, "Satu desa", audience="villages", audience_villages=[kemiren.code]
        )
        hide(other, page)
        assert (of(page).shown, of(page).hidden) == (1, 0)

    def test_nobody_hides_an_emergency(self, kemiren, other, office):
        tomorrow = timezone.now() + timedelta(days=1)
        page = factories.make_shared(office, "Awas banjir", severity="emergency", expires_at=tomorrow)
        hide(kemiren, page)
        assert (of(page).shown, of(page).hidden) == (2, 0)

    def test_views_are_those_of_all_sites_days_and_languages(self, portal, kemiren, page):
        seen(page, kemiren.site, 3)
        seen(page, kemiren.site, 4, date(2026, 1, 5))
        seen(factories.translate(page), portal, 5)
        assert of(page).views == 12

    def test_where_it_is_read_most_stands_first_and_the_portal_last(self, portal, kemiren, other, page):
        seen(page, portal, 9)
        seen(page, other.site, 3)
        seen(page, kemiren.site, 4)
        found = [(views.village, views.number) for views in reach.views_by_site(page)]
        assert found == [(kemiren, 4), (other, 3), (None, 9)]

    def test_many_villages_are_cut_off_after_the_first(self, portal, kemiren, other, page, monkeypatch):
        monkeypatch.setattr(reach, "TOP_SITES", 1)
        for site, number in ((portal, 1), (other.site, 3), (kemiren.site, 4)):
            seen(page, site, number)
        assert [views.village for views in reach.views_by_site(page)] == [kemiren, None]

    def test_each_of_the_last_days_has_its_number(self, portal, kemiren, page):
        today = date(2026, 3, 10)
        seen(page, portal, 2, today)
        seen(page, kemiren.site, 3, today)
        seen(page, portal, 7, today - timedelta(days=29))
        seen(page, portal, 8, today - timedelta(days=30))
        found = reach.views_by_day(page, today)
        assert len(found) == 30
        assert found[0] == (date(2026, 2, 9), 7)
        assert found[-1] == (today, 5)
        assert sum(number for _day, number in found) == 12

    def test_a_week_goes_from_monday_to_sunday(self, portal, page):
        sunday, monday = date(2026, 3, 8), date(2026, 3, 9)
        seen(page, portal, 2, sunday)
        seen(page, portal, 3, monday)
        found = reach.views_by_week(page, date(2026, 3, 10))
        assert len(found) == 52
        assert found[-2:] == [(date(2026, 3, 2), 2), (monday, 3)]

    def test_figures_cost_the_same_whatever_the_number_of_pages_and_villages(self, kemiren, office, page):
        def cost():
            with CaptureQueriesContext(connection) as captured:
                reach.reach_of(all_pages().sent_to_villages())
            return len(captured)

        before = cost()
        for number in range(5):
            more = factories.make_shared(office, f"Nomor {number}")
            hide(factories.make_village(), more)
            seen(more, kemiren.site, 1)
        assert cost() == before == 6


def test_an_audience_is_told_in_few_words():
    assert in_words("all") == "Semua desa dan kelurahan"
    assert in_words("districts", ["Glagah", "Licin"]) == "Kecamatan Glagah, Licin"
    assert in_words("villages", codes=["35.10.15.2001", "35.10.15.2002"]) == "2 desa/kelurahan pilihan"


class TestPlot:
    days = [date(2026, 3, 1) + timedelta(days=number) for number in range(30)]

    def test_the_highest_bar_fills_the_height_and_a_small_one_still_shows(self):
        plot = plot_of(zip(self.days, [0] * 27 + [1, 500, 1000], strict=True))
        assert [bar.height for bar in plot.bars] == [LEAST, HEIGHT // 2, HEIGHT]
        assert all(bar.y + bar.height == HEIGHT for bar in plot.bars)
        assert plot.bars[-1].x + plot.bars[-1].width <= plot.width

    def test_it_knows_whether_a_bar_is_a_single_day(self):
        assert plot_of((day, 1) for day in self.days).is_daily
        assert not plot_of((day, 1) for day in self.days[::7]).is_daily

    def test_without_views_it_has_no_bars(self):
        plot = plot_of((day, 0) for day in self.days)
        assert (plot.bars, plot.total) == ([], 0)


class TestTheList:
    def test_holds_what_the_own_office_sent_to_villages_newest_first(self, officer, office, page):
        factories.make_shared(office, "Baru")
        factories.make_shared(office, "Hanya di portal", audience="portal")
        factories.make_shared(factories.make_office("dinkes"), "Kantor lain")
        factories.make_shared(None, "Dari kabupaten")
        assert titles(officer.get(LIST)) == ["Baru", "Ayo menari"]

    def test_shows_the_figures(self, officer, kemiren, page):
        hide(kemiren, page)
        seen(page, kemiren.site, 41)
        [found] = officer.get(LIST).context["object_list"]
        assert (found.shown, found.hidden, found.views) == (1, 1, 41)

    def test_holds_those_of_all_offices_for_portal_staff_and_can_be_narrowed(self, staff, office, page):
        factories.make_shared(factories.make_office("dinkes"), "Kantor lain")
        factories.make_shared(None, "Dari kabupaten")
        assert titles(staff.get(LIST)) == ["Dari kabupaten", "Kantor lain", "Ayo menari"]
        assert titles(staff.get(LIST, {"publisher": "dinkes"})) == ["Kantor lain"]
        assert titles(staff.get(LIST, {"publisher": "banyuwangi"})) == ["Dari kabupaten"]

    def test_a_filter_in_the_address_opens_nothing_to_an_office(self, officer, page):
        factories.make_shared(factories.make_office("dinkes"), "Kantor lain")
        assert titles(officer.get(LIST, {"publisher": "dinkes"})) == ["Ayo menari"]

    def test_can_be_searched_by_title(self, officer, office, page):
        factories.make_shared(office, "Lomba")
        assert titles(officer.get(LIST, {"q": "menari"})) == ["Ayo menari"]

    def test_costs_the_same_however_long(self, officer, office, page, django_assert_num_queries):
        officer.get(LIST)
        with CaptureQueriesContext(connection) as few:
            officer.get(LIST)
        for number in range(10):
            hide(factories.make_village(), factories.make_shared(office, f"Nomor {number}"))
        with django_assert_num_queries(len(few)):
            officer.get(LIST)

    def test_becomes_a_spreadsheet_in_which_no_title_is_a_formula(self, officer, office, kemiren, page):
        hide(kemiren, page)
        factories.make_shared(office, "=1+1", audience="districts", audience_districts=["Glagah"])
        answer = officer.get(LIST, {"export": "csv"})
        assert answer["Content-Disposition"].startswith('attachment; filename="reach-')
        formula, found = list(csv.reader(StringIO(answer.getvalue().decode())))[1:]
        assert formula[0] == "'=1+1"
        assert found[:2] == ["Ayo menari", "Dinas Pariwisata"]
        assert found[4:] == ["2", "1", "1", "0"]

    def test_a_spreadsheet_holds_all_pages_of_the_list_and_none_of_others(self, officer, office, kemiren):
        factories.make_shared(factories.make_office("dinkes"), "Kantor lain")
        for number in range(27):
            factories.make_shared(office, f"Nomor {number:02}")
        told = officer.get(LIST, {"export": "csv"}).getvalue().decode()
        assert len(told.splitlines()) == 28
        assert "Kantor lain" not in told
        assert officer.get(LIST, {"export": "xlsx"}).getvalue()


class TestAPage:
    def test_says_who_hides_it_and_since_when(self, officer, kemiren, page):
        row = hide(kemiren, page)
        VillageSharing.objects.filter(pk=row.pk).update(changed_at="2026-02-03T05:00:00+07:00")
        told = officer.get(address(page)).text
        assert "1 dari 2 desa" in told
        assert f"{kemiren}, sejak 3 Februari 2026" in told

    def test_says_that_nobody_can_hide_an_emergency(self, officer, office, kemiren):
        tomorrow = timezone.now() + timedelta(days=1)
        page = factories.make_shared(office, "Awas banjir", severity="emergency", expires_at=tomorrow)
        hide(kemiren, page)
        told = officer.get(address(page)).text
        assert "desa tidak bisa menyembunyikannya" in told
        assert "sejak" not in told

    def test_shows_where_it_is_read(self, officer, portal, kemiren, page):
        seen(page, kemiren.site, 1234)
        seen(page, portal, 7)
        told = officer.get(address(page)).text
        assert str(kemiren) in told
        assert "1.234" in told

    def test_draws_its_views_for_those_who_see_and_for_those_who_listen(self, officer, portal, page):
        seen(page, portal, 8)
        told = officer.get(address(page)).text
        assert told.count('role="img"') == 2
        assert 'aria-labelledby="by-day-title" aria-describedby="by-day-desc"' in told
        assert "Dibuka 8 kali; terbanyak pada" in told.split("<figcaption")[1].split("<svg")[0]
        assert told.count("<details>") == 2
        assert " style=" not in told[told.index('class="plot"') : told.rindex("</figure>")]

    def test_without_views_draws_no_empty_box_and_says_so(self, officer, page):
        told = officer.get(address(page)).text
        assert 'role="img"' not in told and told.count("<p>Belum pernah dibuka.</p>") == 2

    def test_costs_the_same_whatever_its_figures(self, officer, kemiren, page):
        def cost():
            # Once before: a new site empties what Wagtail remembers of all sites.
            officer.get(address(page))
            with CaptureQueriesContext(connection) as captured:
                officer.get(address(page))
            return len(captured)

        hide(kemiren, page)
        seen(page, kemiren.site, 1)
        before = cost()
        for _number in range(5):
            village = factories.make_village()
            hide(village, page)
            seen(page, village.site, 1)
        assert cost() == before

    def test_of_another_office_is_not_there(self, officer, page):
        theirs = factories.make_shared(factories.make_office("dinkes"), "Kantor lain")
        assert officer.get(address(theirs)).status_code == 404
        assert officer.get(address(factories.make_shared(None, "Dari kabupaten"))).status_code == 404

    def test_that_was_not_sent_to_villages_has_no_reach(self, officer, office):
        assert officer.get(address(office.page)).status_code == 404
        only = factories.make_shared(office, "Hanya di portal", audience="portal")
        assert officer.get(address(only)).status_code == 404


def test_people_of_villages_see_no_reach(admin, page):
    assert admin.get(LIST).status_code == 404
    assert admin.get(address(page)).status_code == 404
    assert LIST not in admin.get(reverse("wagtailadmin_home")).text


@pytest.mark.parametrize("who", ["officer", "staff"])
def test_offices_and_portal_staff_find_it_in_the_menu(who, request, page):
    client = request.getfixturevalue(who)
    assert LIST in client.get(reverse("wagtailadmin_home")).text


def test_old_counts_of_views_are_deleted(portal, page, capsys):
    oldest = timezone.localdate() - PageViews.KEPT
    seen(page, portal, 1, oldest)
    seen(page, portal, 1, oldest - timedelta(days=1))
    call_command("delete_expired")
    assert [row.day for row in PageViews.objects.all()] == [oldest]
    assert "1 counts of views deleted." in capsys.readouterr().out
