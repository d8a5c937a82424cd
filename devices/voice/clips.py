"""Prepared recordings: ``voices/<lang>/<clip>.wav`` or ``.ogg``, at any rate of speech.

What people have recorded lies in ``voices/<lang>/recorded/`` and goes before what a synthesiser made, sentence by sentence and
part by part; nothing is ever written there.

A recording that is in the house's format is read as it is; anything else, and any rate but 1.0, goes through sox, whose
``tempo -s`` changes the pace of speech and keeps its pitch. Without sox such a clip does not exist, and the next layer speaks.

``clips.json`` in either folder may list ``{"<clip>": {"text": ..., "engine": ...}}``. A clip listed with another text than the
one to be spoken is stale: glass and voice must not disagree, so it is passed over. ``engine`` is there when a synthesiser made
it.
"""

from __future__ import annotations

import json
import logging
import re
import subprocess
import threading
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from devices.voice.sound import RATE_HZ, Pcm, join, read_wav

LISTING = "clips.json"
RECORDED = "recorded"
PART_GAP_S = 0.05  # between the parts of a call: heard as one sentence, and the numbers still stand apart

ENDINGS = (".wav", ".ogg")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_DECODED = 64  # clips held in memory once decoded; all parts of a call are 43
_SOX_WITHIN_S = 5.0  # a clip takes 15 ms

Listing = dict[str, dict[str, Any]]  # by clip

_log = logging.getLogger(__name__)


class Clips:
    """Finds recordings by language and id; safe to use from several threads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._decoded: OrderedDict[tuple[Path, int, float], Pcm | None] = OrderedDict()
        self._listings: dict[Path, tuple[int, Listing]] = {}

    def path(self, lang: str, clip: str | None, text: str | None = None) -> Path | None:
        """Where the recording is; None when there is none, or one of another text than ``text``."""
        if not clip or not is_name(clip) or not is_name(lang):
            return None
        for folder in (self._folder / lang / RECORDED, self._folder / lang):
            path = next((path for ending in ENDINGS if (path := folder / (clip + ending)).is_file()), None)
            if path is not None and (text is None or self._says(folder, clip, text)):
                return path
        return None

    def paths(self, lang: str, parts: Sequence[str]) -> list[Path]:
        """One path for each part, or nothing at all."""
        found = [self.path(lang, part) for part in parts]
        return [path for path in found if path is not None] if all(found) else []

    def sound(self, paths: Sequence[Path], rate: float, gap_s: float = PART_GAP_S) -> Pcm | None:
        """The recordings joined; None when one of them cannot be read."""
        pieces = [self._decode(path, rate) for path in paths]
        whole = [piece for piece in pieces if piece]
        return join(whole, gap_s) if pieces and len(whole) == len(pieces) else None

    def _decode(self, path: Path, rate: float) -> Pcm | None:
        try:
            key = (path, path.stat().st_mtime_ns, round(rate, 2))
        except OSError:
            return None
        with self._lock:
            if key in self._decoded:
                self._decoded.move_to_end(key)
                return self._decoded[key]
        pcm = decode(path, rate)
        if pcm is None:
            _log.warning("clip %s/%s cannot be read", path.parent.name, path.name)
        with self._lock:
            self._decoded[key] = pcm
            if len(self._decoded) > _DECODED:
                self._decoded.popitem(last=False)
        return pcm

    def _says(self, folder: Path, clip: str, text: str) -> bool:
        return self._listing(folder / LISTING).get(clip, {}).get("text", text) == text

    def _listing(self, path: Path) -> Listing:
        try:
            changed = path.stat().st_mtime_ns
        except OSError:
            return {}
        with self._lock:
            known = self._listings.get(path)
        if known is None or known[0] != changed:
            known = (changed, read_listing(path))
            with self._lock:
                self._listings[path] = known
        return known[1]


def is_name(word: str) -> bool:
    """Fit for a file's name, and not a way out of the folder."""
    return _NAME.fullmatch(word) is not None


def read_listing(path: Path) -> Listing:
    """Empty when there is none, or none that can be read."""
    try:
        listing = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(listing, dict):
        return {}
    return {clip: entry for clip, entry in listing.items() if isinstance(entry, dict)}


def decode(path: Path, rate: float = 1.0) -> Pcm | None:
    """The samples of a recording spoken ``rate`` times as fast; None when it is damaged, or sox is needed and missing."""
    if rate == 1.0 and path.suffix == ".wav":
        try:
            pcm = read_wav(path)
        except OSError:
            return None
        if pcm is not None:
            return pcm
    command = ["sox", "-V1", str(path), "-t", "raw", "-r", str(RATE_HZ), "-e", "signed", "-b", "16", "-c", "1", "-"]
    tempo = [] if rate == 1.0 else ["tempo", "-s", f"{rate:.2f}"]
    try:
        made = subprocess.run(command + tempo, stdin=subprocess.DEVNULL, capture_output=True, timeout=_SOX_WITHIN_S)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return made.stdout if made.returncode == 0 and made.stdout else None
