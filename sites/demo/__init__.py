"""Demo content: a portal and six villages that a stranger can walk through."""


def seed(report) -> None:
    """Fill this app's part of the demo; `seed_demo` calls the same function of every app's `demo`."""
    from .seeding import seed as seed_sites

    seed_sites(report)
