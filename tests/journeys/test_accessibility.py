"""axe-core on every page type, light and dark, on a phone and on a wide screen."""

import pytest

PAGES = {
    "portal": ("localhost", "/"),
    "finder": ("localhost", "/?q=kemirn"),
    "village home": ("kemiren", "/"),
    "home in English": ("kemiren", "/en/"),
    "home without notice": ("temenggungan", "/"),
    "announcement list": ("kemiren", "/pengumuman/"),
    "archive": ("kemiren", "/pengumuman/?archive=1"),
    "announcement": ("kemiren", "/pengumuman/posyandu-balita-dan-lansia-bulan-ini/"),
    "profile": ("kemiren", "/profil-desa/"),
    "profile without place": ("tamansari", "/en/about-the-village/"),
    "government": ("kemiren", "/pemerintah-desa/"),
    "institutions": ("temenggungan", "/lembaga-kelurahan/"),
    "institution": ("kemiren", "/en/institutions/pkk/"),
    "text page": ("kemiren", "/menuju-kemiren/"),
    "contact": ("kemiren", "/kontak-dan-jam-layanan/"),
    "search": ("kemiren", "/cari/?q=desa"),
    "search without hits": ("kemiren", "/cari/?q=zzzz"),
    "not found": ("kemiren", "/tidak-ada/"),
    "unknown host": ("tidak-ada", "/"),
}
LOOKS = [(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_no_accessibility_fault(open_page, portal_url, village_url, axe, name):
    host, path = PAGES[name]
    url = (portal_url if host == "localhost" else village_url(host)) + path
    found = []
    for width, scheme in LOOKS:
        page = open_page(viewport={"width": width, "height": 844}, color_scheme=scheme)
        page.goto(url)
        found += [f"{width} {scheme}: {fault}" for fault in axe(page)]
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), width
    assert not found


@pytest.mark.parametrize("path", ["/", "/pengumuman/", "/profil-desa/"])
def test_the_keyboard_reaches_the_content_first(open_page, village_url, path):
    page = open_page()
    page.goto(village_url("kemiren") + path)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
