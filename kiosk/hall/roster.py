"""The hall with its staff on show: asked for anew when its set-up has changed, each picture once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

import requests

from kiosk.hall.link import NETWORK, Link
from kiosk.hall.messages import Hall, Refusal
from kiosk.hall.people import OnShow, OnShowHere

Ask = Callable[[], OnShowHere | Refusal]
Fetch = Callable[[OnShow], bytes]

LARGEST_PICTURE = 1 << 18  # bytes; the service keeps portraits of some 40 kB
SILENCE_S = 5.0


class Roster:
    """``fetch`` gives the picture of somebody, or b"" when it could not be had: the next look asks again. Those from before stand
    in for an answer that did not come. Thread-safe."""

    def __init__(self, ask: Ask, fetch: Fetch) -> None:
        self._ask = ask
        self._fetch = fetch
        self._lock = threading.Lock()
        self._version: int | None = None
        self._shown = OnShowHere()

    def of(self, hall: Hall) -> Hall:
        with self._lock:
            if hall.version != self._version:
                found = self._ask()
                if not isinstance(found, Refusal):
                    self._shown = replace(found, people=tuple(self._pictured(one) for one in found.people))
                    whole = all(one.portrait or not one.mark for one in self._shown.people)
                    self._version = hall.version if whole else None
            return replace(hall, on_show=self._shown)

    def known(self, hall: Hall) -> Hall:
        """``hall`` with the staff from before; nothing is asked."""
        with self._lock:
            return replace(hall, on_show=self._shown)

    def _pictured(self, person: OnShow) -> OnShow:
        kept = {one.mark: one.portrait for one in self._shown.people if one.portrait}
        if not person.mark:
            return person
        return replace(person, portrait=kept.get(person.mark) or self._fetch(person))


def picture(link: Link, path: str) -> bytes:
    """A picture of the service's; b"" when it could not be had."""
    answer = link.open(path, {"Accept": "image/jpeg"}, SILENCE_S)
    if not isinstance(answer, requests.Response):
        return b""
    try:
        with answer:
            whole: bytes = answer.raw.read(LARGEST_PICTURE + 1, decode_content=True)
    except NETWORK:
        return b""
    return whole if len(whole) <= LARGEST_PICTURE else b""
