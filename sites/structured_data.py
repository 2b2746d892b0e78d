"""JSON-LD (schema.org) of a page: a graph of the site, its owner, the trail and the page itself."""

import json

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

# What Django's own json_script escapes: a page title may hold "</script>".
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def for_page(page, frame, request: HttpRequest) -> dict:
    """Return the graph; `structured_data()` of the page type adds its own properties."""
    graph = [_owner(frame, request), _website(frame, request), _page(page, frame, request)]
    if page.trail:
        graph.append(_breadcrumbs(page, request))
    return {"@context": "https://schema.org", "@graph": graph}


def _root(request: HttpRequest) -> str:
    return request.build_absolute_uri("/")


def _owner(frame, request: HttpRequest) -> dict:
    owner = {
        "@type": "GovernmentOrganization",
        "@id": _root(request) + "#owner",
        "name": frame.name,
        "url": _root(request),
    }
    if frame.settings.address:
        owner["address"] = {
            "@type": "PostalAddress",
            "streetAddress": frame.settings.address,
            "addressRegion": "Jawa Timur",
            "addressCountry": "ID",
        }
    if frame.settings.email:
        owner["email"] = frame.settings.email
    return owner


def _website(frame, request: HttpRequest) -> dict:
    return {
        "@type": "WebSite",
        "@id": _root(request) + "#site",
        "name": frame.name,
        "url": _root(request),
        "publisher": {"@id": _root(request) + "#owner"},
        "potentialAction": {
            "@type": "SearchAction",
            "target": request.build_absolute_uri(frame.search_url) + "?q={search_term_string}",
            "query-input": "required name=search_term_string",
        },
    }


def _page(page, frame, request: HttpRequest) -> dict:
    data = {
        "@type": page.schema_type,
        "name": page.title,
        "url": request.build_absolute_uri(page.get_url(request)),
        "inLanguage": page.locale.language_code,
        "isPartOf": {"@id": _root(request) + "#site"},
    }
    if page.description:
        data["description"] = page.description
    return data | page.structured_data(request)


def _breadcrumbs(page, request: HttpRequest) -> dict:
    steps = [*page.trail, page]
    items = [
        {
            "@type": "ListItem",
            "position": position,
            "name": gettext("Home") if step.depth == 3 else step.title,
            "item": request.build_absolute_uri(step.get_url(request)),
        }
        for position, step in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def script(data: dict) -> SafeString:
    """Return the element that carries the data; its text can't end the element early."""
    text = json.dumps(data, ensure_ascii=False, cls=DjangoJSONEncoder).translate(ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', SafeString(text))
