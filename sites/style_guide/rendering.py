"""A state of a component as HTML that can stand on one page beside others of its kind."""

import re
from dataclasses import dataclass

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from .entries import Entry, State

ID = re.compile(r'\sid="([^"]+)"')
REFERENCE = re.compile(r'(\s(?:id|for|name|aria-labelledby|aria-describedby|aria-controls)=")([^"]+)(")')
FRAGMENT = re.compile(r'((?:\shref="|="url\()#)([^")]+)(\)?")')
LABELLED = re.compile(r'(<(?:aside|form|nav|section)\b[^>]*\saria-label=")([^"]+)(")')
TITLED = re.compile(r'(<(?:aside|form|nav|section)\b[^>]*\saria-labelledby="[^"]+)(")')
TAKES_FOCUS = re.compile(r"\sautofocus\b")


@dataclass(frozen=True)
class Shown:
    """A state beside its HTML; `caption_id` belongs on the words that name the state."""

    state: State
    html: SafeString
    caption_id: str


def show(entry: Entry, request: HttpRequest) -> list[Shown]:
    """Render every state from the real template, each under names of its own."""
    shown = []
    for number, state in enumerate(entry.states, start=1):
        html = render_to_string(entry.template, state.context, request)
        suffix = f"{entry.slug}-{number}"
        html = apart(html, suffix, f"{entry.title}, {state.title}", f"{entry.slug} state--{suffix}")
        shown.append(Shown(state, mark_safe(html), f"state--{suffix}"))
    return shown


def apart(html: str, suffix: str, title: str, title_ids: str) -> str:
    """Rename what a page may hold only once (ids, names, landmarks), and leave the focus where it is.

    `title_ids` are the elements that say the title.
    """
    ids = set(ID.findall(html))

    def renamed(match: re.Match) -> str:
        return f"{match[1]}{' '.join(f'{name}--{suffix}' for name in match[2].split())}{match[3]}"

    def renamed_target(match: re.Match) -> str:
        return renamed(match) if match[2] in ids else match[0]

    html = FRAGMENT.sub(renamed_target, REFERENCE.sub(renamed, html))
    html = LABELLED.sub(lambda match: f"{match[1]}{match[2]}, {title}{match[3]}", html)
    html = TITLED.sub(lambda match: f"{match[1]} {title_ids}{match[2]}", html)
    return TAKES_FOCUS.sub("", html)
