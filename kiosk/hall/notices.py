"""一次性告知, recorded with the central service: typed questions, typed answers or a Refusal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.hall import fields
from kiosk.hall.link import Answer, Link
from kiosk.hall.messages import Refusal
from kiosk.hall.person import Person, holder_of


@dataclass(frozen=True)
class Recorded:
    """``number``: what the hall calls it. ``second``: the person was told so for the same item before."""

    number: str
    second: bool


class Notices:
    """``hall``: the hall's path. ``read``: turns an answer into a message."""

    def __init__(self, link: Link, hall: str, read: Callable[[Answer, Callable[[Any], Recorded]], Recorded | Refusal]) -> None:
        self._link = link
        self.path = f"{hall}/notices"
        self._read = read

    def record(self, key: str, body: Mapping[str, Any], person: Person | None) -> Recorded | Refusal:
        """The same ``key`` and ``body`` are one notice, with the person or, when it is sent again, without."""
        told = dict(body) | ({"holder": holder_of(person)} if person is not None else {})
        return self._read(self._link.ask("POST", self.path, told, key), recorded_of)


def recorded_of(data: Any) -> Recorded:
    return Recorded(f"{fields.count(data, 'number'):04}", fields.truth(data, "second"))


def notice_body(
    visit: str, item: str, version: int, answers: Mapping[str, bool], held: tuple[str, ...], parts: Mapping[str, int]
) -> Mapping[str, Any]:
    """Without the person: this is what may wait on the disk."""
    told = {"visit": visit, "item": item, "version": version, "answers": dict(answers), "held": list(held)}
    return told | ({"parts": dict(parts)} if parts else {})
