"""The list of a pack: every part of a course that can be read without a line, with its true weight."""

import json
from dataclasses import dataclass, field

from django.core.cache import cache
from django.http import HttpRequest
from django.utils.translation import get_language, gettext

from learning.lessons import QUIZ
from sites.frame import frame_for
from sites.offline.worker import shell_version

from .files import PackFile, digest, documents_of, look_files, page_file, picture_files
from .shown import addresses_in

KEPT_SECONDS = 24 * 60 * 60
CAPTIONS, RECORDINGS = "text/vtt", ("audio/", "video/")


@dataclass
class PackItem:
    """What somebody may choose. `files` are its own address first, then what belongs to it."""

    title: str
    kind: str
    files: list[PackFile] = field(default_factory=list)
    chosen: bool = True

    def as_data(self) -> dict:
        return {
            "url": self.files[0].url,
            "title": self.title,
            "kind": self.kind,
            "chosen": self.chosen,
            "bytes": sum(file.bytes for file in self.files),
            "files": [file.as_data() for file in self.files],
        }


def pack_of(course, request: HttpRequest) -> dict:
    """The list of a course on the requested site. Its pages are made once a day for it."""
    site = frame_for(request).site
    shell = shell_version()
    key = digest(course.pk, course.live_revision_id, course.last_published_at, site.pk, get_language(), shell)
    return cache.get_or_set(f"pack:{key}", lambda: PackMaker(course, request, shell).make(), KEPT_SECONDS)


class PackMaker:
    """Makes the pages of a course as readers get them, and weighs them with all that they show."""

    def __init__(self, course, request: HttpRequest, shell: str):
        self.course, self.request, self.shell = course, request, shell
        self.address = course.get_url(request)
        self.items: list[PackItem] = []
        self.extras: dict[str, PackItem] = {}
        self.looks: list[str] = []

    def make(self) -> dict:
        self.add("", gettext("Course page"), "course", self.course.live_revision_id)
        raw = self.course.lessons.get_prep_value()
        order = [(lesson.title, lesson.slug) for lesson in self.course.lesson_list]
        for lesson, content in zip(self.course.lesson_list, raw, strict=True):
            title = f"{lesson.number}. {lesson.title}"
            self.add(f"{lesson.slug}/", title, "lesson", json.dumps([content, order], default=str))
        if self.course.question_list:
            self.add(f"{QUIZ}/", gettext("Quiz"), "quiz", self.course.live_revision_id)
        return self.as_data([*self.items, *self.extras.values()])

    def as_data(self, items: list[PackItem]) -> dict:
        look = look_files(dict.fromkeys(self.looks))
        versions = [file.version for item in items for file in item.files]
        return {
            "key": str(self.course.translation_key),
            "language": get_language(),
            "version": digest(*versions, *(file.version for file in look), *(item.title for item in items)),
            "title": self.course.title,
            "url": self.address,
            "bytes": self.weight_of([item for item in items if item.chosen]),
            "look": [file.as_data() for file in look],
            "items": [item.as_data() for item in items],
        }

    @staticmethod
    def weight_of(items: list[PackItem]) -> int:
        """Bytes of some items together; what several of them show travels once."""
        return sum({file.url: file.bytes for item in items for file in item.files}.values())

    def add(self, path: str, title: str, kind: str, content: object) -> None:
        html = self.html_of(path)
        addresses = addresses_in(html.decode())
        self.looks += addresses
        pictures = picture_files(self.request, addresses)
        item = PackItem(title, kind, pictures)
        for document, file in documents_of(self.request, addresses):
            if file.type == CAPTIONS:
                item.files.append(file)
            else:
                self.extras.setdefault(file.url, extra_of(document, file))
        version = digest(self.course.title, content, self.shell, *(file.version for file in item.files))
        item.files.insert(0, page_file(self.address + path, html, version))
        self.items.append(item)

    def html_of(self, path: str) -> bytes:
        request = self.request_for(self.address + path)
        view, args, kwargs = self.course.route(request, [part for part in path.split("/") if part]).args
        response = view(request, *args, **kwargs)
        return (response.render() if hasattr(response, "render") else response).content

    def request_for(self, address: str) -> HttpRequest:
        """The same request for another address; what was found out for the first one is left behind."""
        request = type(self.request).__new__(type(self.request))
        vars(request).update(vars(self.request), path=address, path_info=address)
        for known in ("_frame", "headers"):
            vars(request).pop(known, None)
        # Nobody reads it now: it is not to be counted as opened.
        request.META = self.request.META | {"HTTP_SEC_PURPOSE": "prefetch"}
        return request


def extra_of(document, file: PackFile) -> PackItem:
    """A worksheet; or a recording, which is heavy and so is chosen by nobody else."""
    is_recording = file.type.startswith(RECORDINGS)
    kind = "recording" if is_recording else "worksheet"
    return PackItem(f"{document.title} ({document.type_text})", kind, [file], chosen=not is_recording)
