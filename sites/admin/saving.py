"""One save of a page after another.

The editor saves by itself half a second after a change. Such a save that is under way when somebody
presses "Publish" has read the page as a draft, and Wagtail would write it back as one: "published",
says the message, and readers find nothing.
"""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from wagtail.admin.views.pages.edit import EditView
from wagtail.models import Page


class OneSaveAtATimeView(EditView):
    """Let a save that the editor makes by itself lock the page's row before it reads the page.

    What is published meanwhile waits for it. One that comes later sees what was written, and Wagtail refuses
    it in its usual words. To publish needs no lock of its own, and may take long: it makes pictures.
    """

    def dispatch(self, request: HttpRequest, page_id: int, **kwargs) -> HttpResponse:
        if request.method != "POST" or not self.expects_json_response:
            return super().dispatch(request, page_id, **kwargs)
        with transaction.atomic():
            # Rows that point to the page may still be added: somebody reads it.
            Page.objects.select_for_update(no_key=True).filter(pk=page_id).values_list("pk").first()
            return super().dispatch(request, page_id, **kwargs)
