"""Forms of a page as a browser would send them."""

import json
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.http import HttpResponse

SUBMITS = 4


@dataclass
class Form:
    """Where a form is sent to, its fields, and the buttons that send it."""

    action: str
    fields: list[tuple[str, str]] = field(default_factory=list)
    buttons: list[tuple[str, str]] = field(default_factory=list)

    def submissions(self) -> list[dict[str, list[str]]]:
        """The fields, once for each button."""
        pressed = [[], *([button] for button in self.buttons[:SUBMITS])]
        return [_gathered([*self.fields, *buttons]) for buttons in pressed]


def post_forms(response: HttpResponse, url: str) -> list[Form]:
    """All forms of an answer that are sent by POST; answers for scripts carry theirs in JSON."""
    html = response.content.decode("utf-8", "replace")
    if response.get("Content-Type", "").startswith("application/json"):
        answer = json.loads(html)
        html = answer.get("html") or "" if isinstance(answer, dict) else ""
    reader = _Reader(url)
    reader.feed(html)
    return reader.forms


def without_mark(data: dict[str, list[str]], mark: str) -> dict[str, list[str]]:
    """The same data in other words, so that no answer repeats the mark only because it was sent."""
    spoken = re.compile(re.escape(mark), re.IGNORECASE)
    return {name: [spoken.sub("dikirim", value) for value in values] for name, values in data.items()}


def _gathered(pairs: list[tuple[str, str]]) -> dict[str, list[str]]:
    found = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found


class _Reader(HTMLParser):
    def __init__(self, url: str):
        super().__init__(convert_charrefs=True)
        self.url, self.forms = url, []
        self.form = self.select = self.text = None
        self.options: list[tuple[str, bool]] = []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "form" and (given.get("method") or "").lower() == "post":
            self.form = Form(given.get("action") or self.url)
        elif self.form is None:
            return
        elif tag == "input":
            self._input(given)
        elif tag == "button" and given.get("name"):
            self.form.buttons.append((given["name"], given.get("value") or ""))
        elif tag == "select":
            self.select, self.options = given.get("name"), []
        elif tag == "option" and self.select:
            self.options.append((given.get("value") or "", "selected" in given))
        elif tag == "textarea" and given.get("name"):
            self.text = [given["name"], ""]

    def handle_data(self, data):
        if self.text:
            self.text[1] += data

    def handle_endtag(self, tag):
        if self.form is None:
            return
        if tag == "form":
            self.forms.append(self.form)
            self.form = None
        elif tag == "textarea" and self.text:
            self.form.fields.append(tuple(self.text))
            self.text = None
        elif tag == "select" and self.select:
            chosen = [value for value, is_chosen in self.options if is_chosen]
            self.form.fields += [(self.select, value) for value in chosen or [v for v, _ in self.options[:1]]]
            self.select = None

    def _input(self, given):
        kind, name = (given.get("type") or "text").lower(), given.get("name")
        if not name or name == "csrfmiddlewaretoken" or kind in {"file", "image", "reset"}:
            return
        if kind == "submit":
            self.form.buttons.append((name, given.get("value") or ""))
        elif kind not in {"checkbox", "radio"} or "checked" in given:
            self.form.fields.append((name, given.get("value", "on" if kind == "checkbox" else "") or ""))
