"""The server and the commands beside it start, are reloaded and end together."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest

pytestmark = pytest.mark.once

ROOT = Path(__file__).resolve().parents[2]
# Says what it does and gets, with its number; ends at SIGTERM, and leaves a child behind if told so.
MEMBER = """
import os, signal, subprocess, sys
name, *extra = sys.argv[1:]
def tell(word, number):
    # In one piece: others write to the same pipe.
    os.write(1, f"{name} {word} {number}\\n".encode())
def say(word):
    tell(word, os.getpid())
def end(*_):
    say("ended")
    sys.exit(0)
signal.signal(signal.SIGTERM, end)
signal.signal(signal.SIGHUP, lambda *_: say("reloads"))
if extra == ["with-child"]:
    child = subprocess.Popen(["sleep", "600"], stdout=subprocess.DEVNULL)
    tell("child", child.pid)
say("runs")
while True:
    signal.pause()
"""
CREW = """
import os, sys
from sites.management.crew import Crew
member = [sys.executable, "-u", "-c", sys.argv[1]]
crew = Crew([*member, "server", *sys.argv[2:]], [[*member, "schedule"]], cwd=".")
failure = crew.work()
os.write(1, f"{'failure' if failure else 'stopped'} {failure or ''} 0\\n".encode())
"""


class Running:
    """A crew in a process of its own; `heard` are the lines that its members printed."""

    def __init__(self, *arguments: str):
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-c", CREW, MEMBER, *arguments],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.heard: list[list[str]] = []

    def wait_for(self, *words: str) -> int:
        """Read on until a line begins with these words; the number at its end."""
        words = list(words)
        while not (found := [line for line in self.heard if line[: len(words)] == words]):
            line = self.process.stdout.readline().split()
            assert line, f"ended without {words}: {self.heard}"
            self.heard.append(line)
        self.heard.remove(found[0])
        return int(found[0][-1])

    def signal(self, number: int) -> None:
        self.process.send_signal(number)


@pytest.fixture
def crew():
    """A function: start a crew; it is ended with the test."""
    started = []

    def start(*arguments):
        started.append(Running(*arguments))
        return started[-1]

    yield start
    for running in started:
        running.process.kill()
        running.process.wait()
        running.process.stdout.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_all_end_when_the_command_is_asked_to(crew, number):
    running = crew()
    running.wait_for("server", "runs")
    running.wait_for("schedule", "runs")
    running.signal(number)
    running.wait_for("server", "ended")
    running.wait_for("schedule", "ended")
    running.wait_for("stopped")


def test_where_one_ends_by_itself_the_others_are_ended_and_it_is_said(crew):
    running = crew()
    schedule = running.wait_for("schedule", "runs")
    running.wait_for("server", "runs")
    os.kill(schedule, signal.SIGKILL)
    running.wait_for("server", "ended")
    running.wait_for("failure", "Process", str(schedule))


def test_a_reload_reaches_the_server_and_starts_the_commands_beside_it_anew(crew):
    running = crew()
    server, schedule = running.wait_for("server", "runs"), running.wait_for("schedule", "runs")
    running.signal(signal.SIGHUP)
    assert running.wait_for("server", "reloads") == server
    assert running.wait_for("schedule", "ended") == schedule
    assert running.wait_for("schedule", "runs") != schedule
    running.signal(signal.SIGTERM)
    assert running.wait_for("server", "ended") == server
    running.wait_for("stopped")


def test_workers_do_not_outlive_a_server_that_was_killed(crew):
    running = crew("with-child")
    child = running.wait_for("server", "child")
    server = running.wait_for("server", "runs")
    running.wait_for("schedule", "runs")
    os.kill(server, signal.SIGKILL)
    running.wait_for("failure", "Process", str(server))
    while runs(child):
        Event().wait(0.01)


def runs(pid: int) -> bool:
    """Whether a process is alive; one that nobody has buried yet is not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(") ", 1)[1][0] != "Z"
    except FileNotFoundError:
        return False
