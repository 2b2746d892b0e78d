"""Portal staff open a village's site and see it at once."""

from sites.demo.accounts import PASSWORD, STAFF


def test_staff_open_a_site_from_the_form_and_visit_its_home(desktop_page, log_in, portal_url, village_url):
    page = desktop_page
    log_in(page, STAFF, PASSWORD)
    page.get_by_role("link", name="Buka situs desa").click()
    page.locator("#id_village").select_option(label="Desa Olehsari, Glagah")
    page.locator("#id_hostname").fill("kemiren.localhost")
    page.locator("form button[type=submit]").last.click()
    page.locator(".error-message").first.wait_for()
    assert "kemiren.localhost" in page.locator(".error-message").first.inner_text()

    page.locator("#id_hostname").fill("olehsari.localhost")
    page.locator("#id_admin_email").fill("operator@olehsari.example")
    page.locator("form button[type=submit]").last.click()
    page.locator(".messages .success").wait_for()
    page.goto(village_url("olehsari"))
    assert page.get_by_role("heading", level=1).inner_text() == "Desa Olehsari"
    page.goto(portal_url + "/?q=olehsari")
    assert page.get_by_role("link", name="Desa Olehsari").first.is_visible()
