import pytest
from django.utils.translation import override

from learning import durations

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("minutes", "words", "code"),
    [
        (0, "about 0 minutes", "PT0M"),
        (1, "about 1 minute", "PT1M"),
        (45, "about 45 minutes", "PT45M"),
        (60, "about 1 hour", "PT1H"),
        (150, "about 2 hours 30 minutes", "PT2H30M"),
    ],
)
def test_a_time_is_said_in_words_and_for_machines(minutes, words, code):
    with override("en"):
        assert durations.in_words(minutes) == words
    assert durations.for_machines(minutes) == code
