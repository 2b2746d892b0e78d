"""What somebody has sent along, for the village alone; no cache keeps it."""

from pathlib import PurePath

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import add_never_cache_headers
from django.views import View

from sites.media.private_files import CONTENT_TYPES
from sites.querysets import LARGEST_KEY

from .desk import AtRequest

# A file is only looked at: nothing in it may run, or fetch anything.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


class FileView(AtRequest, View):
    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        key = min(kwargs["attachment_id"], LARGEST_KEY)
        attachment = get_object_or_404(self.found.attachments, pk=key)
        name = attachment.file.name
        if not attachment.file.storage.exists(name):
            raise Http404
        self.note("look_at_file")
        ending = PurePath(name).suffix
        answer = FileResponse(
            attachment.file.open("rb"),
            content_type=CONTENT_TYPES.get(ending, "application/octet-stream"),
            # Not as its sender called it: that name may tell who they are, and downloads stay.
            filename=f"permohonan-{self.found.pk}-{attachment.pk}{ending}",
            # A PDF is opened by its own program, not within the admin.
            as_attachment=not attachment.is_picture,
        )
        answer["X-Content-Type-Options"] = "nosniff"
        answer["Content-Security-Policy"] = POLICY
        add_never_cache_headers(answer)
        return answer
