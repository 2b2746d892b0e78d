"""Wagtail's API v3, which no address of the sites leads to, stays out of memory.

Wagtail 8.0.1 loads it into every process, whether "wagtail.api.v3" is installed or not: its apps add their
parts to it when they get ready. With django-ninja that is 25 MB of each worker and a fifth of its start. They
find stand-ins here, which take the parts and do nothing; see docs/decisions/0047-unused-api.md.
"""

import sys
from types import ModuleType

WITH_TYPES = [
    "wagtail.documents.api.v3.registry",
    "wagtail.images.api.v3.registry",
    "wagtail.snippets.api.v3",
]
WITH_ROUTER = [
    "wagtail.contrib.redirects.api.v3",
    "wagtail.documents.api.v3.router",
    "wagtail.images.api.v3.router",
    "wagtail.locales.api.v3",
    "wagtail.snippets.api.v3.router",
]


class UnusedApi:
    """Takes the parts that apps add, and serves none."""

    def add_router(self, prefix: str, router: None) -> None:
        pass


def stand_in(name: str, **values: object) -> None:
    module = ModuleType(name, __doc__)
    vars(module).update(values)
    sys.modules.setdefault(name, module)


def leave_out() -> None:
    """To be called before Django sets up its apps."""
    stand_in("wagtail.api.v3.api", api=UnusedApi())
    for name in WITH_TYPES:
        stand_in(name, register_content_types=lambda: None)
    for name in WITH_ROUTER:
        stand_in(name, router=None)
