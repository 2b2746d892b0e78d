"""What Kemiren's office works with: who is at the counter on which day, and texts that are sent often."""

from django.db import transaction

from services.models import CannedAnswer, DutyShift
from sites.models import Village

from . import samples


def seed(report) -> None:
    village = samples.village()
    if village is None or village.duty_shifts.exists():
        return
    read = samples.read()
    with transaction.atomic():
        for shift in read["duty"]:
            add_shifts(shift, village)
        for answer in read["answers"]:
            text = answer["text"]
            CannedAnswer.objects.create(
                village=village, title=answer["title"], text=text["id"], text_en=text["en"]
            )
    report("shifts at the counter")


def add_shifts(sample: dict, village: Village) -> None:
    shown = sample["shown_as"]
    user = samples.clerk_of(village, sample["account"])
    DutyShift.objects.bulk_create(
        DutyShift(village=village, day=day, shown_as=shown["id"], shown_as_en=shown["en"], user=user)
        for day in sample["days"]
    )
