"""From a passed quiz to a certificate: asking for it, checking it, erasing its name, revoking it."""

from html import unescape

import pytest
from django.test import Client, RequestFactory
from django.utils import timezone
from django.utils.translation import override

from learning.certificates import acts, codes, links, views
from learning.models import Certificate
from sites.models import SiteSettings
from tests.factories import sites as factories
from tests.factories.learning import make_attempt, make_course

NAME = "Siti Contoh"
PUBLIC = "sertifikat"


@pytest.fixture
def course(kemiren):
    return make_course(kemiren, gives_certificate=True)


@pytest.fixture
def visitor(kemiren):
    return Client(HTTP_HOST=kemiren.site.hostname)


def request_on(village, path="/"):
    return RequestFactory(HTTP_HOST=village.site.hostname).get(path)


def claim_of(attempt, village):
    return links.claim_url(attempt, request_on(village))


@pytest.fixture
def claim(course, kemiren):
    return claim_of(make_attempt(course), kemiren)


@pytest.fixture
def certificate(course):
    return acts.issue(make_attempt(course), NAME)


def text_of(answer):
    return unescape(answer.content.decode())


def check(client, code):
    return client.get(f"/{PUBLIC}/{code}/")


def test_who_passes_writes_a_name_and_gets_a_certificate(visitor, claim):
    asked = text_of(visitor.get(claim))
    for words in ("Bahasa Osing dasar", "halaman umum", "Nama disimpan sampai", "hapus kapan saja", "NIK"):
        assert words in asked
    answer = visitor.post(claim, {"name": f"  {NAME} "})
    assert answer.status_code == 303
    page = text_of(visitor.get(answer["Location"]))
    certificate = Certificate.objects.get()
    assert certificate.name == NAME and certificate.course_title == "Bahasa Osing dasar"
    for words in (NAME, certificate.code, "Desa Kemiren", "Unduh sertifikat", links.check_url(certificate)):
        assert words in page
    assert not visitor.cookies


def test_a_certificate_is_made_once_however_often_the_form_is_sent(visitor, claim):
    first = visitor.post(claim, {"name": NAME})
    second = visitor.post(claim, {"name": "Orang Lain"})
    assert first["Location"] == second["Location"] == visitor.get(claim)["Location"]
    assert Certificate.objects.get().name == NAME


def test_issuing_twice_at_the_same_time_gives_the_same_certificate(course):
    attempt = make_attempt(course)
    assert acts.issue(attempt, NAME) == acts.issue(attempt, "Orang Lain")


@pytest.mark.parametrize(("gives", "percent"), [(True, 40), (False, 100)], ids=["failed", "without"])
def test_there_is_nothing_to_claim_without_passing_a_course_that_gives_certificates(kemiren, gives, percent):
    course = make_course(kemiren, gives_certificate=gives)
    assert claim_of(make_attempt(course, percent=percent), kemiren) is None


def test_a_course_that_stopped_giving_certificates_gives_none_by_an_old_link(visitor, claim, course):
    course.gives_certificate = False
    course.save()
    assert visitor.post(claim, {"name": NAME}).status_code == 404
    assert not Certificate.objects.exists()


@pytest.mark.parametrize("token", ["x", "1.x", "1", "9" * 40 + ".x", "é"])
@pytest.mark.parametrize("place", ["ambil/{}/", "milik/{}/", "milik/{}/pdf/", "milik/{}/hapus-nama/"])
def test_a_forged_link_leads_nowhere(certificate, visitor, token, place):
    answer = visitor.get(f"/{PUBLIC}/" + place.format(token))
    assert answer.status_code == 404 and "Tidak ada sertifikat di tautan ini" in text_of(answer)


def test_a_private_link_is_good_at_its_own_site_and_for_its_own_purpose_only(
    certificate, claim, kemiren, other
):
    holder = links.holder_url(certificate, kemiren.site)
    elsewhere = Client(HTTP_HOST=other.site.hostname)
    assert elsewhere.get(holder).status_code == elsewhere.get(claim).status_code == 404
    mixed = claim.replace("ambil", "milik")
    assert Client(HTTP_HOST=kemiren.site.hostname).get(mixed).status_code == 404


def test_a_course_of_an_office_is_certified_by_the_office_wherever_it_is_taken(kemiren):
    office = factories.make_office("dispendik")
    course = make_course(office, gives_certificate=True)
    attempt = make_attempt(course, site=kemiren.site)
    certificate = acts.issue(attempt, NAME)
    assert certificate.issuer == office.display_name and certificate.site == kemiren.site
    assert claim_of(attempt, kemiren)


@pytest.mark.parametrize("name", ["", "081234567890", "contoh.example", "<b>", "A" * 81])
def test_what_is_no_name_comes_back_in_the_form(visitor, claim, name):
    answer = visitor.post(claim, {"name": name})
    assert answer.status_code == 200 and (f'value="{name}"' in text_of(answer) or not name)
    assert not Certificate.objects.exists()


def test_letters_that_can_not_be_printed_are_named_and_the_name_stays(visitor, claim):
    page = text_of(visitor.post(claim, {"name": "Şiti Ğontoh ꦱ"}))
    assert "tidak bisa dicetak di sertifikat: Ş Ğ ꦱ." in page and "Şiti Ğontoh ꦱ" in page
    assert not Certificate.objects.exists()


def test_a_form_of_another_site_makes_no_certificate(visitor, claim):
    assert visitor.post(claim, {"name": NAME}, headers={"origin": "http://evil.example"}).status_code == 403
    assert not Certificate.objects.exists()


def test_the_public_page_says_name_course_date_and_issuer(visitor, certificate):
    page = text_of(check(visitor, certificate.code))
    for words in ("Sertifikat ini asli", NAME, "Bahasa Osing dasar", "Desa Kemiren", "Lulus pada"):
        assert words in page
    assert "100" not in page.split("<main")[1].split("</main>")[0]


def test_any_site_answers_for_the_codes_of_all(certificate, portal, other, get):
    for host in (other.site.hostname, "localhost"):
        page = get(host, f"/{PUBLIC}/{certificate.code}/").content.decode()
        assert "Sertifikat ini asli" in page and "Desa Kemiren" in page


@pytest.mark.parametrize("typed", ["{}", " {} ", "{lower}", "{plain}", "{alike}"])
def test_a_code_may_be_typed_as_people_type(visitor, certificate, typed):
    Certificate.objects.update(code="K70Q-1XPA-09TZ")
    code = "K70Q-1XPA-09TZ"
    text = typed.format(code, lower=code.lower(), plain=code.replace("-", ""), alike="k7oq lxpa o9tz")
    answer = visitor.get(f"/{PUBLIC}/", {"code": text}, follow=True)
    assert answer.request["PATH_INFO"] == f"/{PUBLIC}/{code}/" and "Sertifikat ini asli" in text_of(answer)


def test_a_changed_code_is_not_found_and_tells_nothing_more(visitor, certificate):
    wrong = certificate.code[:-1] + ("2" if certificate.code[-1] != "2" else "3")
    answer = check(visitor, wrong)
    page = text_of(answer)
    assert answer.status_code == 404 and "Tidak ada sertifikat dengan kode ini" in page
    assert NAME not in page and "Osing" not in page and f'value="{wrong}"' in page


@pytest.mark.parametrize("code", ["x", "K7MQ", "0" * 300, "K7MQ-4XPA-09T!"])
def test_what_can_be_no_code_is_not_found(visitor, kemiren, code):
    assert check(visitor, code).status_code == 404
    page = text_of(visitor.get(f"/{PUBLIC}/", {"code": code[:50]}))
    assert "12 huruf dan angka" in page and code[:50] in page


def test_who_tries_too_many_wrong_codes_waits(visitor, certificate, monkeypatch):
    monkeypatch.setattr(views, "WRONG_CODES", views.WRONG_CODES._replace(from_one_reader=2))
    statuses = [check(visitor, codes.new_code()).status_code for _try in range(3)]
    assert statuses == [404, 404, 429]
    assert check(visitor, certificate.code).status_code == 200


def test_a_revoked_certificate_is_called_so_without_name_or_reason(visitor, certificate, kemiren):
    acts.revoke(certificate, "Kuis dikerjakan orang lain")
    page = text_of(check(visitor, certificate.code))
    assert "tidak berlaku lagi" in page and "dicabut pada" in page
    assert NAME not in page and "orang lain" not in page
    own = text_of(visitor.get(links.holder_url(certificate, kemiren.site)))
    assert "Kuis dikerjakan orang lain" in own and "Unduh" not in own
    assert visitor.get(links.holder_url(certificate, kemiren.site, "certificate_pdf")).status_code == 404
    acts.restore(certificate)
    assert "Sertifikat ini asli" in text_of(check(visitor, certificate.code))


def test_the_holder_erases_the_name_by_a_button(visitor, certificate, kemiren):
    path = links.holder_url(certificate, kemiren.site, "certificate_erase")
    assert NAME in text_of(visitor.get(path))
    assert Certificate.objects.get().name == NAME
    answer = visitor.post(path)
    assert answer.status_code == 303 and Certificate.objects.get().name == ""
    assert "Nama Anda sudah dihapus" in text_of(visitor.get(answer["Location"]))
    public = text_of(check(visitor, certificate.code))
    assert "Sertifikat ini asli" in public and "Namanya sudah dihapus" in public and NAME not in public
    assert visitor.get(path)["Location"] == answer["Location"]


def test_an_erased_name_can_not_be_written_again(visitor, course, kemiren):
    attempt = make_attempt(course)
    acts.erase_name(acts.issue(attempt, NAME))
    visitor.post(claim_of(attempt, kemiren), {"name": NAME})
    assert Certificate.objects.get().name == ""


def test_no_search_engine_keeps_a_page_of_certificates(visitor, certificate, claim, kemiren):
    holder = links.holder_url(certificate, kemiren.site)
    for path in (f"/{PUBLIC}/", f"/{PUBLIC}/{certificate.code}/", claim, holder, f"{holder}hapus-nama/"):
        answer = visitor.get(path)
        assert answer["X-Robots-Tag"] == "noindex" and 'content="noindex"' in text_of(answer), path


def test_no_private_address_names_anybody(certificate, kemiren):
    path = links.holder_url(certificate, kemiren.site)
    assert "siti" not in path.lower() and certificate.code not in path


def test_the_pages_are_there_in_english_where_the_site_has_it(certificate, kemiren):
    client = Client(HTTP_HOST=kemiren.site.hostname)
    assert "This certificate is genuine" in text_of(client.get(f"/en/certificate/{certificate.code}/"))
    SiteSettings.objects.filter(site=kemiren.site).update(english_enabled=False)
    assert client.get(f"/en/certificate/{certificate.code}/")["Location"] == f"/{PUBLIC}/{certificate.code}/"


def test_the_certificate_of_a_village_that_was_closed_is_still_checked_there(certificate, kemiren, visitor):
    kemiren.closed_at = timezone.now()
    kemiren.save()
    assert "Sertifikat ini asli" in text_of(check(visitor, certificate.code))
    assert visitor.post(links.holder_url(certificate, kemiren.site, "certificate_erase")).status_code == 303


def test_the_address_on_the_certificate_is_in_its_language(certificate):
    certificate.language = "en"
    with override("id"):
        assert links.check_url(certificate).endswith(f"/en/certificate/{certificate.code}/")


def test_codes_are_random_and_have_no_signs_that_look_alike():
    made = {codes.new_code() for _time in range(200)}
    assert len(made) == 200
    assert all(codes.read_code(code) == code and not set(code) & set("OILU") for code in made)


@pytest.mark.parametrize("page", ["codes", "check", "claim", "holder"])
def test_no_page_of_certificates_asks_the_database_often(
    django_assert_max_num_queries, visitor, certificate, claim, kemiren, page
):
    paths = {
        "codes": f"/{PUBLIC}/",
        "check": f"/{PUBLIC}/{certificate.code}/",
        "claim": claim,
        "holder": links.holder_url(certificate, kemiren.site),
    }
    with django_assert_max_num_queries(15):
        visitor.get(paths[page])
