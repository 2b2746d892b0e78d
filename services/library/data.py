"""What a public document says to search engines: schema.org."""

from django.http import HttpRequest

from sites.discovery import owner


def document(page, request: HttpRequest) -> dict:
    """Properties of a `DigitalDocument`."""
    file = page.document
    data = {
        "identifier": page.number,
        "genre": str(page.get_kind_display()),
        "temporalCoverage": str(page.year),
        "dateCreated": page.issued_on,
        "datePublished": page.first_published_at,
        "dateModified": page.last_published_at,
        "publisher": owner.publisher(page, request),
        "isAccessibleForFree": True,
        "encoding": {
            "@type": "MediaObject",
            "contentUrl": request.build_absolute_uri(file.url),
            "encodingFormat": file.content_type,
            "contentSize": str(file.get_file_size() or 0),
        },
    }
    return {name: value for name, value in data.items() if value}
