"""Villages, offices and the portal that were there before services get their pages by the usual command."""

import pytest
from django.core.management import call_command

from services.models import ComplaintIndexPage, DocumentIndexPage, ServiceIndexPage
from sites.models import OfficePage, PortalHomePage, VillageHomePage
from tests.factories import sites as factories

pytestmark = pytest.mark.django_db
OF_VILLAGE = (ServiceIndexPage, DocumentIndexPage, ComplaintIndexPage)


def lists_below(model, parents) -> int:
    return sum(model.objects.live().child_of(parent).count() for parent in parents)


def test_the_command_gives_them_the_pages_in_both_languages_and_once(kemiren, get):
    factories.make_office("dpmd")
    for model in OF_VILLAGE:
        for page in model.objects.all():
            page.delete()
    for _time in range(2):
        call_command("upgrade_villages")
        homes = VillageHomePage.objects.all()
        assert homes.count() == 2
        assert [lists_below(model, homes) for model in OF_VILLAGE] == [2, 2, 2]
        assert lists_below(ServiceIndexPage, OfficePage.objects.all()) == 2
        assert lists_below(ServiceIndexPage, PortalHomePage.objects.all()) == 2
    for path in ("/layanan/", "/informasi-publik/", "/pengaduan/", "/en/services/"):
        assert get("kemiren.localhost", path).status_code == 200
