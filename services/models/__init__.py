"""The public names of this app's models."""

from .answers import CannedAnswer
from .complaints import ComplaintIndexPage
from .documents import DocumentIndexPage, PublicDocumentPage
from .duty import DutyShift
from .guides import GuidePage
from .requests import RequestAttachment, RequestEntry, RequestFigure, RequestLetter, ServiceRequest
from .service_list import ServiceIndexPage
from .services import ServicePage
from .state import ServiceState

__all__ = [
    "CannedAnswer",
    "ComplaintIndexPage",
    "DocumentIndexPage",
    "DutyShift",
    "GuidePage",
    "PublicDocumentPage",
    "RequestAttachment",
    "RequestEntry",
    "RequestFigure",
    "RequestLetter",
    "ServiceIndexPage",
    "ServicePage",
    "ServiceRequest",
    "ServiceState",
]
