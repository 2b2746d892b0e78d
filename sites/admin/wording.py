"""Words that Wagtail's admin prints past its own translations; our copies of its templates translate them."""

from django.utils.translation import gettext_noop

# Headings of columns that it makes from the names of fields.
COLUMNS = [gettext_noop("Root page"), gettext_noop("Site name")]
# Names of rights on pages, as they stand in the database.
PAGE_RIGHTS = [
    gettext_noop("Can add page"),
    gettext_noop("Can change page"),
    gettext_noop("Delete pages with children"),
    gettext_noop("Lock/unlock pages you've locked"),
    gettext_noop("Publish any page"),
    gettext_noop("Unlock any page"),
]
