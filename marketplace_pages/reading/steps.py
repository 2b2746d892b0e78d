"""The pages above a product or a business, all of which are known when readers come by its address."""

from django.http import HttpRequest

from sites.frame import frame_for


def step_down(page, between: list, request: HttpRequest) -> None:
    """Name the home, the showcase in the menu of the site and what is between them and the page."""
    if not hasattr(page, "has_related_pages"):
        return
    frame = frame_for(request)
    showcases = [section for section in frame.sections if page.path.startswith(section.path)]
    if showcases:
        page.trail = [frame.home, *showcases, *between]


def related_groups(page) -> dict:
    """Context that spares the question for related pages where an editor has chosen none."""
    return {} if getattr(page, "has_related_pages", True) else {"related_groups": []}
