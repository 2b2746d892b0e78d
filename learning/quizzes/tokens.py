"""What the form of a quiz carries unseen, signed: of which course and version it is, and how it is mixed.

It has no end: a form that was kept for use without a line may be weeks old.
"""

from typing import NamedTuple, Self

from django.core import signing
from django.utils.crypto import get_random_string

SIGNER = signing.Signer(salt="learning.quiz", sep=".")
SEED_LENGTH = 8


class Token(NamedTuple):
    """`revision_id` is 0 where the course was published without a version being stored."""

    course_id: int
    revision_id: int
    seed: str

    @classmethod
    def fresh(cls, course) -> Self:
        return cls(course.pk, course.live_revision_id or 0, get_random_string(SEED_LENGTH))

    @classmethod
    def read(cls, text: str, course) -> Self | None:
        """None where it is missing, forged or of another course."""
        try:
            course_id, revision_id, seed = SIGNER.unsign(text).split("-")
        except (signing.BadSignature, ValueError):
            return None
        token = cls(int(course_id), int(revision_id), seed)
        return token if token.course_id == course.pk else None

    def __str__(self):
        return SIGNER.sign(f"{self.course_id}-{self.revision_id}-{self.seed}")
