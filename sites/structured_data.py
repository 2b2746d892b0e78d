"""JSON-LD (schema.org) of a page: a graph of the site, its owner, the trail and the page itself.

A page type joins in with two things:

- `schema_type`: a kind of page or article ("CollectionPage", "NewsArticle") is what the page
  is; anything else ("Product", "Event", "Course") is what the page is about, its `mainEntity`.
- `structured_data(request)`: the properties of that type beyond name, address, description and
  picture.

A list puts its part of the pages into the context as `listing` and so gets an `ItemList`.
"""

import json

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from sites.discovery import descriptions, owner

# What Django's own json_script escapes: a page title may hold "</script>".
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}
KINDS_OF_PAGE = ("Page", "Article")  # the ends of their names


def for_page(page, frame, request: HttpRequest, image=None, listing=None) -> dict:
    """Return the graph; `image` is the page's share image, `listing` the pages it lists."""
    graph = [owner.organisation(frame, request), _website(frame, request)]
    graph.append(_page(page, frame, request, image, listing))
    if page.open_trail:
        graph.append(_breadcrumbs(page, request))
    return {"@context": "https://schema.org", "@graph": graph}


def _website(frame, request: HttpRequest) -> dict:
    root = owner.root(request)
    return {
        "@type": "WebSite",
        "@id": root + "#site",
        "name": frame.name,
        "url": root,
        "publisher": {"@id": root + "#owner"},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": request.build_absolute_uri(frame.search_url) + "?q={search_term_string}",
            },
            "query-input": "required name=search_term_string",
        },
    }


def _page(page, frame, request: HttpRequest, image, listing) -> dict:
    own = page.structured_data(request)
    is_page = page.schema_type.endswith(KINDS_OF_PAGE)
    about = _about(page, frame, request, image)
    data = {
        "@type": page.schema_type if is_page else "WebPage",
        **about,
        "inLanguage": page.locale.language_code,
        "isPartOf": {"@id": owner.root(request) + "#site"},
    }
    if is_page:
        data |= own
    else:
        data["mainEntity"] = {"@type": page.schema_type, **about, **own}
    # Other pages list what is no page, such as the villages on the portal.
    if page.schema_type == "CollectionPage" and listing and listing.object_list:
        data["mainEntity"] = item_list(listing, request)
    return data


def _about(page, frame, request: HttpRequest, image) -> dict:
    """What can be said of anything that has a page."""
    data = {
        "name": page.title,
        "url": request.build_absolute_uri(page.get_url(request)),
        "description": descriptions.describe(page, frame),
    }
    if image:
        data["image"] = {
            "@type": "ImageObject",
            "url": image.url,
            "width": image.width,
            "height": image.height,
        }
    return data


def item_list(listing, request: HttpRequest) -> dict:
    """Return the pages of a part of a list; the numbers go on from part to part."""
    return {
        "@type": "ItemList",
        "numberOfItems": listing.paginator.count,
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": page.title,
                "url": request.build_absolute_uri(page.get_url(request)),
            }
            for position, page in enumerate(listing.object_list, start=listing.start_index())
        ],
    }


def _breadcrumbs(page, request: HttpRequest) -> dict:
    steps = [*page.open_trail, page]
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
