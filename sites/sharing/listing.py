"""A list in the admin that reckons what it says of each row after it knows which rows it shows."""

from django.utils.translation import pgettext_lazy
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.models import Page

from sites.admin.columns import STACKED

# The head of a column; that of a village is another word.
OFFICE = pgettext_lazy("of the regency", "Office")


class ReckonedListingView(BaseListingView):
    """Its views say which pages there are in `find()`, and what stands in a line in `rows_of(pages)`."""

    model = Page
    paginate_by = 25
    is_searchable = True
    search_fields = ["title"]
    # The search index holds whole texts, and would find a page by any word in it.
    search_backend_name = None
    table_classname = STACKED

    def get_base_queryset(self):
        return self.find()

    def paginate_queryset(self, queryset, page_size):
        paginator, part, pages, is_paginated = super().paginate_queryset(queryset, page_size)
        return paginator, part, self.rows_of(pages), is_paginated
