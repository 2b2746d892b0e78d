"""Sample objects for the style guide: all made up, none of them in a database.

Texts are Indonesian, like most of what villages write. Components that link with Wagtail's
`{% pageurl %}` need a page of Wagtail's; the others take anything with the right attributes.
"""

from dataclasses import dataclass, field
from datetime import timedelta

from django.templatetags.static import static
from django.utils import timezone
from wagtail.models import Locale, Page

from sites import moments
from sites.media.logos import Logo
from sites.media.renditions import spec
from sites.models import AnnouncementPage, VillageImage
from sites.opening_hours import OfficeStatus

NOWHERE = "#content"
LONG = "Pemberitahuan perubahan jadwal pelayanan administrasi kependudukan di balai desa selama bulan Ramadan"
LONG_WORD = "Kemasyarakatanpemberdayaanpembangunan"


@dataclass
class SampleRendition:
    url: str
    filter_spec: str = spec(720, "jpeg")
    width: int = 720
    height: int = 480

    @property
    def file(self) -> "SampleRendition":
        return self


def picture(**values) -> VillageImage:
    """A picture with one size, drawn for the demo."""
    # Whoever knows the size and the collection need not ask for them.
    stored = {"file": "sample.jpg", "file_size": 48_300, "width": 720, "height": 480, "collection": None}
    description = "Gambar contoh: pendopo dengan motif Gajah Oling"
    image = VillageImage(pk=1, description=description, **stored, **values)
    image._prefetched_objects_cache = {"renditions": [SampleRendition(static("img/sample.jpg"))]}
    return image


def logo() -> Logo:
    drawing = static("img/favicon.svg")
    return Logo(drawing, drawing, 48, 48, "")


def announcement(title: str, **values) -> AnnouncementPage:
    return wagtail_page(AnnouncementPage, title, first_published_at=timezone.now(), **values)


def wagtail_page(model: type[Page], title: str, icon: str = "", number: int = 1, **values) -> Page:
    """An unsaved page whose address leads nowhere; `number` chooses its piece of cloth."""
    page = model(title=title, locale=Locale(language_code="id"), **values)
    page.pk = number
    page.get_url = lambda *args, **kwargs: NOWHERE
    if icon:
        page.specific_class = SamplePage("", menu_icon=icon)
    return page


@dataclass
class SamplePage:
    title: str
    summary: str = ""
    menu_icon: str = "file-text"
    listing_image: VillageImage | None = None
    pk: int = 1

    @property
    def specific_class(self) -> "SamplePage":
        return self

    def get_url(self, request=None) -> str:
        return NOWHERE


@dataclass
class SampleClass(SamplePage):
    schedule: str = ""
    place: str = ""
    fee: str = ""
    seats: int | None = None
    seats_taken: int = 0
    has_waiting_list: bool = True
    state: object = None  # with a label

    @property
    def place_text(self) -> str:
        return self.place

    @property
    def is_worth_a_tag(self) -> bool:
        return self.state is not None and self.state.value != "open"

    @property
    def seats_left(self) -> int:
        return (self.seats or 0) - self.seats_taken


@dataclass
class SampleArtForm(SamplePage):
    get_kind_display: str = "Tari"
    mark: str = ""
    village_name: str = ""
    homes: list = field(default_factory=list)
    season: str = ""
    where_and_when: str = ""
    custodians: str = ""
    is_sacred: bool = False
    photography: str = ""
    etiquette: str = ""

    @property
    def get_photography_display(self) -> str:
        return "Jangan memotret." if self.photography == "none" else "Silakan memotret."


@dataclass
class SampleProduct(SamplePage):
    price_rupiah: int | None = None
    unit: str = ""
    maker: str = ""
    is_sold_out: bool = False
    order_url: str = "https://wa.me/628000000001?text=Halo"


@dataclass
class SampleEvent(SamplePage):
    """An event; without a number of days it has no day, and says in `season` when it usually is."""

    days_ahead: int | None = 3
    hours: int = 0
    is_all_day: bool = False
    season: str = ""
    lunar_date: str = ""
    place: str = ""
    kind_label: str = "Pentas"
    is_free: bool = False
    status_label: str = ""
    is_cancelled: bool = False
    status_note: str = ""
    moved_text: str = ""
    mark: str = ""
    language: str = ""
    village_name: str = ""
    accent: str = ""

    @property
    def starts_at(self):
        morning = timezone.localtime().replace(hour=8, minute=30)
        return morning + timedelta(days=self.days_ahead or 0)

    @property
    def ends_at(self):
        return self.starts_at + timedelta(hours=self.hours) if self.hours else None

    @property
    def first_day(self):
        return None if self.days_ahead is None else self.starts_at.date()

    @property
    def hours_text(self) -> str:
        return self.season or moments.hours_text(self.starts_at, self.ends_at, self.is_all_day)

    @property
    def why_changed(self) -> str:
        return self.status_note


@dataclass
class SampleLesson(SamplePage):
    key: str = ""
    number: int = 1
    minutes: int = 10
    question_count: int = 3


@dataclass
class SampleCourse(SamplePage):
    menu_icon: str = "book-open"
    get_theme_display: str = "Usaha dan jualan"
    get_level_display: str = "Pemula"
    get_licence_display: str = "CC BY 4.0"
    licence_url: str = NOWHERE
    mark: str = ""
    village_name: str = ""
    duration: str = "sekitar 45 menit"
    lesson_count: int = 5
    gives_certificate: bool = False
    author: str = ""
    based_on: str = ""
    based_on_url: str = ""
    source_lines: tuple[str, ...] = ()


@dataclass
class SampleVillage:
    display_name: str
    district: str
    accent: str = "ijen"
    home_url: str | None = NOWHERE
    pk: int = 1
    code: str = "35.10.00.0000"
    latitude: float | None = None
    longitude: float | None = None
    altitude_m: int | None = None
    number: int | None = None
    summary: str = ""

    @property
    def name(self) -> str:
        return self.display_name.partition(" ")[2]


@dataclass
class SampleDocument:
    title: str
    type_text: str
    size_text: str
    url: str = NOWHERE

    @property
    def title_or_name(self) -> str:
        return self.title

    @property
    def document(self) -> "SampleDocument":
        return self

    @property
    def file(self) -> "SampleDocument":
        return self


@dataclass
class SampleRecording:
    title: str
    file: SampleDocument | None = None
    link: str = ""
    link_host: str = ""
    is_video: bool = False
    picture: VillageImage | None = None
    credit: str = ""
    transcript: str = ""

    @property
    def get_medium_display(self) -> str:
        return "Video" if self.is_video else "Audio"


@dataclass
class Choice:
    """An option of a facet or of a question."""

    value: str
    label: str
    count: int = 0
    is_chosen: bool = False
    mark: str = ""


@dataclass
class SampleOffice:
    """The office of a village, with what `frame.settings` knows about it."""

    address: str = ""
    directions: str = ""
    directions_en: str = ""
    phone: str = ""
    whatsapp: str = ""
    email: str = ""


@dataclass
class SampleFrame:
    """What components read from the frame of a page."""

    settings: SampleOffice = field(default_factory=SampleOffice)
    opening_hours: list = field(default_factory=list)
    closed_days: list = field(default_factory=list)
    office_status: OfficeStatus | None = None
    village: SampleVillage | None = None
    portal_url: str = NOWHERE
    home_url: str = NOWHERE
    search_url: str = NOWHERE
    admin_url: str = NOWHERE
    logo: Logo | None = None
    crest: Logo | None = None
    menu: list = field(default_factory=list)
    all_pages: list = field(default_factory=list)
    languages: list = field(default_factory=list)

    @property
    def is_portal(self) -> bool:
        return self.village is None

    @property
    def name(self) -> str:
        return self.village.display_name if self.village else "Smart Kampung"

    @property
    def subtitle(self) -> str:
        return f"Kecamatan {self.village.district}" if self.village else "Kabupaten Banyuwangi"
