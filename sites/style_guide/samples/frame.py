"""What stands around each page: the village, its office, the frame."""

from dataclasses import dataclass, field

from sites.media.logos import Logo
from sites.opening_hours import OfficeStatus

from .basics import NOWHERE


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
