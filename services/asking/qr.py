"""A QR code for a page: one path, which a template draws on white in any size."""

from typing import NamedTuple

from sites.printing.qr import code_of, runs

# Readers of codes want so many white squares around it.
BORDER = 4


class QrCode(NamedTuple):
    size: int
    path: str


def qr_of(text: str) -> QrCode:
    """Squares side by side are one piece, so that no gaps show between them."""
    code = code_of(text)
    pieces = [
        f"M{start + BORDER} {line + BORDER}h{length}v1h-{length}z"
        for line, row in enumerate(code.matrix)
        for start, length in runs(row)
    ]
    return QrCode(code.symbol_size(border=BORDER)[0], "".join(pieces))
