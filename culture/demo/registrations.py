"""Who has registered for the sample classes: invented people, whose numbers reach nobody."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from culture.models import ClassPage
from culture.registering import seats
from culture.states import UNDER_AGE, SessionState, age_groups_of

NUMBERS = ("Satu", "Dua", "Tiga", "Empat", "Lima", "Enam", "Tujuh", "Delapan", "Sembilan")
# How many have registered; one class is full, and some wait for a seat.
REGISTERED = {
    "tari-gandrung-anak": 17,
    "mocoan-lontar": 15,
    "batik-gajah-oling": 11,
    "hadrah-kuntulan": 9,
    "komputer-dasar": 12,
    "anyaman-bambu": 4,
    "foto-produk-umkm": 6,
}
# Meetings that do not take place as planned, counted from the next one.
CANCELLED = {"tari-gandrung-anak": (1, "Balai desa dipakai rapat", "The hall is needed for a meeting")}
MOVED = {"tari-gandrung-anak": (2, "Pelatih mengisi acara", "The coach performs elsewhere")}
# Indonesian free-call numbers start with 0800-1, so that these reach nobody.
FIRST_PHONE = 8_000_000_900


def add(slug: str, page: ClassPage) -> None:
    for number in range(1, REGISTERED.get(slug, 0) + 1):
        seats.register(page, person(page, number), uuid4())
    coming = list(page.sessions.filter(starts_at__gt=timezone.now()))
    for plan, state, delay in ((CANCELLED, SessionState.CANCELLED, 0), (MOVED, SessionState.MOVED, 1)):
        if slug in plan:
            place, reason, reason_en = plan[slug]
            session = coming[place]
            session.state, session.reason, session.reason_en = state, reason, reason_en
            session.starts_at += timedelta(days=delay)
            session.ends_at += timedelta(days=delay)
            session.save()


def person(page: ClassPage, number: int) -> seats.Person:
    """Somebody of an age that the class is for, with a number that reaches nobody."""
    name = name_of(number)
    groups = age_groups_of(page)
    age_group = groups[number % len(groups)]
    return seats.Person(
        name=f"Peserta Contoh {name}",
        age_group=age_group,
        language="id",
        guardian_name=f"Wali Contoh {name}" if age_group in UNDER_AGE else "",
        whatsapp=f"+62{FIRST_PHONE + number}",
    )


def name_of(number: int) -> str:
    """Of 1 to 19, in words: a name has no digits."""
    if number < 10:
        return NUMBERS[number - 1]
    words = {10: "Sepuluh", 11: "Sebelas"}
    return words.get(number) or f"{NUMBERS[number - 11]} Belas"
