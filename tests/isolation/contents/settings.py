"""Settings of a site, its redirects, and the host it had before."""

from wagtail.contrib.redirects.models import Redirect

from sites.models import FormerHostname, SiteSettings


def fill_settings(part) -> None:
    settings = SiteSettings.objects.get(site=part.site)
    settings.address = f"{part.mark}-alamat"
    settings.directions = f"{part.mark}-petunjuk"
    settings.email = f"{part.mark.lower()}-kantor@contoh.example"
    settings.logo = part.has.image
    settings.workflow_enabled = True
    settings.save()
    part.has.settings = settings


def add_hosts(part) -> None:
    FormerHostname.objects.create(hostname=f"{part.mark.lower()}-dulu.localhost", village=part.village)
    part.has.redirect = Redirect.objects.create(
        site=part.site,
        old_path=f"/{part.mark.lower()}-lama",
        redirect_link=f"https://contoh.example/{part.mark}-tujuan",
    )
