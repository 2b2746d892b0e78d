from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from sites.frame import frame_for


def frame(request: HttpRequest) -> dict:
    """Give every template the frame of the requested site; the admin never asks for it."""
    return {"frame": SimpleLazyObject(lambda: frame_for(request))}
