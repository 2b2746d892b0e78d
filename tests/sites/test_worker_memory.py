"""What few readers need is loaded for the first one who does, and what nobody needs never.

Each worker would hold it all its life.
"""

import ctypes
import os
import subprocess
import sys

import pytest

from config import server

LARGE = ["fpdf", "fontTools", "redis", "openpyxl", "icalendar", "segno", "ninja"]
PROGRAM = """
import sys
import config.wsgi
from django.urls import get_resolver
get_resolver().url_patterns
print(" ".join(sys.modules))
"""


def test_a_worker_begins_without_what_writes_files_asks_other_machines_or_serves_an_api(tmp_path):
    environment = os.environ | {"DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "config.settings.test"}
    done = subprocess.run([sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert not set(LARGE) & set(done.stdout.split())


WORK = """
import ctypes
from threading import Barrier, Thread

def work(barrier):
    held = [b"." * 1_000 for _ in range(1_000)]
    barrier.wait()

barrier = Barrier(16)
threads = [Thread(target=work, args=[barrier]) for _ in range(16)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
library = ctypes.CDLL(None)
library.fdopen.restype = ctypes.c_void_p
out = ctypes.c_void_p(library.fdopen(1, b"w"))
library.malloc_info(0, out)
library.fflush(out)
"""
FORKED = """
import os, sys
from config.server import share_memory
share_memory()
if os.fork() == 0:
    exec(sys.argv[1])
    os._exit(0)
os.wait()
"""
SPAWNED = """
import subprocess, sys
from config.server import share_memory
share_memory()
subprocess.run([sys.executable, "-c", sys.argv[1]], check=True)
"""


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "malloc_info"), reason="The C library is not GNU's.")
@pytest.mark.parametrize("program", [FORKED, SPAWNED])
def test_the_threads_of_a_worker_share_their_memory(program):
    plain = {
        name: value for name, value in os.environ.items() if name not in {*server.MEMORY, "GLIBC_TUNABLES"}
    }
    command = [sys.executable, "-c", program, WORK]
    done = subprocess.run(command, env=plain, capture_output=True, text=True, check=True)
    assert 1 <= done.stdout.count("<heap nr=") <= 2


def test_the_server_sees_to_it_before_its_workers_start(monkeypatch):
    order = []
    monkeypatch.setattr(server, "share_memory", lambda: order.append("memory"))
    monkeypatch.setattr(server, "Granian", lambda *_, **__: order.append("workers"))
    server.server("127.0.0.1", 8000)
    assert order == ["memory", "workers"]
