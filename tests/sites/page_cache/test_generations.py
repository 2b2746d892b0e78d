"""Counters of changes: fast to read, and the same in all processes."""

import subprocess
import sys
from typing import ClassVar

import pytest
from redis import Redis

from sites.page_cache.generations import LATEST, FileGenerations, GenerationsAwayError
from sites.page_cache.redis_generations import RedisGenerations

from .support import MadeUp, ask, cache_in

pytestmark = pytest.mark.once


def test_a_change_moves_its_own_counters_only(tmp_path):
    generations = FileGenerations(tmp_path / "generations")
    places = generations.places(["village 1", "village 2"])
    one, two = generations.read(places)
    generations.bump(["village 1", "village 1"])
    assert generations.read(places) == [one + 1, two]


def test_each_change_moves_the_latest(tmp_path, redis_url):
    for generations in (FileGenerations(tmp_path / "generations"), RedisGenerations(redis_url)):
        before = generations.latest()
        assert generations.latest() == before
        generations.bump(["village 1"])
        assert generations.latest() != before


def test_the_latest_moves_after_all_others(tmp_path):
    class Told(list):
        moved: ClassVar[list[int]] = []

        def __setitem__(self, place, number):
            self.moved.append(place)
            super().__setitem__(place, number)

    generations = FileGenerations(tmp_path / "generations")
    generations._counters = Told(generations._counters)
    generations.bump(["village 1", "village 2"])
    assert Told.moved.index(LATEST) == 2


def test_a_shorter_file_of_before_is_filled_anew_and_a_longer_one_is_not_cut(tmp_path):
    path = tmp_path / "generations"
    path.write_bytes(bytes(1_000))
    generations = FileGenerations(path)
    assert generations.latest() > 0 and all(generations.read(generations.places(["village 1"])))
    generations.bump(["village 1"])
    with path.open("ab") as file:
        file.write(bytes(8))
    size = path.stat().st_size
    assert FileGenerations(path).latest() == generations.latest()
    assert path.stat().st_size == size


def test_a_moment_stays_as_it_was(tmp_path):
    generations = FileGenerations(tmp_path / "generations")
    places = generations.places(["village 1"])
    moment, before = generations.all(), generations.read(places)
    generations.bump(["village 1"])
    assert generations.at(moment, places) == before != generations.read(places)


def test_another_process_sees_a_change_at_once(tmp_path):
    generations = FileGenerations(tmp_path / "generations")
    places = generations.places(["village 1"])
    before = generations.read(places)
    program = (
        "import sys; from pathlib import Path; from sites.page_cache.generations import FileGenerations\n"
        "FileGenerations(Path(sys.argv[1])).bump(['village 1'])"
    )
    subprocess.run([sys.executable, "-c", program, str(tmp_path / "generations")], check=True)
    assert generations.read(places) == [before[0] + 1]


def test_counters_that_were_lost_begin_with_others(tmp_path):
    path = tmp_path / "generations"
    generations = FileGenerations(path)
    places = generations.places(["village 1"])
    before = generations.read(places)
    path.unlink()
    assert FileGenerations(path).read(places) > before


def test_several_machines_share_the_counters_of_a_redis(redis_url):
    one, other = RedisGenerations(redis_url), RedisGenerations(redis_url)
    places = one.places(["village 1", "village 2"])
    moment = one.all()
    other.bump(["village 1"])
    began, *numbers = one.read(places)
    assert numbers == [1, 0]
    assert one.at(moment, places) == [began, 0, 0]


def test_nothing_holds_of_before_a_redis_lost_its_counters(tmp_path, redis_url):
    django = MadeUp()
    cache = cache_in(tmp_path, django, generations=RedisGenerations(redis_url))
    cache.generations.bump(["village 1"])
    ask(cache)
    ask(cache)
    Redis.from_url(redis_url).flushall()
    cache.generations.bump(["village 1"])
    ask(cache)
    assert len(django.asked) == 2


def test_a_redis_that_is_away_is_told_at_once():
    with pytest.raises(GenerationsAwayError):
        RedisGenerations("redis://127.0.0.1:1/0").read(["village 1"])


def test_machines_that_share_a_redis_answer_with_what_is_new(tmp_path, redis_url):
    django = MadeUp()
    machines = [
        cache_in(tmp_path / name, django, generations=RedisGenerations(redis_url)) for name in ("one", "two")
    ]
    for machine in machines * 2:
        ask(machine)
    assert len(django.asked) == 2
    django.text = "Sugeng rawuh"
    machines[0].generations.bump(["village 1"])
    assert all("Sugeng rawuh" in ask(machine).text for machine in machines)


def test_without_its_redis_django_answers(tmp_path):
    cache = cache_in(tmp_path, MadeUp(), generations=RedisGenerations("redis://127.0.0.1:1/0"))
    assert ask(cache).status == ask(cache).status == 200
