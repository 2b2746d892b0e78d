"""By what a kept page is found: scheme, host, path and the parameters that are read there."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import parse_qsl, urlencode

# Whose pages are somebody's, or sent by something that keeps rules of its own.
NEVER = ("/admin/", "/static/", "/media/", "/documents/", "/share/", "/newsletter/", "/healthz", "/sw.js")
MOST_CHARACTERS = 1_000


def is_from_anybody(environ: dict, cookies: Collection[str]) -> bool:
    """Whether a request could be answered with what others get; nobody with one of these cookies is."""
    if environ["REQUEST_METHOD"] not in ("GET", "HEAD") or "HTTP_AUTHORIZATION" in environ:
        return False
    sent = environ.get("HTTP_COOKIE")
    return not sent or not any(name in sent for name in cookies)


def is_for_anybody(environ: dict) -> bool:
    """Whether what stands at an address may be kept."""
    host, path, query = environ.get("HTTP_HOST", ""), environ["PATH_INFO"], environ.get("QUERY_STRING", "")
    # In other letters or with a dot behind it the same host would stand in the links of the page.
    if host != host.lower() or host.endswith(".") or path.startswith(NEVER):
        return False
    # Longer ones take more room than they are worth: those of pages have a third of this.
    return len(path) + len(query) <= MOST_CHARACTERS


def narrowed(query: str, names: Collection[str]) -> str:
    """The query with some parameters only, in the order of their names; several of one stay in theirs."""
    if not query:
        return ""
    pairs = [pair for pair in parse_qsl(query, keep_blank_values=True) if pair[0] in names]
    return urlencode(sorted(pairs, key=lambda pair: pair[0]))


def address_of(environ: dict, behind_https: bool) -> str:
    """Scheme, host and path of a request. The language stands in the path."""
    scheme = environ["wsgi.url_scheme"]
    if behind_https:
        # As Django reads it: of several, the first.
        said = environ.get("HTTP_X_FORWARDED_PROTO", "").partition(",")[0].strip()
        scheme = "https" if said == "https" else "http"
    return f"{scheme}://{environ.get('HTTP_HOST', '')}{environ['PATH_INFO']}"


def key_of(address: str, query: str, names: Collection[str]) -> str:
    """The key of the page at an address, with those parameters of the query that are read there."""
    return f"{address}?{narrowed(query, names)}"
