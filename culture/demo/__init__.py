"""Demo content of this app: what Disbudpar publishes for all villages, and what villages offer."""


def seed(report) -> None:
    """Fill this app's part of the demo; `seed_demo` calls it after that of `sites`."""
    from . import art_forms, classes, events

    art_forms.seed(report)
    classes.seed(report)
    events.seed(report)
