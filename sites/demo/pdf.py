"""Writes a PDF of one page of text, which readers can select, search and have read aloud."""

from collections.abc import Iterable
from textwrap import wrap

PAGE = (595, 842)  # A4, in points
MARGIN = 64
LINE_LETTERS = 84  # that fit between the margins at the size of the text
FONTS = {"F1": "Helvetica", "F2": "Helvetica-Bold"}  # every PDF reader has them


def text_pdf(title: str, label: str, paragraphs: Iterable[str], language: str) -> bytes:
    """Return the file; `label` stands above the title, so that nobody takes a sample for the real thing."""
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R /Lang ({language})"
        " /ViewerPreferences << /DisplayDocTitle true >> >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {PAGE[0]} {PAGE[1]}] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>",
        _stream(_drawn(title, label, paragraphs)),
        *(
            f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"
            for name in FONTS.values()
        ),
        f"<< /Title ({_escaped(title)}) /Producer (Smart Kampung) >>",
    ]
    return _file(objects)


def _drawn(title: str, label: str, paragraphs: Iterable[str]) -> str:
    """Return the drawing commands, from the top of the page to the bottom."""
    height = PAGE[1] - MARGIN
    commands = [_line(label, "F2", 11, height), _line(title, "F2", 18, height - 36)]
    commands.append(f"{MARGIN} {height - 52} m {PAGE[0] - MARGIN} {height - 52} l S")
    height -= 80
    for paragraph in paragraphs:
        for line in wrap(paragraph, LINE_LETTERS):
            commands.append(_line(line, "F1", 11, height))
            height -= 16
        height -= 8
    return "\n".join(commands)


def _line(text: str, font: str, size: int, height: int) -> str:
    return f"BT /{font} {size} Tf {MARGIN} {height} Td ({_escaped(text)}) Tj ET"


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _stream(content: str) -> str:
    return f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream"


def _file(objects: list[str]) -> bytes:
    """Number the objects and end with the table that says where each begins."""
    data, places = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{item}\nendobj\n".encode("cp1252")
    rows = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    table = f"xref\n0 {size}\n0000000000 65535 f \n{rows}trailer\n"
    table += f"<< /Size {size} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + table.encode()
