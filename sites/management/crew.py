"""The application server and the commands beside it: started, reloaded and stopped together."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
from contextlib import suppress

STOP_SECONDS = 15


class Crew:
    """Processes that start at once and end together; `options` are those of `subprocess.Popen`."""

    def __init__(self, server: list[str], beside: list[list[str]], **options):
        # Signals arrive as bytes: one that comes just before a wait would not wake it otherwise.
        self.signals, sender = socket.socketpair()
        sender.setblocking(False)
        signal.set_wakeup_fd(sender.detach())
        # SIGINT too: started in the background of a script, Python would leave it ignored.
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGCHLD):
            signal.signal(number, lambda *_: None)
        self.options = options
        self.server = self.start(server)
        self.beside = [self.start(command) for command in beside]

    def start(self, command: list[str]) -> subprocess.Popen:
        # Each in a group of its own: Ctrl-C reaches this process only, which then stops all in order.
        return subprocess.Popen(command, start_new_session=True, **self.options)

    def work(self) -> str | None:
        """Reload at each SIGHUP; stop all at Ctrl-C, SIGTERM or where one ends, and say which did."""
        failure = None
        while not failure:
            [number] = self.signals.recv(1)
            if number == signal.SIGHUP:
                self.reload()
            elif number == signal.SIGCHLD:
                failure = self.failure()
            else:
                break
        stop([self.server, *self.beside])
        return failure

    def reload(self) -> None:
        """Let the server replace its workers one after another, and start the others anew."""
        self.server.send_signal(signal.SIGHUP)
        stop(self.beside)
        self.beside = [self.start(process.args) for process in self.beside]

    def failure(self) -> str | None:
        for process in (self.server, *self.beside):
            if process.poll() is not None:
                return f"Process {process.pid} ended by itself ({process.returncode})."
        return None


def stop(processes: list[subprocess.Popen]) -> None:
    """Ask all to end; what has not after some seconds, and what they leave behind, is killed."""
    for process in processes:
        process.terminate()
    for process in processes:
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=STOP_SECONDS)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
