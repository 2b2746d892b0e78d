"""Pictures, pages, files and choices that samples of every kind need."""

from dataclasses import dataclass

from django.templatetags.static import static
from django.utils import timezone
from wagtail.models import Locale, Page

from sites.media.logos import Logo
from sites.media.renditions import spec
from sites.models import AnnouncementPage, VillageImage

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
class Choice:
    """An option of a facet or of a question."""

    value: str
    label: str
    count: int = 0
    is_chosen: bool = False
    mark: str = ""
