"""Spoken sentences on disk, by the hash of what they are made from; and those that still wait to be spoken.

Files alone, no table: any process of this machine finds what another put there, and what is lost is made again.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from pathlib import Path

from central.voices.schemas import SentenceIn, State

LIMIT_BYTES = 500 * 1024 * 1024  # some 20,000 sentences of 25 kB
WAITING_LIMIT = 5000  # sentences; half a day's work for two cores
KEPT = 0.9  # of the limit is left after a clearing, so that not every new sentence clears

_HASH = re.compile(r"[0-9a-f]{64}")


class Store:
    def __init__(self, folder: Path, limit_bytes: int = LIMIT_BYTES, waiting_limit: int = WAITING_LIMIT) -> None:
        self._made = folder / "made"
        self._wanted = folder / "wanted"
        self._limit = limit_bytes
        self._waiting_limit = waiting_limit

    def open(self) -> None:
        for folder in (self._made, self._wanted):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)

    def state(self, hash: str) -> State | None:
        """None: nobody has asked for it."""
        if _HASH.fullmatch(hash) is None:
            return None
        try:
            return "ready" if self._recording(hash).stat().st_size else "silent"
        except FileNotFoundError:
            return "waiting" if self._wish(hash).exists() else None

    def read(self, hash: str) -> bytes | None:
        """An Ogg recording; None when it is not there, or silent."""
        try:
            data = self._recording(hash).read_bytes()
            os.utime(self._recording(hash))  # the last to be cleared away
        except FileNotFoundError:
            return None
        return data or None

    def want(self, hash: str, sentence: SentenceIn) -> bool:
        """False when too many are waiting already."""
        if sum(1 for _ in os.scandir(self._wanted)) >= self._waiting_limit:
            return False
        _write(self._wish(hash), sentence.model_dump_json().encode())
        return True

    def wanted(self) -> list[tuple[str, SentenceIn]]:
        """The one that has waited longest first."""
        wishes = sorted((each.stat().st_mtime_ns, each.name) for each in os.scandir(self._wanted) if each.name.endswith(".json"))
        return [(name.removesuffix(".json"), self._sentence(name)) for _, name in wishes]

    def _sentence(self, name: str) -> SentenceIn:
        return SentenceIn.model_validate_json((self._wanted / name).read_bytes())

    def put_off(self, hash: str) -> None:
        """Behind all the others."""
        self._wish(hash).touch()

    def keep(self, hash: str, recording: bytes) -> None:
        """``recording``: empty when nothing in the sentence can be said."""
        _write(self._recording(hash), recording)
        self._wish(hash).unlink(missing_ok=True)
        self._clear()

    def _clear(self) -> None:
        files = [(each.stat().st_mtime_ns, each.stat().st_size, each.path) for each in os.scandir(self._made)]
        held = sum(size for _, size, _ in files)
        if held <= self._limit:
            return
        for _, size, path in sorted(files):
            if held <= self._limit * KEPT:
                return
            os.unlink(path)
            held -= size

    def _recording(self, hash: str) -> Path:
        return self._made / f"{hash}.ogg"

    def _wish(self, hash: str) -> Path:
        return self._wanted / f"{hash}.json"


def hash_of(voice: str, sentence: SentenceIn) -> str:
    """``voice``: the identity of the program, so another voice or version makes other recordings."""
    made_from = json.dumps([voice, sentence.lang, sentence.text], ensure_ascii=True)
    return hashlib.sha256(made_from.encode("ascii")).hexdigest()


def _write(path: Path, data: bytes) -> None:
    """Never half a file under its name."""
    temporary = path.with_suffix(".part")
    temporary.write_bytes(data)
    os.replace(temporary, path)
