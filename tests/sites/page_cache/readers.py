"""A process of its own for the test of many readers at once: as many threads ask for one page, at a word."""

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from .support import MadeUp, ask, cache_in


def come(folder: Path, readers: int) -> None:
    """Say "here" once all are about to ask, then how often it was made; who makes it waits for a word."""
    django = MadeUp(before=sys.stdin.readline)
    cache, start = cache_in(folder, django), Barrier(readers + 1)

    def one(_reader: int) -> str:
        start.wait()
        return ask(cache).text

    with ThreadPoolExecutor(readers) as threads:
        answers = [threads.submit(one, reader) for reader in range(readers)]
        start.wait()
        print("here", flush=True)
        texts = {answer.result() for answer in answers}
    print(len(django.asked), *texts, sep="\n", flush=True)


if __name__ == "__main__":
    come(Path(sys.argv[1]), int(sys.argv[2]))
