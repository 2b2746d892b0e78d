"""Who stands behind a site, as JSON-LD: the village or the regency, and its office."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils import timezone
from django.utils.translation import gettext

from sites import opening_hours
from sites.frame import frame_for
from sites.querysets import OFFICE_DEPTH

from . import hours_data

PROVINCE, COUNTRY = "Jawa Timur", "ID"


def root(request: HttpRequest) -> str:
    return request.build_absolute_uri("/")


def organisation(frame, request: HttpRequest) -> dict:
    """Return the owner of a site; hours and place belong to its office, as schema.org wants it."""
    village, values = frame.village, frame.settings
    data = {
        "@type": "GovernmentOrganization",
        "@id": root(request) + "#owner",
        "name": frame.name if village else regency(),
        "url": root(request),
        "logo": _logo(frame, request),
        "address": _address(frame),
        "telephone": str(values.phone or ""),
        "email": values.email,
        "location": _office(frame),
    }
    if village:
        data["identifier"] = village.code
        data["parentOrganization"] = {
            "@type": "GovernmentOrganization",
            "@id": f"{frame.portal.root_url}/#owner",
            "name": regency(),
            "url": f"{frame.portal.root_url}/",
        }
    return {name: value for name, value in data.items() if value}


def publisher(page, request: HttpRequest) -> dict:
    """Who answers for a page: the office below whose page it stands, else the owner of the site."""
    if page.is_guest:
        portal = f"{frame_for(request).portal.root_url}/"
        return {"@type": "GovernmentOrganization", "name": page.publisher_name, "url": portal}
    office = next((step for step in page.trail if step.depth == OFFICE_DEPTH and is_of_office(step)), None)
    if office is None:
        return {"@id": root(request) + "#owner"}
    address = request.build_absolute_uri(office.get_url(request))
    data = {"@type": "GovernmentOrganization", "@id": f"{address}#office", "name": office.title}
    return data | {"url": address} if office.live else data


def is_of_office(page) -> bool:
    return page.cached_content_type.model == "officepage"


def regency() -> str:
    return gettext("Banyuwangi Regency")


def _logo(frame, request: HttpRequest) -> dict:
    logo = frame.logo
    if logo:
        url, width, height = logo.png, logo.width, logo.height
    else:
        url, width, height = static(frame.icon("512.png")), 512, 512
    return {"@type": "ImageObject", "url": request.build_absolute_uri(url), "width": width, "height": height}


def _address(frame) -> dict:
    """The postal address; also without a street, the village and its district are known."""
    village = frame.village
    data = {
        "@type": "PostalAddress",
        "streetAddress": ", ".join(
            line.strip(" ,") for line in frame.settings.address.splitlines() if line.strip()
        ),
        "addressLocality": f"{village.name}, {village.district}, Banyuwangi" if village else "Banyuwangi",
        "addressRegion": PROVINCE,
        "addressCountry": COUNTRY,
    }
    return {name: value for name, value in data.items() if value}


def _office(frame) -> dict | None:
    """The office as a place, when its place or its hours are known."""
    village, found = frame.village, {}
    if village and village.latitude is not None and village.longitude is not None:
        found["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": village.latitude,
            "longitude": village.longitude,
        }
    if hours := hours_data.usual(opening_hours.week(frame.settings.opening_hours)):
        found["openingHoursSpecification"] = hours
    if special := hours_data.special(frame.exceptional_days, timezone.localdate()):
        found["specialOpeningHoursSpecification"] = special
    if not found:
        return None
    name = gettext("Office of %(owner)s") % {"owner": frame.name if village else regency()}
    return {"@type": "GovernmentOffice", "name": name, "address": _address(frame), **found}
