"""A state of a component as HTML that can stand on one page beside others of its kind."""

import re

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from .entries import Entry, State

ID = re.compile(r'\sid="([^"]+)"')
REFERENCE = re.compile(r'(\s(?:id|for|name|aria-labelledby|aria-describedby|aria-controls)=")([^"]+)(")')
FRAGMENT = re.compile(r'(\shref="#)([^"]+)(")')
LANDMARK = re.compile(r'(<(?:aside|form|nav|section)\b[^>]*\saria-label=")([^"]+)(")')
TAKES_FOCUS = re.compile(r"\sautofocus\b")


def render(entry: Entry, state: State, number: int, request: HttpRequest) -> SafeString:
    """Render a state from the real template; names that a page may hold once get the state's number."""
    html = render_to_string(entry.template, state.context, request)
    return mark_safe(apart(html, f"{entry.slug}-{number}", str(state.title)))


def apart(html: str, suffix: str, title: str) -> str:
    """Give ids, names and landmarks a name of their own, and leave the focus where it is."""
    ids = set(ID.findall(html))

    def renamed(match: re.Match) -> str:
        return f"{match[1]}{' '.join(f'{name}--{suffix}' for name in match[2].split())}{match[3]}"

    def renamed_target(match: re.Match) -> str:
        return renamed(match) if match[2] in ids else match[0]

    html = FRAGMENT.sub(renamed_target, REFERENCE.sub(renamed, html))
    html = LANDMARK.sub(lambda match: f"{match[1]}{match[2]}, {title}{match[3]}", html)
    return TAKES_FOCUS.sub("", html)
