"""What Linux tells of processes: their children, and what they have in memory."""

from pathlib import Path

# All that a process has in memory; the same, with what processes share divided between them.
KINDS = ("Rss", "Pss")
KILOBYTES_IN_MEGABYTE = 1024


def children(pid: int) -> list[int]:
    """In the order of their numbers, whichever thread has started them."""
    lists = Path(f"/proc/{pid}/task").glob("*/children")
    return sorted(int(found) for one in lists for found in one.read_text().split())


def memory_of(pid: int) -> dict[str, int]:
    """Megabytes by kind."""
    lines = (line.split() for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:])
    sizes = {line[0].rstrip(":"): int(line[1]) // KILOBYTES_IN_MEGABYTE for line in lines}
    return {kind: sizes[kind] for kind in KINDS}
