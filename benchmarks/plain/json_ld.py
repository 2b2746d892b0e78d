"""Structured data for search engines; a tag library of the plain project."""

import json

from django import template
from django.utils.safestring import mark_safe

register = template.Library()


@register.filter
def json_ld(data: dict) -> str:
    text = json.dumps({"@context": "https://schema.org", **data}).replace("<", "\\u003c")
    return mark_safe(f'<script type="application/ld+json">{text}</script>')
