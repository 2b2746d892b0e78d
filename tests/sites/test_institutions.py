"""Institutions of a village: which ones the law knows, and how they are shown."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from sites import institutions
from sites.institutions import Kind
from sites.models import InstitutionIndexPage, InstitutionPage, Member, VillageImage
from tests.factories import sites as factories

HOST = "kemiren.localhost"
LIST, ENGLISH = "/lembaga-desa/", "/en/institutions/"


def add_url(village, language="id"):
    parent = factories.provisioned(InstitutionIndexPage, village, language)
    return reverse("wagtailadmin_pages:add", args=["sites", "institutionpage", parent.pk])


def form(**values):
    data = {
        "title": "Lembaga uji",
        "slug": "lembaga-uji",
        "summary": "Ringkasan uji.",
        "listing_image": "",
        "kind": "pkk",
        "founded_year": "",
        "legal_basis": "",
        "phone": "",
        "whatsapp": "",
        "search_description": "",
        "body": streamfield([]),
        "members": inline_formset([]),
        "action-publish": "1",
    }
    return nested_form_data({**data, **values})


def offered(html):
    select = re.search(r'<select[^>]*name="kind".*?</select>', html, re.S)[0]
    return set(re.findall(r'<option value="(\w+)"', select))


@pytest.mark.parametrize("is_desa", [True, False])
def test_what_is_offered_is_never_complained_about(is_desa):
    kinds = institutions.kinds_of(is_desa)
    assert not [kind for kind in kinds if institutions.complaint_about(kind, is_desa)]
    assert all(institutions.complaint_about(kind, is_desa) for kind in set(Kind) - set(kinds))


def test_a_kelurahan_has_an_lpmk_and_neither_bpd_nor_bumdes():
    kelurahan, desa = institutions.kinds_of(is_desa=False), institutions.kinds_of(is_desa=True)
    assert Kind.LPMK in kelurahan and Kind.LPMK not in desa
    assert not {Kind.BPD, Kind.BUMDES, Kind.LPMD} & set(kelurahan)
    assert {Kind.BPD, Kind.BUMDES, Kind.LPMD} <= set(desa)


def test_the_form_offers_what_the_village_may_have(admin, kemiren, portal, log_in):
    assert "bpd" in offered(admin.get(add_url(kemiren)).text)
    assert "lpmk" not in offered(admin.get(add_url(kemiren)).text)
    town = factories.make_village("kota.localhost", kind="kelurahan")
    found = offered(log_in(factories.make_person(town), "kota.localhost").get(add_url(town)).text)
    assert "lpmk" in found and not {"bpd", "bumdes", "lpmd"} & found


@pytest.mark.parametrize(
    ("village_kind", "kind"), [("kelurahan", "bpd"), ("kelurahan", "bumdes"), ("desa", "lpmk")]
)
def test_a_forbidden_kind_is_refused_with_the_reason_and_the_form_comes_back(
    portal, log_in, village_kind, kind
):
    village = factories.make_village("uji.localhost", kind=village_kind)
    client = log_in(factories.make_person(village), "uji.localhost")
    answer = client.post(add_url(village), form(kind=kind))
    assert answer.status_code == 200
    assert answer.context["form"].errors["kind"] == [
        institutions.complaint_about(kind, village_kind == "desa")
    ]
    assert "Ringkasan uji." in answer.text
    assert not InstitutionPage.objects.exists()


def test_an_admin_adds_an_institution_with_members(admin, kemiren, get):
    member = {"name": "Bu Ketua", "position": "Ketua", "position_en": "", "photo": ""}
    members = inline_formset([member | {"term_from": "", "term_until": ""}])
    answer = admin.post(add_url(kemiren), form(phone="0800 000 0014", founded_year="1985", members=members))
    assert answer.status_code == 302, answer.context["form"].errors
    page = get(HOST, LIST + "lembaga-uji/").text
    assert "Bu Ketua" in page
    assert ">1985<" in page
    assert 'href="tel:+628000000014"' in page


@pytest.mark.parametrize(
    ("field", "value"),
    [("phone", "123"), ("whatsapp", "bukan nomor"), ("founded_year", "85"), ("kind", "klub")],
)
def test_wrong_facts_come_back_filled_in_with_their_error(admin, kemiren, field, value):
    answer = admin.post(add_url(kemiren), form(**{field: value}))
    assert answer.status_code == 200
    assert field in answer.context["form"].errors
    assert "Ringkasan uji." in answer.text


def test_a_picture_of_another_village_is_refused(admin, kemiren, other):
    foreign = factories.make_media(VillageImage, other, "Foto rahasia")
    picture = {"image": str(foreign.pk), "caption": "", "credit": ""}
    for data in (form(listing_image=foreign.pk), form(body=streamfield([("image", picture)]))):
        answer = admin.post(add_url(kemiren), data)
        assert answer.status_code == 200
        assert answer.context["form"].errors.keys() & {"listing_image", "body"}
    assert not InstitutionPage.objects.exists()


def test_the_list_appears_with_its_first_institution(kemiren, get):
    assert get(HOST, LIST).status_code == 404
    factories.make_institution(kemiren, "PKK Kemiren")
    assert "PKK Kemiren" in get(HOST, LIST).text
    assert LIST in get(HOST, "/").text
    assert get(HOST, ENGLISH).status_code == 404
    assert get(HOST, "/en/lembaga-desa/")["Location"].startswith("/en/?untranslated=")


def test_a_list_without_institutions_says_so(kemiren, get):
    factories.publish(factories.provisioned(InstitutionIndexPage, kemiren))
    assert 'class="empty"' in get(HOST, LIST).text


def translated(page, **values):
    """The English version of a page, made as an operator makes it, and published."""
    english = page.copy_for_translation(factories.home_locale("en"), copy_parents=False)
    for name, value in values.items():
        setattr(english, name, value)
    return factories.publish(english)


def test_a_translation_shows_the_members_and_facts_of_the_original_and_keeps_none_itself(kemiren, get):
    original = factories.make_institution(
        kemiren,
        founded_year=1985,
        whatsapp="+628000000013",
        legal_basis="Keputusan (contoh)",
        members=[Member(name="Bu Ketua", position="Ketua", position_en="Chair")],
    )
    english = translated(original, title="Family welfare", slug="family-welfare")
    assert Member.objects.count() == 1
    assert (english.founded_year, english.whatsapp) == (None, "")
    page = get(HOST, ENGLISH + "family-welfare/").text
    for text in ("Bu Ketua", "Chair", "1985", "wa.me/628000000013", 'lang="id">Keputusan (contoh)'):
        assert text in page
    Member.objects.all().delete()
    factories.publish(InstitutionPage.objects.get(pk=original.pk))
    assert "Bu Ketua" not in get(HOST, ENGLISH + "family-welfare/").text


def test_the_english_form_asks_for_texts_only(admin, kemiren):
    original = factories.make_institution(kemiren)
    english = translated(original, title="Family welfare", slug="family-welfare")
    url = reverse("wagtailadmin_pages:edit", args=[english.pk])
    page = admin.get(url).text
    assert 'name="phone"' not in page and "members-TOTAL_FORMS" not in page
    assert reverse("wagtailadmin_pages:edit", args=[original.pk]) in page
    data = form(title="Family welfare", slug="family-welfare", summary="Health posts and gardens.")
    assert admin.post(url, data).status_code == 302


def test_who_left_is_no_longer_a_member(kemiren, get):
    gone = timezone.localdate() - timezone.timedelta(days=1)
    members = [
        Member(name="Bu Kini", position="Ketua"),
        Member(name="Pak Dulu", position="Ketua", term_until=gone),
    ]
    factories.make_institution(kemiren, members=members)
    page = get(HOST, LIST + "pkk/").text
    assert "Bu Kini" in page and "Pak Dulu" not in page


def test_institutions_of_another_village_never_show(kemiren, other, get):
    factories.make_institution(other, "Hanya di desa lain", slug="lain")
    factories.make_institution(kemiren, "PKK Kemiren", slug="pkk")
    for path in (LIST, LIST + "pkk/"):
        assert "Hanya di desa lain" not in get(HOST, path).text
    assert get(HOST, LIST + "lain/").status_code == 404


def test_more_institutions_and_members_cost_no_more_queries(kemiren):
    photo = factories.make_media(VillageImage, kemiren, "Foto")

    def queries(path):
        client = Client(HTTP_HOST=HOST)
        client.get(path)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(path).status_code == 200
        return len(captured)

    def add(number, people):
        members = [Member(name=f"Orang {n}", position="Ketua", photo=photo) for n in range(people)]
        page = factories.make_institution(
            kemiren, f"Lembaga {number}", slug=f"l{number}", members=members, listing_image=photo
        )
        translated(page, slug=f"e{number}")

    add(0, 1)
    add(1, 1)
    paths = [LIST, ENGLISH]
    before = [queries(path) for path in paths] + [queries(LIST + "l0/"), queries(ENGLISH + "e0/")]
    for number in range(2, 7):
        add(number, 8)
    after = [queries(path) for path in paths] + [queries(LIST + "l3/"), queries(ENGLISH + "e3/")]
    assert after == before
    assert max(after) <= 15


def test_kinds_are_named_in_the_language_of_the_page(kemiren, get):
    page = factories.make_institution(kemiren, kind="karang_taruna", slug="karang-taruna")
    translated(page, slug="youth")
    with translation.override("en"):
        name = str(Kind.KARANG_TARUNA.label)
    assert name in get(HOST, ENGLISH + "youth/").text
