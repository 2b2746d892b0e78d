"""What happens each time a page has been published: by the form, a schedule, a check or a command.

Wagtail's form to edit goes round `Page.publish()`, so only its signal is sure to come.
"""

from wagtail.signals import page_published

from sites.page_cache.changes import changed


def connect() -> None:
    page_published.connect(_published, dispatch_uid="sites-published")


def _published(sender, instance, revision, **kwargs) -> None:
    if hasattr(instance, "after_publish"):
        instance.after_publish(revision)
        # Readers who came since it was saved have seen it without what has been written here.
        changed(instance)
