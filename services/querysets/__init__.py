"""The questions asked of services, documents and requests."""

from .documents import DocumentManager
from .requests import RequestLetterQuerySet, RequestQuerySet
from .services import ServiceManager

__all__ = [
    "DocumentManager",
    "RequestLetterQuerySet",
    "RequestQuerySet",
    "ServiceManager",
]
