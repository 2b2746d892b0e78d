"""The form of a class as its editor sends it."""

from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from culture.recurrence import read

TYPED = ["title", "slug", "kind", "level", "language", "place", "room", "quota", "fee_rupiah"]
CHOSEN = ["age_from", "age_to", "teacher_name", "latitude", "longitude", "registration_until"]
TICKED = ["takes_registrations", "has_waiting_list", "teacher_agreed", "is_cancelled"]


def class_form(page, **values) -> dict:
    """All fields as they stand, with other values where they are given."""
    pattern, days = read(page.recurrence)
    form = {name: getattr(page, name) for name in TYPED}
    form |= {name: getattr(page, name) or "" for name in CHOSEN}
    form |= {name: "on" for name in TICKED if getattr(page, name)}
    form |= {name: f"{getattr(page, name):%Y-%m-%d}" for name in ("term_from", "term_to")}
    form |= {name: f"{getattr(page, name):%H:%M}" for name in ("starts_at", "ends_at")}
    form |= {"recurrence_pattern": str(pattern), "body": streamfield([]), "related_pages": inline_formset([])}
    blank = ("summary", "bring", "teacher_role", "whatsapp", "cancel_reason", "art_form", "listing_image")
    form |= dict.fromkeys((*blank, "search_description"), "")
    # A list of choices is sent as it is.
    return {**nested_form_data(form), "recurrence_days": list(days), **values}
