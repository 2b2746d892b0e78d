"""Panels for what is typed once: the form on the Indonesian page, a pointer to it on a translation."""

from django.urls import reverse
from wagtail.admin.panels import HelpPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.panels.base import Panel


class PointerPanel(HelpPanel):
    """Says where to type, with a link; stands where the fields would stand."""

    def __init__(self, content="", template="sites/admin/typed_once.html", **kwargs):
        super().__init__(content, template, **kwargs)

    class BoundPanel(HelpPanel.BoundPanel):
        def get_context_data(self, parent_context=None):
            original = self.instance.indonesian_version()
            url = reverse("wagtailadmin_pages:edit", args=[original.pk]) if original else None
            return super().get_context_data(parent_context) | {"edit_url": url}


class TypedOnce(Panel):
    def get_bound_panel(self, instance=None, request=None, form=None, prefix="panel"):
        if instance is None or instance.is_source:
            return super().get_bound_panel(instance, request, form, prefix)
        pointer = PointerPanel(heading=self.heading).bind_to_model(self.model)
        return pointer.get_bound_panel(instance, request, form, prefix)


class TypedOnceInlinePanel(TypedOnce, InlinePanel):
    pass


class TypedOnceMultiFieldPanel(TypedOnce, MultiFieldPanel):
    pass
