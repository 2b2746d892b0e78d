"""What a class must be: in order even as a draft, and complete before readers see it."""

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext, ngettext

from culture import recurrence

OLDEST = 120
Complaint = tuple[str, str]


def complaints(values: Mapping, seats_taken: int) -> Iterator[Complaint]:
    """Yield the name of each field that is wrong, with what to do, by the values of all fields."""
    yield from about_order(values)
    yield from _about_term(values)
    yield from _about_seats(values, seats_taken)
    yield from _about_people(values)


def about_order(values: Mapping) -> Iterator[Complaint]:
    """What not even a draft may be, for the database keeps no others."""
    begins, ends = values.get("starts_at"), values.get("ends_at")
    if begins and ends and ends <= begins:
        yield "ends_at", gettext("It would end before it begins. Choose a later time.")
    first, last = values.get("term_from"), values.get("term_to")
    if first and last and last < first:
        yield "term_to", gettext("The term would end before it begins. Choose a later day.")


def _about_term(values: Mapping) -> Iterator[Complaint]:
    first, last, rule = (values.get(name) for name in ("term_from", "term_to", "recurrence"))
    if not (first and last):
        return
    if rule and first <= last:
        number = len(recurrence.days_of(rule, first, last))
        if not number:
            message = gettext("No such day lies within the term. Choose other days or a longer term.")
            yield "recurrence", message
        elif number > recurrence.MOST_SESSIONS:
            message = gettext("That would be more than %(most)d sessions. Choose a shorter term.")
            yield "term_to", message % {"most": recurrence.MOST_SESSIONS}
    until = values.get("registration_until")
    if until and until > last:
        message = gettext("Registration would end after the class. Choose an earlier day.")
        yield "registration_until", message


def _about_seats(values: Mapping, taken: int) -> Iterator[Complaint]:
    quota = values.get("quota")
    if quota is None or not values.get("takes_registrations"):
        return
    if quota < 1:
        yield "quota", gettext("A class has one seat at least.")
    if quota < taken:
        message = ngettext(
            "%(taken)d person has a seat already. Write %(taken)d or more, or take people out first.",
            "%(taken)d people have a seat already. Write %(taken)d or more, or take people out first.",
            taken,
        )
        yield "quota", message % {"taken": taken}


def _about_people(values: Mapping) -> Iterator[Complaint]:
    first, last = values.get("age_from"), values.get("age_to")
    if first is not None and last is not None and last < first:
        message = gettext("The higher age must not lie below the lower one (%(age)d).")
        yield "age_to", message % {"age": first}
    elif (last or first or 0) > OLDEST:
        yield ("age_to" if last else "age_from"), gettext("Write an age in years, 120 at most.")
    if values.get("teacher_name") and not values.get("teacher_agreed"):
        message = gettext("Tick that the teacher agrees, or take the name out: the role is enough.")
        yield "teacher_agreed", message
