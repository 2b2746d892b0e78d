"""Pages of many hosts as a server sends them, kept for others to send the same bytes."""

import pickle
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import Request, urlopen
from xml.etree import ElementTree

CODINGS = {"gzip": "gzip, deflate", "br": "gzip, deflate, br"}
NOT_KEPT = {"date", "server", "connection", "transfer-encoding", "set-cookie"}
MOST = 100

Page = tuple[str, str]
Saved = dict[tuple[str, str, str], tuple[list[tuple[str, str]], bytes]]


def fetch(port: int, host: str, path: str, coding: str = "identity"):
    headers = {"Host": host, "Accept-Encoding": coding, "Accept": "text/html", "Accept-Language": "id"}
    return urlopen(Request(f"http://127.0.0.1:{port}{path}", headers=headers), timeout=60)


def pages(port: int, hosts: list[str]) -> list[Page]:
    """Host and path of what the sitemaps name and any reader may be sent, by turns of hosts, at most 100."""
    found = []
    for host in hosts:
        tree = ElementTree.parse(fetch(port, host, "/sitemap.xml"))
        addresses = [
            urlsplit(place.text) for place in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
        ]
        found += [(host, address.path) for address in addresses if address.hostname == host]
    step = max(1, len(found) // MOST)
    return [page for page in found[::step][:MOST] if is_for_anybody(port, *page)]


def is_for_anybody(port: int, host: str, path: str) -> bool:
    """Whether two readers are sent the same; pages of complaints and quizzes carry a key for each of them."""
    first, second = (fetch(port, host, path).headers for _reader in range(2))
    return "private" not in first["Cache-Control"] and first["ETag"] == second["ETag"]


def save(port: int, wanted: list[Page]) -> Saved:
    """Each page in both codings, with its headers."""
    saved = {}
    for host, path in wanted:
        for coding, header in CODINGS.items():
            with fetch(port, host, path, header) as answer:
                kept = [(name, value) for name, value in answer.getheaders() if name.lower() not in NOT_KEPT]
                saved[host, path, coding] = (kept, answer.read())
    return saved


def keep(saved: Saved, folder: Path) -> Path:
    """For the bare function: one file; for nginx: a file for each page and coding, and its map."""
    names = {}
    for number, ((host, path, coding), (_headers, body)) in enumerate(saved.items()):
        name = names.setdefault((host, path), str(number))
        (folder / f"{name}.{coding}").write_bytes(body)
    (folder / "pages.map").write_text(
        "".join(f'"{host}{path}" {name};\n' for (host, path), name in names.items())
    )
    (folder / "pages.txt").write_text("".join(f"{host} {path}\n" for host, path in names))
    packed = folder / "pages.pickle"
    packed.write_bytes(pickle.dumps(saved))
    return packed
