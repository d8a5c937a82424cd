"""Recordings of whole sentences that came from elsewhere, found by what they say; the oldest go when there are too many.

A file's name is the hash of its sentence and, behind it, the mark by which its sender knows it: so another recording of the same
sentence is seen to be another.
"""

from __future__ import annotations

import hashlib
import logging
import os
import re
import threading
from pathlib import Path

LIMIT_BYTES = 100 * 1024 * 1024  # some 4000 sentences of 25 kB

_NAME = re.compile(r"([0-9a-f]{64})-([0-9a-f]{1,64})\.ogg")

_log = logging.getLogger(__name__)


class Shelf:
    """Safe to use from several threads. Trouble with the disk costs the recording, never the speech."""

    def __init__(self, folder: Path, limit_bytes: int = LIMIT_BYTES) -> None:
        self._folder = folder
        self._limit = limit_bytes
        self._lock = threading.Lock()
        self._held: dict[str, str] = {}  # the mark of each sentence
        for path in sorted(folder.glob("*.ogg")):
            if name := _NAME.fullmatch(path.name):
                self._held[name[1]] = name[2]

    def path(self, lang: str, text: str) -> Path | None:
        key = _key(lang, text)
        mark = self._held.get(key)
        return self._folder / f"{key}-{mark}.ogg" if mark else None

    def mark(self, lang: str, text: str) -> str | None:
        return self._held.get(_key(lang, text))

    def keep(self, lang: str, text: str, mark: str, recording: bytes) -> None:
        """ValueError for a mark that is no hexadecimal number."""
        key = _key(lang, text)
        path = self._folder / f"{key}-{mark}.ogg"
        if _NAME.fullmatch(path.name) is None:
            raise ValueError("a mark is up to 64 hexadecimal digits")
        with self._lock:
            try:
                self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
                temporary = path.with_suffix(".part")
                temporary.write_bytes(recording)
                os.replace(temporary, path)
                before = self._held.get(key)
                self._held[key] = mark
                if before not in (None, mark):
                    (self._folder / f"{key}-{before}.ogg").unlink(missing_ok=True)
                self._clear()
            except OSError as why:
                _log.warning("a recording could not be kept: %s", type(why).__name__)

    def _clear(self) -> None:
        files = sorted((path.stat().st_mtime_ns, path.stat().st_size, path) for path in self._folder.glob("*.ogg"))
        held = sum(size for _, size, _ in files)
        for _, size, path in files:
            if held <= self._limit:
                break
            self._held.pop(path.name[:64], None)
            path.unlink(missing_ok=True)
            held -= size


def _key(lang: str, text: str) -> str:
    return hashlib.sha256(f"{lang}\n{text}".encode()).hexdigest()
