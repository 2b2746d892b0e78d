"""What measurements leave behind: a table to read, and a file with the machine and the date."""

import json
import os
import platform
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

FOLDER = Path(__file__).parent / "results"


def write(name: str, figures: dict) -> Path:
    """Write figures with machine and date as JSON, over those of the last run; return the file."""
    FOLDER.mkdir(exist_ok=True)
    path = FOLDER / f"{name}.json"
    date = datetime.now(UTC).isoformat(timespec="seconds")
    whole = {"date": date, "machine": machine(), "figures": figures}
    path.write_text(json.dumps(whole, indent=1, ensure_ascii=False) + "\n")
    return path


def machine() -> dict[str, str | int]:
    """Processor, number of cores, memory in MB, system and Python of this machine."""
    processor = _line("/proc/cpuinfo", "model name") or platform.processor()
    memory = _line("/proc/meminfo", "MemTotal").removesuffix("kB").strip()
    return {
        "processor": processor,
        "cores": os.cpu_count() or 0,
        "memory_mb": int(memory) // 1024 if memory else 0,
        "system": platform.platform(),
        "python": platform.python_version(),
    }


def _line(path: str, name: str) -> str:
    """What a file of the kernel says of a name; nothing where there is no such file."""
    if not Path(path).exists():
        return ""
    lines = (line.partition(":") for line in Path(path).read_text().splitlines())
    return next((value.strip() for key, _colon, value in lines if key.strip() == name), "")


def table(headings: Sequence[str], rows: Iterable[Sequence]) -> str:
    """Columns of equal width: words to the left in the first one, figures to the right in the others."""
    lines = [[str(cell) for cell in row] for row in [headings, *rows]]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )
