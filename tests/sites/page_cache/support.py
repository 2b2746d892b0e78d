"""A reader without a browser, who asks the page cache for pages, and a Django that is none."""

import io
from dataclasses import dataclass, field
from threading import Lock

from sites.page_cache.flights import PATIENCE_SECONDS, Flights
from sites.page_cache.generations import FileGenerations
from sites.page_cache.layer import PageCache, Rules
from sites.page_cache.marks import MARK, Mark
from sites.page_cache.shelves import Files, Memory
from sites.page_cache.tally import Tally
from sites.waiting_room import refuse

__all__ = ["Answer", "MadeUp", "ask", "cache_in"]
HOST = "kemiren.localhost"


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


def ask(application, address="/", host=HOST, method="GET", **headers) -> Answer:
    """Send a request as a server would; headers as `IF_NONE_MATCH="…"`."""
    path, _, query = address.partition("?")
    environ = {
        "REQUEST_METHOD": method,
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "HTTP_HOST": host,
        "SERVER_NAME": host.partition(":")[0],
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": io.StringIO(),
    }
    environ |= {f"HTTP_{name}": value for name, value in headers.items()}
    given = {}

    def start_response(status, sent, exc_info=None):
        given.update(status=int(status[:3]), headers=dict(sent))

    parts = application(environ, start_response)
    try:
        body = b"".join(parts)
    finally:
        if hasattr(parts, "close"):
            parts.close()
    return Answer(given["status"], given["headers"], body)


@dataclass
class MadeUp:
    """Answers as Django would, and says that everything may be kept; counts how often it was asked."""

    status: str = "200 OK"
    text: str = "Selamat datang"
    headers: dict[str, str] = field(default_factory=dict)
    names: tuple[str, ...] = ("village 1",)
    counted: tuple[str, ...] = ()
    token: bool = False
    parameters: frozenset[str] | None = None
    asked: list[str] = field(default_factory=list)
    before: object = None
    lock: Lock = field(default_factory=Lock)

    def __call__(self, environ, start_response):
        with self.lock:
            self.asked.append(f"{environ['HTTP_HOST']}{environ['PATH_INFO']}?{environ['QUERY_STRING']}")
        if self.before:
            self.before()
        mark = environ.get(MARK) or Mark()
        mark.names[:], mark.parameters = self.names, self.parameters
        mark.counted[:] = [list(self.counted)] if self.counted else []
        if self.token:
            environ["CSRF_COOKIE"] = "secret"
        body = f"{self.text} di {environ['HTTP_HOST']}{environ['PATH_INFO']}".encode()
        headers = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body))}
        start_response(self.status, list((headers | self.headers).items()))
        return [body]


def cache_in(
    folder,
    django,
    *,
    generations=None,
    parameters=("page", "kind"),
    memory=10_000_000,
    disk=10_000_000,
    seats=None,
    patience=PATIENCE_SECONDS,
    **rules,
):
    """A page cache of its own, as each process of a server has one; those of one folder share their pages."""
    usual = {"cookies": ("sessionid", "csrftoken"), "is_closed": lambda: False, "everything": "everything"}
    usual["refuse"] = refuse
    return PageCache(
        django=django,
        generations=generations or FileGenerations(folder / "generations"),
        memory=Memory(memory),
        files=Files(folder / "pages", disk),
        flights=Flights(folder / "lanes", seats, patience),
        rules=Rules(frozenset(parameters), **usual | rules),
        tally=Tally(),
    )


def write_down(path: str, _day, number: int) -> None:
    """Adds up views in a file, where no database is."""
    with open(path, "a") as file:
        file.write(f"{number}\n")
