import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.core.cache import caches
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from redis import Redis
from redis.backoff import ConstantBackoff
from redis.exceptions import ConnectionError as NoRedisError
from redis.retry import Retry

from sites.page_cache import changes, remembered
from sites.page_cache.parameters import all_parameters

from .support import cache_in


@pytest.fixture
def processes(tmp_path, monkeypatch, db):
    """Django behind the caches of two processes of one server, whose changes of content reach both."""
    django = WSGIHandler()
    found = [cache_in(tmp_path, django, parameters=all_parameters()) for _process in range(2)]
    for module in (changes, remembered):
        monkeypatch.setattr(module, "generations", lambda: found[0].generations)
    caches[remembered.CACHE].clear()
    # The connection is the test's own, with all that it has made and not committed.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield found
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """A context in which changes are committed, as they are outside of tests."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture(scope="session")
def redis_server():
    """A Redis that keeps nothing, in a folder of its own."""
    with TemporaryDirectory(prefix="redis-") as folder:
        socket = Path(folder) / "socket"
        program = [shutil.which("redis-server"), "--port", "0", "--unixsocket", str(socket), "--save", ""]
        server = subprocess.Popen(program, cwd=folder, stdout=subprocess.DEVNULL)
        try:
            retry = Retry(ConstantBackoff(0.05), 200, supported_errors=(NoRedisError,))
            Redis(unix_socket_path=str(socket), retry=retry).ping()
            yield f"unix://{socket}"
        finally:
            server.terminate()
            server.wait()


@pytest.fixture
def redis_url(redis_server):
    Redis.from_url(redis_server).flushall()
    return redis_server
