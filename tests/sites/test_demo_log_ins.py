"""What `manage.py serve` prints of the demo: somebody of each role, at the address where they work."""

import pytest

from sites import provisioning
from sites.demo import accounts
from sites.serving import greeting
from tests.factories import sites as factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo(portal, kemiren):
    accounts.add_portal_accounts()
    accounts.add_village_accounts(kemiren, "kemiren")
    for slug in ("dpmd", "bpbd"):
        office = factories.make_office(slug)
        provisioning.open_office(office)
        accounts.add_office_account(office)
    factories.make_office("lain")


def test_the_staff_of_each_office_with_a_log_in_is_named(demo):
    shown = greeting(8124)
    assert "staff of Dpmd: staf@dpmd.example  (http://localhost:8124/admin/)" in shown
    assert "staf@bpbd.example" in shown and "lain.example" not in shown


def test_village_admins_and_contributors_are_named(demo):
    assert "admin@kemiren.example" in greeting(8124) and "kontributor@kemiren.example" in greeting(8124)


def test_without_the_demo_nobody_is_named(portal, kemiren):
    assert "Log-ins" not in greeting(8124)
