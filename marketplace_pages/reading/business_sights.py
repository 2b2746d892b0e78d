"""What the page of a business prints."""

from django.http import HttpRequest

from sites.media.renditions import pictures_in, prefetch_renditions


def sights_of(page, request: HttpRequest) -> dict:
    gallery = page.rows("gallery", picture="image")
    prefetch_renditions([page.listing_image, *(row.image for row in gallery), *pictures_in(page.body)])
    return {"gallery": gallery}
