"""Finds rows of a list by a form that is sent, for words that name people.

Wagtail's own search would put them into the address, which servers and browsers write down.
"""

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property


class FoundByForm:
    """For a list; sent `find_form_class`, it shows what that finds, on one page. Stands before the list."""

    find_form_class: type[Form]
    is_searchable = False

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return self.get(request, *args, **kwargs)

    @cached_property
    def find_form(self) -> Form:
        return self.find_form_class(self.request.POST or None)

    @property
    def is_finding(self) -> bool:
        return self.request.method == "POST" and self.find_form.is_valid()

    def get_paginate_by(self, queryset):
        # Pages are addresses, and a form has none: what is found stands on one page.
        return None if self.is_finding else super().get_paginate_by(queryset)

    def get_context_data(self, **kwargs) -> dict:
        context = super().get_context_data(**kwargs)
        found = len(context["object_list"]) if self.is_finding else None
        return context | {"find_form": self.find_form, "found": found}
