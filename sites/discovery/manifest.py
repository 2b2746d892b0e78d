"""The web app manifest: how a site looks on the home screen of a phone."""

from django.templatetags.static import static

from sites.drawing.palette import PRESETS

LONGEST_SHORT_NAME = 12
PORTAL_SHORT_NAME = "Banyuwangi"


def manifest(frame, language: str) -> dict:
    """Return the manifest of a site in one language."""
    cloth = PRESETS[frame.accent][1]
    return {
        "id": "/",
        "name": f"{frame.name}, {frame.subtitle}",
        "short_name": short_name(frame.village.name) if frame.village else PORTAL_SHORT_NAME,
        "lang": language,
        "dir": "ltr",
        "start_url": frame.home_url,
        "scope": "/",
        "display": "minimal-ui",
        "background_color": cloth,
        "theme_color": cloth,
        "icons": [
            _icon(frame, "icon.svg", "any", "image/svg+xml"),
            _icon(frame, "192.png", "192x192"),
            _icon(frame, "512.png", "512x512"),
            _icon(frame, "maskable.png", "512x512", purpose="maskable"),
        ],
    }


def short_name(name: str) -> str:
    """Shorten a village's name for the space below an icon: "Genteng Kulon" -> "Genteng K."."""
    if len(name) <= LONGEST_SHORT_NAME:
        return name
    first, *others = name.split()
    initials = " ".join([first, *(f"{word[0]}." for word in others)])
    return initials if len(initials) <= LONGEST_SHORT_NAME else name[: LONGEST_SHORT_NAME - 1].rstrip() + "…"


def _icon(frame, name: str, sizes: str, content_type: str = "image/png", purpose: str = "any") -> dict:
    return {"src": static(frame.icon(name)), "sizes": sizes, "type": content_type, "purpose": purpose}
