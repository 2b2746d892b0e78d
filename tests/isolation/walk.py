"""Somebody walks over addresses; what they saw or changed of others is written down, and taken back."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any
from unittest import mock

from django.core import mail
from django.core.cache import cache
from django.core.files.storage import FileSystemStorage
from django.db import transaction
from django.http import HttpResponse
from django.test import Client, TestCase

from .answers import leads_away, marks_in, told_by, without_names
from .snapshot import Snapshot, written_tables
from .world import Person, World

# A host that is no part of this: nobody may be sent there.
AWAY = "https://jahat.example/curi/"
SCRIPT = {"x-requested-with": "XMLHttpRequest"}
# Anybody may ask for a link to a new password for an address; it goes to that address.
LETTERS = {"wagtailadmin_password_reset"}
# Sums of all villages, which offices read: they say the names of villages, which are public, and no more.
SUMS = {f"market_desk:{name}" for name in ("regency_figures", "regency_table")}
SUMS |= {f"market_desk:{name}" for name in ("readiness_overview", "readiness_table")}
SUMS |= {f"request_desk:{name}" for name in ("regency_report", "regency_table")}
# Where Wagtail fails on a form that no browser sends, before it looks at whose it is.
FRAIL = {
    ("wagtailadmin_choose_page_external_link", "AttributeError"),
    ("wagtailadmin_pages:add", "MultiValueDictKeyError"),
    ("wagtailadmin_pages:preview_on_add", "MultiValueDictKeyError"),
}


@dataclass
class Probe:
    """One request, with the name of its address for the report."""

    name: str
    url: str
    method: str = "get"
    data: Any = None
    headers: dict = field(default_factory=dict)
    content_type: str | None = None

    def __str__(self):
        return f"{self.method.upper()} {self.url}" + (" (script)" if self.headers else "")


class Walker:
    """Sends probes as one person; each leaves the database as it was."""

    def __init__(self, world: World, person: Person, client: Client, snapshot: Snapshot):
        self.person, self.client, self.snapshot = person, client, snapshot
        self.foreign = world.foreign_to(person)
        self.marks = [part.mark for part in self.foreign]
        self.hosts = {part.site.hostname for part in world.parts}
        self.client.raise_request_exception = False
        self.cookies = SimpleCookie(client.cookies.output(header=""))
        self.findings: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.count = 0

    def ask(self, probe: Probe) -> HttpResponse:
        """Send a probe, note what it brought to light, and undo it."""
        response, changes = self.try_out(probe)
        self.count += 1
        if response.status_code >= 500 and (probe.name, _exception(response)) not in FRAIL:
            self._note("FAILED", probe, f"status {response.status_code} {_reason(response)}")
        told = told_by(response)
        if probe.name in SUMS and self.reads_sums:
            told = without_names(told, self.foreign)
        for excerpt in marks_in(told, self.marks):
            self._note("READ", probe, f"status {response.status_code}: …{excerpt}…")
        if away := leads_away(response, self.hosts):
            self._note("LED AWAY", probe, away)
        for change in changes:
            self._note("WROTE", probe, f"status {response.status_code}: {change}")
        return response

    @property
    def reads_sums(self) -> bool:
        """Whether it is somebody who publishes for all villages, and works for none of them."""
        return not any(part.village for part in self.person.own)

    def try_out(self, probe: Probe) -> tuple[HttpResponse, list[str]]:
        """Send a probe and undo it; return the answer and the changes to what is not the person's."""
        changes = []
        letters = len(mail.outbox)
        with transaction.atomic(), kept_files() as files:
            with written_tables() as tables, TestCase.captureOnCommitCallbacks(execute=True):
                response = self._send(probe)
            if tables:
                changes = self.snapshot.changes(tables, self.foreign, self.person.own)
            transaction.set_rollback(True)
        changes += [f"{name}: file removed" for name in files if marks_in(name.lower(), self.marks)]
        if probe.name not in LETTERS:
            addresses = [address for letter in mail.outbox[letters:] for address in letter.to]
            changes += [f"letter to {address}" for address in addresses if marks_in(address, self.marks)]
        if tables:
            cache.clear()
        # A probe may log its sender out, or leave a message for the next page.
        self.client.cookies = SimpleCookie(self.cookies.output(header=""))
        return response, changes

    def _send(self, probe: Probe) -> HttpResponse:
        send = getattr(self.client, probe.method)
        if probe.method == "get":
            return send(probe.url, headers=probe.headers)
        options = {"content_type": probe.content_type} if probe.content_type else {}
        return send(probe.url, data=probe.data or {}, headers=probe.headers, **options)

    def _note(self, kind: str, probe: Probe, text: str) -> None:
        self.findings[kind, probe.name].append(f"{probe}: {text}")

    def report(self, examples: int = 2) -> str:
        """All findings, by kind and name of the address, with some of the requests that led to each."""
        lines = [f"{len(self.findings)} findings in {self.count} requests:"]
        for (kind, name), found in sorted(self.findings.items()):
            lines += [f"{kind} {name} ({len(found)} times)", *(f"    {text}" for text in found[:examples])]
        return "\n".join(lines)


@contextmanager
def kept_files() -> Iterator[list[str]]:
    """Collect the names of files that would be removed; a rollback could not bring them back."""
    names = []
    with mock.patch.object(FileSystemStorage, "delete", lambda storage, name: names.append(name)):
        yield names


def _exception(response: HttpResponse) -> str:
    information = getattr(response, "exc_info", None)
    return information[0].__name__ if information else ""


def _reason(response: HttpResponse) -> str:
    information = getattr(response, "exc_info", None)
    return repr(information[1])[:300] if information else ""
