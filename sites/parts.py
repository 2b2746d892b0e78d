"""What a page shows below its own address, under a title of its own, such as a lesson of a course."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.functional import cached_property


class Part:
    """Stands for the page in the head, the trail and the JSON-LD, and has what those ask of a page.

    A part has `whole` (its page), `title`, `slug` and `summary`.
    """

    schema_type = "WebPage"
    open_graph_type = "website"
    seo_title = ""

    def get_url(self, request: HttpRequest | None = None) -> str:
        return f"{self.whole.get_url(request)}{self.slug}/"

    @property
    def full_url(self) -> str:
        return f"{self.whole.full_url}{self.slug}/"

    @property
    def locale(self):
        return self.whole.locale

    @property
    def depth(self) -> int:
        return self.whole.depth + 1

    @property
    def depth_below_home(self) -> int:
        return self.whole.depth_below_home + 1

    @cached_property
    def open_trail(self) -> list:
        return [*self.whole.open_trail, self.whole]

    @property
    def heading(self) -> str:
        return f"{self.title} · {self.whole.title}"

    @property
    def description(self) -> str:
        return self.summary

    def open_graph(self) -> list[tuple[str, object]]:
        return []

    def in_version(self, page) -> Part | None:
        """The same part of another version of the page; None where that lacks it."""
        raise NotImplementedError

    def structured_data(self, request: HttpRequest) -> dict:
        raise NotImplementedError
