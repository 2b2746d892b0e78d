"""Pages as text, without a browser: from their sitemaps, and as they travel."""

import gzip
import re
from email.message import Message
from http.client import HTTPConnection
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from tests.journeys.support.server import JourneyServer

HOSTS = ["", "bulurejo", "gombengsari", "kedungrejo", "kemiren", "tamansari", "temenggungan"]


class Answer(NamedTuple):
    status: int
    headers: Message  # by names in any letters
    body: bytes  # as it travelled

    @property
    def text(self) -> str:
        packed = self.headers.get("Content-Encoding") == "gzip"
        return (gzip.decompress(self.body) if packed else self.body).decode()


def ask(server: JourneyServer, url: str, method: str = "GET", **headers: str) -> Answer:
    """Ask the server for an address of any of its hosts, as browsers do: compressed."""
    address = urlsplit(url)
    connection = HTTPConnection("127.0.0.1", server.port, timeout=30)
    path = address.path + (f"?{address.query}" if address.query else "")
    asked = {"Host": address.netloc, "Accept-Encoding": "gzip", "Accept": "text/html,*/*", **headers}
    connection.request(method, path, headers=asked)
    answer = connection.getresponse()
    try:
        return Answer(answer.status, answer.headers, answer.read())
    finally:
        connection.close()


def read(server: JourneyServer, url: str) -> Answer:
    """Ask as `ask` does, and go where the answer leads."""
    answer = ask(server, url)
    return ask(server, urljoin(url, answer.headers["Location"])) if answer.status in (301, 302) else answer


def addresses(server: JourneyServer, host: str) -> list[str]:
    """Every address of a host's sitemap; "" is the portal."""
    root = server.url(f"{host}.localhost" if host else "localhost")
    return re.findall(r"<loc>(.*?)</loc>", ask(server, f"{root}/sitemap.xml").text)
