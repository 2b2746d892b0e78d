"""Demo content of this app: DPMD's templates, what Kemiren made of them, its documents and its inbox.

The services of data/services.json are real, in general words; data/service_samples.json adds samples, which
say that they are. What is there already stays as it is.
"""


def seed(report) -> None:
    """Fill this app's part of the demo; `seed_demo` calls it after that of `sites`."""
    from . import desk, documents, guides, own_services, requests, templates

    templates.seed(report)
    guides.seed(report)
    own_services.seed(report)
    documents.seed(report)
    desk.seed(report)
    requests.seed(report)
