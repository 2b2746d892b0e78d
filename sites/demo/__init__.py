"""Demo content: a portal, three offices and six villages that a stranger can walk through."""


def seed(report) -> None:
    """Fill this app's part of the demo; `seed_demo` calls the same function of every app's `demo`."""
    from . import offices, seeding

    seeding.seed(report)
    offices.seed(report)
