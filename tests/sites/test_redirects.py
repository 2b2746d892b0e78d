""" "Redirects": a village leads old addresses of its own site to new ones, and nobody in a circle."""

import pytest
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect

from tests.factories import sites as factories

HOST = "kemiren.localhost"
ADD = reverse("site_redirects:add")
INDEX = reverse("site_redirects:index")


def form(village, **values):
    return {
        "site": village.site_id,
        "old_path": "/lama",
        "redirect_page": "",
        "redirect_link": "",
        "is_permanent": "on",
        **values,
    }


def errors(answer) -> dict:
    assert answer.status_code == 200
    return answer.context["form"].errors


def test_an_old_address_leads_to_a_page(admin, kemiren, get):
    page = factories.make_page(kemiren, "Profil baru")
    answer = admin.post(ADD, form(kemiren, old_path="lama/", redirect_page=page.pk))
    assert answer.status_code == 302
    redirected = get(HOST, "/lama/")
    assert redirected.status_code == 301
    assert redirected["Location"].endswith(f"{HOST}:8000/profil-baru/")


def test_an_old_address_may_lead_elsewhere_for_a_while(admin, kemiren, get):
    data = form(kemiren, redirect_link="https://contoh.desa.id/")
    del data["is_permanent"]
    admin.post(ADD, data)
    redirected = get(HOST, "/lama/")
    assert (redirected.status_code, redirected["Location"]) == (302, "https://contoh.desa.id/")


def test_a_redirect_is_changed_and_deleted(admin, kemiren, get):
    redirect = Redirect.add_redirect("/lama", "https://contoh.desa.id/", site=kemiren.site)
    edit = reverse("site_redirects:edit", args=[redirect.pk])
    assert "/lama" in admin.get(edit).text
    admin.post(edit, form(kemiren, old_path="/dulu", redirect_link="https://contoh.desa.id/"))
    assert get(HOST, "/lama/").status_code == 404
    assert get(HOST, "/dulu/").status_code == 301
    admin.post(reverse("site_redirects:delete", args=[redirect.pk]))
    assert get(HOST, "/dulu/").status_code == 404


def test_one_village_reads_and_changes_nothing_of_anothers(admin, kemiren, other):
    page = factories.make_page(other, "Rahasia")
    theirs = Redirect.add_redirect("/jalan-lain", page, site=other.site)
    Redirect.add_redirect("/jalan-kami", "https://contoh.desa.id/", site=kemiren.site)
    listing = admin.get(INDEX).text
    assert "/jalan-kami" in listing
    assert "/jalan-lain" not in listing
    assert "Lainnya" not in listing
    assert "Lainnya" not in admin.get(ADD).text
    for name in ("edit", "delete", "history", "usage"):
        address = reverse(f"site_redirects:{name}", args=[theirs.pk])
        assert admin.get(address).status_code == 404, name
        assert admin.post(address, form(kemiren, old_path="/dicuri")).status_code in (404, 405), name
    theirs.refresh_from_db()
    assert (theirs.old_path, theirs.site) == ("/jalan-lain", other.site)


def test_neither_site_nor_page_of_another_village_is_taken(admin, kemiren, other):
    foreign = factories.make_page(other, "Rahasia", live=False)
    assert "site" in errors(admin.post(ADD, form(other, redirect_link="https://contoh.desa.id/")))
    assert "redirect_page" in errors(admin.post(ADD, form(kemiren, redirect_page=foreign.pk)))
    assert not Redirect.objects.exists()


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"old_path": ""}, "old_path"),
        ({"old_path": "/"}, "old_path"),
        ({"old_path": "/admin/keluar"}, "old_path"),
        ({"old_path": "/pengumuman/"}, "old_path"),
        ({"redirect_link": ""}, "redirect_page"),
        ({"redirect_link": "javascript:alert(1)"}, "redirect_link"),
        ({"redirect_link": "ftp://contoh.desa.id/"}, "redirect_link"),
        ({"redirect_page": "home"}, "redirect_link"),
        ({"old_path": "/sudah"}, "__all__"),
    ],
)
def test_what_makes_no_sense_comes_back_with_what_to_do(admin, kemiren, values, field):
    Redirect.add_redirect("/sudah", "https://contoh.desa.id/", site=kemiren.site)
    values = {name: kemiren.site.root_page_id if value == "home" else value for name, value in values.items()}
    data = form(kemiren, **{"redirect_link": "https://contoh.desa.id/", **values})
    answer = admin.post(ADD, data)
    assert field in errors(answer)
    assert data["old_path"] in answer.text
    assert Redirect.objects.count() == 1


def test_a_circle_is_refused_however_long(admin, kemiren):
    link = f"http://{HOST}:8000"
    assert "old_path" in errors(admin.post(ADD, form(kemiren, old_path="/a", redirect_link=f"{link}/a/")))
    for old, new in (("/a", "/b"), ("/b", "/c")):
        assert admin.post(ADD, form(kemiren, old_path=old, redirect_link=f"{link}{new}/")).status_code == 302
    assert "old_path" in errors(admin.post(ADD, form(kemiren, old_path="/c", redirect_link=f"{link}/a")))
    last = Redirect.objects.get(old_path="/b")
    edit = reverse("site_redirects:edit", args=[last.pk])
    assert "old_path" in errors(admin.post(edit, form(kemiren, old_path="/b", redirect_link=f"{link}/a")))


def test_the_same_address_of_two_villages_leads_two_ways(admin, kemiren, other, get):
    Redirect.add_redirect("/lama", "https://lain.desa.id/", site=other.site)
    admin.post(ADD, form(kemiren, redirect_link="https://kemiren.desa.id/"))
    assert get("lain.localhost", "/lama/")["Location"] == "https://lain.desa.id/"
    assert get(HOST, "/lama/")["Location"] == "https://kemiren.desa.id/"


def test_a_new_slug_of_a_page_leaves_a_redirect_of_its_own_village(
    kemiren, get, django_capture_on_commit_callbacks
):
    page = factories.publish(factories.make_page(kemiren, "Profil"))
    page.slug = "riwayat"
    with django_capture_on_commit_callbacks(execute=True):
        factories.publish(page)
    assert Redirect.objects.get().site == kemiren.site
    assert get(HOST, "/profil/")["Location"].endswith("/riwayat/")


def test_contributors_and_offices_have_no_redirects(kemiren, portal, log_in):
    contributor = log_in(factories.make_person(kemiren, "contributor"), HOST)
    officer = log_in(factories.make_officer("disbudpar"))
    for client in (contributor, officer):
        assert client.get(INDEX).status_code == 302
        assert client.post(ADD, form(kemiren, redirect_link="https://contoh.desa.id/")).status_code == 302
        assert INDEX not in client.get("/admin/").text
    assert not Redirect.objects.exists()


def test_portal_staff_look_after_those_of_all_sites(kemiren, other, staff):
    for village in (kemiren, other):
        assert staff.post(ADD, form(village, redirect_link="https://contoh.desa.id/")).status_code == 302
    listing = staff.get(INDEX).text
    assert "Desa Kemiren" in listing
    assert "Desa Lainnya" in listing


def test_wagtails_own_redirects_are_closed_to_villages(admin, kemiren):
    redirect = Redirect.add_redirect("/lama", "https://contoh.desa.id/", site=kemiren.site)
    for name, args in (("index", []), ("add", []), ("edit", [redirect.pk]), ("start_import", [])):
        assert admin.get(reverse(f"wagtailredirects:{name}", args=args)).status_code == 302
