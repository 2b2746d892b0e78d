"""Parts of a file, as players ask for them: iPhones play nothing from a server that only sends the whole."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import parse_http_date_safe

# Longer numbers than any file has bytes are no numbers of bytes.
RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
CHUNK = 64 * 1024


def answer_in_part(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Answer with the part of the file that was asked for, or with `response` itself.

    One part only: who asks for several gets the whole, as the standard allows. Where the file has changed
    since the reader got a first part (`If-Range`), it is sent whole, too.
    """
    if not isinstance(response, FileResponse) or response.status_code != 200:
        return response
    response["Accept-Ranges"] = "bytes"
    asked = RANGE.fullmatch(request.headers.get("Range", "").strip())
    if request.method != "GET" or not asked or not any(asked.groups()) or not _still_holds(request, response):
        return response
    size = int(response["Content-Length"])
    start, end = _bounds(*asked.groups(), size)
    if start > end or start >= size:
        response.file_to_stream.close()
        return HttpResponse(
            status=416, headers={"Content-Range": f"bytes */{size}", "Accept-Ranges": "bytes"}
        )
    return _part(response, start, end, size)


def _bounds(first: str, last: str, size: int) -> tuple[int, int]:
    """First and last byte; without a first, the last so many bytes are meant."""
    if not first:
        return (max(0, size - int(last)), size - 1) if int(last) else (size, size - 1)
    return int(first), min(int(last), size - 1) if last else size - 1


def _still_holds(request: HttpRequest, response: HttpResponseBase) -> bool:
    condition = request.headers.get("If-Range")
    if not condition:
        return True
    if condition.startswith('"'):
        return condition == response.get("ETag")
    asked = parse_http_date_safe(condition)
    return asked is not None and asked == parse_http_date_safe(response.get("Last-Modified", ""))


def _part(response: FileResponse, start: int, end: int, size: int) -> StreamingHttpResponse:
    part = StreamingHttpResponse(Section(response.file_to_stream, start, end + 1 - start), status=206)
    for name, value in response.items():
        part[name] = value
    part["Content-Length"] = end + 1 - start
    part["Content-Range"] = f"bytes {start}-{end}/{size}"
    return part


class Section:
    """A part of an open file in chunks; closed whether it was sent to the end or the player has gone."""

    def __init__(self, file: BinaryIO, start: int, length: int):
        self.file, self.left = file, length
        file.seek(start)

    def __iter__(self) -> Iterator[bytes]:
        while self.left and (chunk := self.file.read(min(CHUNK, self.left))):
            self.left -= len(chunk)
            yield chunk

    def close(self) -> None:
        self.file.close()
