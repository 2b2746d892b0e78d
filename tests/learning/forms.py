"""Opens and sends a quiz as a browser does."""

import re
from uuid import UUID

from django.test import Client

from learning.quizzes.answers import field_name
from learning.quizzes.tokens import Token

HOST = "kemiren.localhost"


def quiz_path(course, language: str = "id") -> str:
    return f"/belajar/{course.slug}/kuis/"


def hidden(html: str) -> dict[str, str]:
    """What a form carries unseen."""
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', html))


def fields(course, answers: dict[str, list[str]]) -> dict[str, list[str]]:
    """The fields of a form that was filled in, of answers by the keys of their questions."""
    filled = {}
    for question in course.question_list:
        if question.key not in answers:
            continue
        if question.is_ordered:
            for place, key in enumerate(answers[question.key], start=1):
                filled[field_name(question, key)] = [str(place)]
        else:
            filled[field_name(question)] = answers[question.key]
    return filled


def send(course, answers: dict[str, list[str]], key: UUID | str, path: str = "", host: str = HOST, **more):
    """Send a quiz whose form was opened by the version that is published now."""
    values = {"token": str(Token.fresh(course)), "key": str(key), "by_script": ""}
    filled = values | fields(course, answers) | more
    client = Client(HTTP_HOST=host)
    return client.post(path or quiz_path(course), filled, headers={"origin": f"http://{host}"})
