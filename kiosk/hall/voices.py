"""Fetches what the central service has spoken for this hall: in the background, sentence by sentence, each once.

Only sentences that are the same for everybody are asked for; a private one never leaves the machine. While there is no service,
or it has no voice, the machine speaks with its own.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

import requests

from kiosk.hall.link import LARGEST, NETWORK, Link
from kiosk.hall.messages import Refusal

AT_ONCE = 40  # sentences in one question: the service takes no more
A_ROUND = 80  # sentences that are looked after at once; the service speaks them in the order in which it was asked
LONGEST = 200  # characters of one
LANGUAGES = ("zh", "en")  # that the service speaks
SOON_S, LATEST_S = 10.0, 600.0  # between two questions while something is missing
SILENCE_S = 5.0
LATER = (Refusal.UNREACHABLE, Refusal.BUSY)  # may be otherwise the next time

log = logging.getLogger("bangban.voices")


class Sentence(Protocol):
    @property
    def text(self) -> str: ...

    @property
    def lang(self) -> str: ...

    @property
    def private(self) -> bool: ...


class Shelf(Protocol):
    """Where recordings go: the speaker (``devices.ports.Speaker``)."""

    def wants(self, utterance: Any, mark: str | None = None) -> bool: ...

    def keep(self, utterance: Any, mark: str, recording: bytes) -> None: ...


class Voices:
    """``ask`` and ``nudge`` may come from any thread and return at once."""

    def __init__(self, link: Link, shelf: Shelf, *, soon_s: float = SOON_S) -> None:
        self._link = link
        self._shelf = shelf
        self._soon_s = soon_s
        self._lock = threading.Lock()
        self._wished: dict[tuple[str, str], Sentence] = {}
        self._asked: set[tuple[str, str]] = set()
        self._wake = threading.Event()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="voices", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopped.set()
        self._wake.set()
        self._thread.join(timeout=2.0)

    def ask(self, sentences: Iterable[Sentence]) -> None:
        """Have recordings of these, as far as they can be had. Private ones are left out."""
        with self._lock:
            self._wished |= {_key(each): each for each in sentences if _may_leave(each)}
        self.nudge()

    def nudge(self) -> None:
        """There is something new, or the service is back."""
        self._wake.set()

    def fetch(self) -> bool:
        """One round over all that is wished for. False: something is still missing, and may be had later."""
        with self._lock:
            wished = [each for each in self._wished.values() if self._shelf.wants(each)]
        missing = False
        for at in range(0, len(wished), AT_ONCE):
            some = wished[at:at + AT_ONCE]
            if at >= A_ROUND and self._asked.issuperset(map(_key, some)):
                return False  # their turn comes when those before are here
            answer = self._link.ask("POST", "/voices", {"sentences": [{"lang": each.lang, "text": each.text} for each in some]})
            if answer.refusal is not None:
                return answer.refusal not in LATER
            self._asked.update(map(_key, some))
            missing |= not self._all_kept(some, _rows(answer.data))
        return not missing

    def _all_kept(self, sentences: Sequence[Sentence], rows: Sequence[tuple[str, str]]) -> bool:
        kept = True
        for sentence, (hash, state) in zip(sentences, rows):
            if self._stopped.is_set():
                return True
            if state == "waiting":
                kept = False
            elif state == "ready" and self._shelf.wants(sentence, hash):
                recording = self._recording(hash)
                kept = kept and recording is not None
                if recording:
                    self._shelf.keep(sentence, hash, recording)
        return kept

    def _recording(self, hash: str) -> bytes | None:
        answer = self._link.open(f"/voices/{hash}", {"Accept": "audio/ogg"}, SILENCE_S)
        if not isinstance(answer, requests.Response):
            return None
        try:
            with answer:
                whole: bytes = answer.raw.read(LARGEST + 1, decode_content=True)
        except NETWORK:
            return None
        return whole if len(whole) <= LARGEST else None

    def _run(self) -> None:
        pause = self._soon_s
        while not self._stopped.is_set():
            self._wake.clear()
            before = self._missing()
            if self.fetch():
                self._wake.wait()
                continue
            pause = self._soon_s if self._missing() < before else min(pause * 2, LATEST_S)
            self._stopped.wait(self._soon_s)  # whatever happens meanwhile: the hall's news come all the time
            self._wake.wait(pause - self._soon_s)

    def _missing(self) -> int:
        with self._lock:
            return sum(map(self._shelf.wants, self._wished.values()))


def _key(sentence: Sentence) -> tuple[str, str]:
    return sentence.lang, sentence.text


def _may_leave(sentence: Sentence) -> bool:
    return not sentence.private and sentence.lang in LANGUAGES and 0 < len(sentence.text) <= LONGEST


def _rows(data: Any) -> list[tuple[str, str]]:
    """Hash and state of each sentence; none where the answer hasn't the agreed shape."""
    rows = data.get("sentences") if isinstance(data, Mapping) else None
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        log.error("an answer that cannot be read: the versions of terminal and service differ")
        return []
    return [(str(row.get("hash")), str(row.get("state"))) for row in rows]
