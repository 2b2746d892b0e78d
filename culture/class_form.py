"""What a class must be before it can be published, and what its editor is warned of."""

from collections.abc import Iterator

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from culture import recurrence
from culture.recurrence_field import RecurrenceField
from sites.forms import TypedOnceForm

OLDEST = 120


class ClassPageForm(TypedOnceForm):
    """A draft may wait with what is missing; what is wrong has an error beside it, in plain words."""

    recurrence = RecurrenceField(label=_("Days"))

    def clean(self):
        cleaned = super().clean()
        if "term_from" in self.fields:
            # Drafts, too, must be in order: the database keeps no others.
            found = self._about_order if self.is_deferred_validation else self._complaints
            for name, complaint in found(cleaned):
                if name not in self.errors:
                    self.add_error(name, complaint)
        return cleaned

    def _complaints(self, cleaned: dict) -> Iterator[tuple[str, str]]:
        yield from self._about_order(cleaned)
        yield from self._about_term(cleaned)
        yield from self._about_seats(cleaned)
        first, last = cleaned.get("age_from"), cleaned.get("age_to")
        if first is not None and last is not None and last < first:
            yield (
                "age_to",
                gettext("The higher age must not lie below the lower one (%(age)d).") % {"age": first},
            )
        elif (last or first or 0) > OLDEST:
            yield ("age_to" if last else "age_from"), gettext("Write an age in years, 120 at most.")
        if cleaned.get("teacher_name") and not cleaned.get("teacher_agreed"):
            message = gettext("Tick that the teacher agrees, or take the name out: the role is enough.")
            yield "teacher_agreed", message

    def _about_order(self, cleaned: dict) -> Iterator[tuple[str, str]]:
        begins, ends = cleaned.get("starts_at"), cleaned.get("ends_at")
        if begins and ends and ends <= begins:
            yield "ends_at", gettext("It would end before it begins. Choose a later time.")
        first, last = cleaned.get("term_from"), cleaned.get("term_to")
        if first and last and last < first:
            yield "term_to", gettext("The term would end before it begins. Choose a later day.")

    def _about_term(self, cleaned: dict) -> Iterator[tuple[str, str]]:
        first, last, rule = (cleaned.get(name) for name in ("term_from", "term_to", "recurrence"))
        if not (first and last):
            return
        if rule and first <= last:
            number = len(recurrence.days_of(rule, first, last))
            if not number:
                yield (
                    "recurrence",
                    gettext("No such day lies within the term. Choose other days or a longer term."),
                )
            elif number > recurrence.MOST_SESSIONS:
                message = gettext("That would be more than %(most)d sessions. Choose a shorter term.")
                yield "term_to", message % {"most": recurrence.MOST_SESSIONS}
        until = cleaned.get("registration_until")
        if until and until > last:
            yield (
                "registration_until",
                gettext("Registration would end after the class. Choose an earlier day."),
            )

    def _about_seats(self, cleaned: dict) -> Iterator[tuple[str, str]]:
        quota = cleaned.get("quota")
        if quota is None or not cleaned.get("takes_registrations"):
            return
        if quota < 1:
            yield "quota", gettext("A class has one seat at least.")
        taken = self.instance.seats_taken if self.instance.pk else 0
        if quota < taken:
            message = ngettext(
                "%(taken)d person has a seat already. Write %(taken)d or more, or take people out first.",
                "%(taken)d people have a seat already. Write %(taken)d or more, or take people out first.",
                taken,
            )
            yield "quota", message % {"taken": taken}
