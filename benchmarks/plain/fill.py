"""Content of the plain project, as much as one of our villages has; run within it, by `manage.py shell`."""

from datetime import timedelta
from io import BytesIO
from pathlib import Path

from django.core.files.images import ImageFile
from django.utils.text import slugify
from django.utils.timezone import now
from home.models import ArticlePage, Figure, HomePage, ListPage, Office, Official, Shortcut, StandardPage
from PIL import Image
from wagtail.images import get_image_model
from wagtail.models import Locale, Page, Site

HOST, MOST = "plain.localhost", 100
NAME = "Desa Contoh"
SENTENCE = "Warga desa menyiapkan balai untuk pertemuan dan pelatihan bulan depan. "
NOTE = "Nomor telepon, surel, dan alamat di halaman ini hanya contoh. "
# Lists: how many of their articles have a picture, by number; and what stands on a card.
NEWS_PICTURES = {0, 3, 5, 8, 10}
NOTES = [("takes", "Sekitar 30 menit"), ("place", "Pendopo, Balai desa"), ("price", "Gratis")]
LISTS = [
    ("Pengumuman", "Announcements", NEWS_PICTURES, 0),
    ("Layanan", "Services", set(), 2),
    ("Belajar", "Learning", set(), 2),
    ("Pasar", "Market", {2}, 1),
    ("Budaya", "Culture", {0, 1}, 1),
    ("Kelas", "Classes", {0}, 3),
    ("Agenda", "Events", set(), 2),
    ("Lembaga desa", "Institutions", set(), 0),
]
IN_MENU = ("Layanan", "Belajar", "Pasar", "Budaya")
STANDARD = [
    ("Profil desa", "About the village"),
    ("Pemerintah desa", "Government"),
    ("Pengaduan dan usulan", "Complaints"),
    ("Informasi publik", "Public information"),
    ("Kontak dan jam layanan", "Contact and hours"),
    ("Menuju desa", "Getting here"),
    ("Surat keterangan usaha", "Business certificate"),
]
CATEGORIES = ["event", "safety", "service", "event", "event", "development", "health", "general"]
CATEGORIES += ["general", "service", "event", "development"]
TAGS = ["air bersih", "krajan", "contoh", "acara", "desa"]
HOURS = [("Senin–Kamis", "08.00–15.00 WIB"), ("Jumat", "08.00–11.30 WIB"), ("Sabtu–Minggu", "Tutup")]
FIGURES = [
    ("Penduduk", 2640),
    ("Keluarga", 890),
    ("Dusun", 2),
    ("RT", 28),
    ("Sanggar seni", 6),
    ("Homestay", 14),
]


def text(sentences: int) -> tuple[str, str]:
    return "text", f"<p>{SENTENCE * sentences}</p>"


def picture(number: int):
    file = BytesIO()
    Image.new("RGB", (1200, 800), (number * 30, 120, 80)).save(file, "JPEG")
    file.seek(0)
    return get_image_model().objects.create(
        title=f"Foto {number}", file=ImageFile(file, f"foto-{number}.jpg")
    )


def article_body() -> list:
    return [text(4), ("checklist", [SENTENCE] * 3), text(4)]


def home_body() -> list:
    facts = [{"name": f"Acara {number}", "text": "Setiap 2 Syawal"} for number in range(4)]
    quote = {"text": SENTENCE, "source": "Contoh: seorang warga"}
    return [("heading", "Dari dekat"), text(4), text(2), ("facts", facts), ("quote", quote)]


def standard_body() -> list:
    rows = [["Hari", "Jam"], *map(list, HOURS)]
    table = {"data": rows, "first_row_is_table_header": True, "first_col_is_header": True}
    contact = {"name": "Loket", "note": "Surat", "phone": "+628000000011", "whatsapp": "628000000012"}
    facts = [{"name": name, "text": SENTENCE} for name in ("Alamat", "Petunjuk")]
    questions = [{"question": "Bolehkah diwakilkan?", "answer": f"<p>{SENTENCE * 2}</p>"}] * 4
    return [
        text(2),
        ("table", table),
        ("contact", contact),
        ("facts", facts),
        ("text", '<p><b>Surel:</b> <a href="mailto:kontak@desa.example">kontak@desa.example</a></p>'),
        ("note", {"title": "Nomor contoh", "text": f"<p>{NOTE}</p>"}),
        ("heading", "Yang sering ditanyakan"),
        ("questions", questions),
    ]


def add_list(home, titles: tuple[str, str], pictures: set[int], notes: int, images: list) -> None:
    title = titles[0]
    index = ListPage(title=title, summary=SENTENCE, show_in_menus=title in IN_MENU)
    home.add_child(instance=index)
    is_news, moment = title == "Pengumuman", now()
    # Two that are over are in the archive only.
    for number in range(14 if is_news else 12):
        article = ArticlePage(
            title=f"{title} {number}",
            summary=SENTENCE,
            date=moment - timedelta(days=2 * number),
            last_published_at=moment,
            expires=moment + timedelta(days=-1 if number > 11 else 365) if is_news else None,
            category=CATEGORIES[number % 12] if is_news or notes else "",
            source="BPBD" if number % 3 == 1 else "",
            is_pinned=is_news and not number,
            is_important=is_news and number == 2,
            picture=images[number % len(images)] if number in pictures else None,
            body=article_body(),
            **dict(NOTES[3 - notes :]),
        )
        article.tags.add(*(TAGS[(number + step) % len(TAGS)] for step in range(3)))
        index.add_child(instance=article)


def translate(page, title: str, locale) -> None:
    """A translation of the page, published; and of its articles, where it is a list."""
    other = page.copy_for_translation(locale)
    other.title, other.draft_title, other.slug = title, title, slugify(title)
    other.save_revision().publish()
    for child in page.get_children().specific():
        translate(child, f"{title} {child.title.split()[-1]}", locale)


def add_parts(home) -> None:
    wanted = home.get_children()[8:12]
    home.shortcuts = [Shortcut(page=page, note="Sehari, gratis") for page in wanted]
    home.figures = [Figure(name=name, number=number, unit="jiwa", source="2025") for name, number in FIGURES]
    posts = ["Kepala desa", "Sekretaris desa", "Kaur keuangan", "Kaur perencanaan"]
    home.officials = [Official(name=f"Contoh: {post}", post=post, since="sejak 2020") for post in posts]
    home.save_revision().publish()


def write_list() -> None:
    pages = Page.objects.live().filter(depth__gt=1).order_by("path")
    paths = [page.get_url_parts()[2] for page in pages]
    step = max(1, len(paths) // MOST)
    Path("pages.txt").write_text("".join(f"{HOST} {path}\n" for path in paths[::step][:MOST]))


def fill() -> None:
    images = [picture(number) for number in range(8)]
    english, _made = Locale.objects.get_or_create(language_code="en")
    home = HomePage.objects.get()
    home.title, home.summary, home.picture, home.body = NAME, SENTENCE, images[0], home_body()
    home.save_revision().publish()
    site = Site.objects.get()
    site.hostname, site.site_name = HOST, NAME
    site.save()
    address = {"address": "Jalan Raya Contoh", "directions": SENTENCE, "district": "Kecamatan Contoh"}
    numbers = {"phone": "+628000000011", "whatsapp": "628000000012", "email": "kontak@desa.example"}
    place = {"latitude": -8.2, "longitude": 114.3, "portal": "http://localhost/"}
    hours = [("line", {"days": days, "hours": at}) for days, at in HOURS]
    Office.objects.create(site=site, hours=hours, **address, **numbers, **place)
    for title, english_title, pictures, notes in LISTS:
        add_list(home, (title, english_title), pictures, notes, images)
    for title, _english in STANDARD:
        home.add_child(instance=StandardPage(title=title, summary=SENTENCE, body=standard_body()))
    other = home.copy_for_translation(english)
    other.save_revision().publish()
    titles = dict([one[:2] for one in LISTS] + STANDARD)
    for page in home.get_children().specific():
        translate(page, titles[page.title], english)
    # As they are by now, with their children.
    for page in HomePage.objects.all():
        add_parts(page)
    write_list()


fill()
