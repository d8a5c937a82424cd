"""Synthesised sentences on disk, found by what they are made from; the oldest go when there are too many."""

from __future__ import annotations

import hashlib
import json
import logging
import os
import tempfile
from pathlib import Path

from devices.voice.sound import Pcm, read_wav, wav

LIMIT_BYTES = 1024 * 1024 * 1024  # some 7 hours of speech; a hall of 77 items and two languages has 1,581 sentences, 225 MB

_KEEP = 0.9  # of the limit is left after a clearing, so that not every new sentence clears

_log = logging.getLogger(__name__)


class SentenceCache:
    """Files named by a hash; the sentence itself is not written. Trouble with the disk costs the cache, never the speech."""

    def __init__(self, folder: Path, limit_bytes: int = LIMIT_BYTES) -> None:
        self._folder = folder
        self._limit = limit_bytes
        self._held: int | None = None  # bytes on disk; unknown until it is first asked

    def path(self, engine: str, lang: str, text: str, rate: float) -> Path:
        """One path for each sentence that sounds different; rates are told apart to a hundredth."""
        made_from = json.dumps([engine, lang, text, f"{rate:.2f}"], ensure_ascii=True)
        name = hashlib.sha256(made_from.encode("ascii")).hexdigest()
        return self._folder / name[:2] / f"{name}.wav"

    def room(self) -> bool:
        """Whether another sentence can be kept without one going for it."""
        try:
            return self._holds() < self._limit * _KEEP
        except OSError:
            return False

    def load(self, path: Path) -> Pcm | None:
        try:
            pcm = read_wav(path)
            if pcm is None:
                path.unlink()  # damaged, by a power cut say: made anew
            else:
                os.utime(path)  # it was wanted again
            return pcm
        except OSError:
            return None

    def store(self, path: Path, pcm: Pcm) -> None:
        data = wav(pcm)
        try:
            held = self._holds()
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".part")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(data)
                os.replace(temporary, path)
            except OSError:
                os.unlink(temporary)
                raise
            self._held = held + len(data)
            if self._held > self._limit:
                self._clear()
        except OSError as why:
            _log.warning("a sentence could not be cached: %s", type(why).__name__)

    def _files(self) -> list[Path]:
        return [path for path in self._folder.glob("??/*") if path.suffix in (".wav", ".part")]

    def _holds(self) -> int:
        if self._held is None:
            self._held = sum(path.stat().st_size for path in self._files())
        return self._held

    def _clear(self) -> None:
        files = sorted((path.stat().st_mtime_ns, path.stat().st_size, path) for path in self._files())
        held = sum(size for _, size, _ in files)
        for _, size, path in files:
            if held <= self._limit * _KEEP:
                break
            path.unlink(missing_ok=True)
            held -= size
        self._held = held
