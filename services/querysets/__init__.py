"""The questions asked of services, documents and requests."""

from .documents import DocumentManager
from .requests import AttachmentQuerySet, RequestLetterQuerySet, RequestQuerySet
from .services import ServiceManager

__all__ = [
    "AttachmentQuerySet",
    "DocumentManager",
    "RequestLetterQuerySet",
    "RequestQuerySet",
    "ServiceManager",
]
