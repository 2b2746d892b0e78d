"""Art forms, recordings, classes and events."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.utils import timezone

from sites import moments
from sites.models import VillageImage

from .basics import SampleDocument, SamplePage


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
