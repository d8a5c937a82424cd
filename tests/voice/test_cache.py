from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.voice.cache import SentenceCache
from script.sound import tone

SENTENCE = tone(440, 0.2).tobytes()
KEYS = st.tuples(st.text(max_size=8), st.text(max_size=4), st.text(max_size=12), st.integers(50, 200).map(lambda n: n / 100))


@given(KEYS, KEYS)
def test_one_sentence_one_file(one: tuple[str, str, str, float], other: tuple[str, str, str, float]) -> None:
    cache = SentenceCache(Path("cache"))
    assert (cache.path(*one) == cache.path(*other)) == (one == other)


@given(st.text(max_size=6), st.text(max_size=6))
def test_what_moves_from_one_part_of_the_key_to_the_next_makes_another_key(one: str, other: str) -> None:
    cache = SentenceCache(Path("cache"))
    if other:
        assert cache.path("e", one + other, "", 1.0) != cache.path("e", one, other, 1.0)


@given(KEYS)
def test_a_name_says_nothing_of_the_sentence_and_stays_in_the_folder(key: tuple[str, str, str, float]) -> None:
    folder, name = SentenceCache(Path("cache")).path(*key).relative_to("cache").parts
    assert len(folder) == 2 and len(name) == 64 + len(".wav") and set(name[:64]) <= set("0123456789abcdef")


def test_stored_and_found_by_another_process(tmp_path: Path) -> None:
    cache = SentenceCache(tmp_path)
    path = cache.path("engine", "zh", "请稍等", 1.0)
    assert cache.load(path) is None
    cache.store(path, SENTENCE)
    assert SentenceCache(tmp_path).load(path) == SENTENCE
    assert path.stat().st_mode & 0o077 == 0  # of nobody else's business


def test_a_damaged_sentence_is_made_anew(tmp_path: Path) -> None:
    cache = SentenceCache(tmp_path)
    path = cache.path("engine", "zh", "请稍等", 1.0)
    cache.store(path, SENTENCE)
    path.write_bytes(path.read_bytes()[:-100])
    assert cache.load(path) is None and not path.exists()


def test_the_least_wanted_go_when_there_are_too_many(tmp_path: Path) -> None:
    cache = SentenceCache(tmp_path, limit_bytes=5 * (len(SENTENCE) + 44))
    paths = [cache.path("engine", "zh", f"第{n}句", 1.0) for n in range(6)]
    for age, path in enumerate(paths[:5]):
        cache.store(path, SENTENCE)
        os.utime(path, (1000 + age, 1000 + age))
    assert cache.load(paths[0]) == SENTENCE  # the oldest, but wanted again
    cache.store(paths[5], SENTENCE)
    assert paths[0].exists() and paths[5].exists() and not paths[1].exists()
    assert len(list(tmp_path.rglob("*.wav"))) == 4


def test_what_earlier_runs_left_is_counted(tmp_path: Path) -> None:
    limit = 3 * (len(SENTENCE) + 44)
    for n in range(9):
        SentenceCache(tmp_path, limit).store(SentenceCache(tmp_path).path("engine", "zh", str(n), 1.0), SENTENCE)
    assert len(list(tmp_path.rglob("*.wav"))) <= 3


@pytest.mark.parametrize("obstacle", ["file", "missing parent is a file"])
def test_a_disk_that_refuses_costs_the_cache_and_not_the_speech(tmp_path: Path, obstacle: str) -> None:
    (tmp_path / "cache").write_bytes(b"")
    cache = SentenceCache(tmp_path / "cache" if obstacle == "file" else tmp_path / "cache" / "deeper")
    path = cache.path("engine", "zh", "请稍等", 1.0)
    cache.store(path, SENTENCE)
    assert cache.load(path) is None
