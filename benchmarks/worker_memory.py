"""Print the resident MB of a process that has served pages of many kinds; benchmarks/growth.py starts it."""

import os

from benchmarks.processes import memory_of

ROUNDS = 20


def main() -> None:
    from benchmarks.growth_rows import READERS, REGENCY, page

    acts = [page(*where) for where in (READERS | REGENCY).values()]
    for _round in range(ROUNDS):
        for act in acts:
            act()
    print(memory_of(os.getpid())["Rss"])


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    import django

    django.setup()
    main()
