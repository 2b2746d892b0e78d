"""The real server with the demo villages, as `make run` starts it, in a folder of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[3]
START_SECONDS = 60
STOP_SECONDS = 30
# Settings of the machine that must not reach this server.
FOREIGN = {"CACHE_URL", "EMAIL_URL", "SECRET_KEY", "PUBLIC_PORT", "PORTAL_HOSTNAME", "BEHIND_HTTPS"}


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class JourneyServer:
    """One running server and the commands that work on its data."""

    def __init__(self, folder: Path, database_url: str):
        self.port = free_port()
        self.log_path = folder / "server.log"
        self.environment = {name: value for name, value in os.environ.items() if name not in FOREIGN} | {
            "DJANGO_SETTINGS_MODULE": "config.settings.production",
            "DATA_DIR": str(folder),
            "DATABASE_URL": database_url,
            "PORT": str(self.port),
            "PYTHONUNBUFFERED": "1",
        }

    def url(self, host: str = "localhost") -> str:
        return f"http://{host}:{self.port}"

    def log(self) -> str:
        return self.log_path.read_text() if self.log_path.exists() else ""

    def python(self, *arguments: str) -> str:
        """Run a Python program on this server's data and return what it printed."""
        done = subprocess.run(
            [sys.executable, *arguments], cwd=ROOT, env=self.environment, capture_output=True, text=True
        )
        assert done.returncode == 0, f"{' '.join(arguments)} failed:\n{done.stdout}{done.stderr}"
        return done.stdout

    def manage(self, *arguments: str) -> str:
        return self.python("manage.py", *arguments)

    @contextmanager
    def running(self) -> Iterator["JourneyServer"]:
        with self.log_path.open("w") as log:
            process = subprocess.Popen(
                [sys.executable, "manage.py", "serve"], cwd=ROOT, env=self.environment, stdout=log, stderr=log
            )
        try:
            self.wait_until_it_answers(process)
            yield self
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(STOP_SECONDS)
            finally:
                process.kill()

    @contextmanager
    def beside(self, port: int, **environment: str) -> Iterator[None]:
        """The application once more on another port, on the same data, with other settings."""
        with self.log_path.open("a") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "config.server", "--port", str(port)],
                cwd=ROOT,
                env=self.environment | {"WEB_WORKERS": "1"} | environment,
                stdout=log,
                stderr=log,
            )
        try:
            self.wait_until_it_answers(process, port)
            yield
        finally:
            process.terminate()
            process.wait(STOP_SECONDS)

    def wait_until_it_answers(self, process: subprocess.Popen, port: int | None = None) -> None:
        deadline = time.monotonic() + START_SECONDS
        while not self.answers(port or self.port):
            assert process.poll() is None, f"The server ended by itself:\n{self.log()}"
            assert time.monotonic() < deadline, f"No answer in {START_SECONDS} seconds:\n{self.log()}"
            time.sleep(0.1)

    def answers(self, port: int) -> bool:
        try:
            with urlopen(f"http://localhost:{port}/healthz", timeout=5) as response:
                return response.status == 200
        except (URLError, OSError):
            return False
