"""Commands speak English to operators, their letters Indonesian; `serve` refuses a taken port at once."""

import io
import socket
from importlib import import_module
from pkgutil import iter_modules

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.utils.translation import override
from wagtail.models import Site

from sites.management import commands
from sites.management.operators import OperatorCommand
from sites.serving import port_problem
from tests.factories import sites as factories


def run(name, *arguments, **options):
    out = io.StringIO()
    call_command(name, *arguments, stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def taken_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_command_says_in_english_what_went_well_and_what_did_not(portal):
    village = factories.register("Baru")
    assert "created" in run("create_village", code=village.code, hostname="baru.localhost")
    with pytest.raises(CommandError, match=r"^There is no village with the code 99 in the register"):
        run("create_village", code="99", hostname="x.localhost")
    with pytest.raises(CommandError, match=r"^The host baru.localhost is already used by another site"):
        run("create_village", code=factories.register().code, hostname="baru.localhost")
    with pytest.raises(CommandError, match=r"That email address is already taken"):
        for _twice in range(2):
            run("createsuperuser", email="super@contoh.example", interactive=False)


def test_every_command_for_operators_speaks_english():
    names = {module.name for module in iter_modules(commands.__path__)} - {"run_schedule"}
    for name in names:
        command = import_module(f"sites.management.commands.{name}").Command
        assert issubclass(command, OperatorCommand), name


def test_the_invitation_that_a_command_sends_is_in_indonesian(portal, django_capture_on_commit_callbacks):
    village = factories.register("Baru")
    with override("en"), django_capture_on_commit_callbacks(execute=True):
        run("create_village", code=village.code, hostname="b.localhost", admin_email="a@contoh.example")
    assert mail.outbox[0].body.startswith("Halo,")
    assert "You" not in mail.outbox[0].subject


def test_a_taken_port_is_named_with_what_to_do_before_anything_is_announced(portal, taken_port):
    ports = list(Site.objects.values_list("port", flat=True))
    out = io.StringIO()
    with pytest.raises(
        CommandError, match=f"^Port {taken_port} is already in use.*PORT={taken_port + 1} make run"
    ):
        call_command("serve", port=taken_port, stdout=out)
    assert out.getvalue() == ""
    assert list(Site.objects.values_list("port", flat=True)) == ports


def test_a_free_port_is_no_problem_and_an_impossible_one_is_explained(taken_port):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert port_problem("127.0.0.1", port) is None
    assert "There is no port 70000" in port_problem("127.0.0.1", 70000)
    assert "cannot be used on 192.0.2.1" in port_problem("192.0.2.1", port)
