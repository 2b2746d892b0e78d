"""Reads the samples of services; data/README.md describes their shape."""

import json

from django.conf import settings
from wagtail.models import Page

from sites.demo import accounts
from sites.models import Office, OfficePage, SiteSettings, User, Village

PUBLISHER = "dpmd"
# Whose site has the samples beside the templates.
VILLAGE = "35.10.15.2004"
SAMPLES = "service_samples.json"


def read(name: str = SAMPLES):
    return json.loads((settings.BASE_DIR / "data" / name).read_text(encoding="utf-8"))


def village() -> Village | None:
    """The village of the samples, where the demo has it."""
    return Village.objects.open().with_site().filter(code=VILLAGE).first()


def clerk_of(village: Village, role: str = "admin") -> User | None:
    """The demo's account for a role in the village."""
    slug = village.hostname.partition(".")[0]
    email = accounts.admin_email(slug) if role == "admin" else accounts.contributor_email(slug)
    return User.objects.filter(email=email).first()


def lists_of_publisher(model: type[Page]) -> dict[str, Page]:
    """The lists of some type below the pages of DPMD, by language, the Indonesian one first."""
    office = Office.objects.filter(slug=PUBLISHER).first()
    pages = OfficePage.objects.filter(office=office) if office else OfficePage.objects.none()
    return _lists(model, pages)


def lists_of_village(model: type[Page], village: Village) -> dict[str, Page]:
    """The same below the homes of a village, in the languages that its readers see."""
    found = _lists(model, village.site.root_page.get_translations(inclusive=True))
    return {language: found[language] for language in SiteSettings.for_site(village.site).languages}


def _lists(model: type[Page], parents) -> dict[str, Page]:
    return {
        page.locale.language_code: model.objects.child_of(page).get()
        for page in parents.select_related("locale").order_by("path")
    }


def add_versions(model: type[Page], lists: dict[str, Page], values_in) -> dict[str, Page]:
    """Publish a page in each language, the Indonesian version first; `values_in` takes the language."""
    versions = {}
    for language, parent in lists.items():
        page = model(locale=parent.locale, **values_in(language))
        if versions:
            page.translation_key = versions["id"].translation_key
        parent.add_child(instance=page)
        page.save_revision(clean=False).publish()
        versions[language] = page
    return versions


def told(words: dict[str, str] | None, language: str) -> str:
    return (words or {}).get(language, "")
