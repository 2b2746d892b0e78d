"""Sample courses: data/courses.json, with what data/course_samples.json adds; what is there stays."""


def seed(report) -> None:
    """Fill this app's part of the demo; `seed_demo` calls it after that of `sites` and `culture`."""
    from . import certificates, courses, results

    courses.seed(report)
    certificates.seed(report)
    results.seed(report)
