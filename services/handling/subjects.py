"""What a request is about, in the language of who reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import get_language

if TYPE_CHECKING:
    from services.models import ServicePage, ServiceRequest


def version_of(service: ServicePage) -> ServicePage:
    """A service in the active language; the Indonesian page where there is no other."""
    language = get_language()
    if language == settings.LANGUAGE_CODE:
        return service
    return service.get_translations().live().filter(locale__language_code=language).first() or service


def title_of(service: ServicePage) -> str:
    return version_of(service).title


def subject_of(request: ServiceRequest) -> str:
    return title_of(request.service) if request.service else request.subject
