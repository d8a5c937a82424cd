"""意见建议、投诉, told to the central service: typed questions, typed answers or a Refusal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kiosk.hall import fields
from kiosk.hall.link import Answer, Link
from kiosk.hall.messages import OpinionReceipt, Refusal


class Opinions:
    """``hall``: the hall's path. ``read``: turns an answer into a message."""

    def __init__(
        self, link: Link, hall: str, read: Callable[[Answer, Callable[[Any], OpinionReceipt]], OpinionReceipt | Refusal]
    ) -> None:
        self._link = link
        self._path = f"{hall}/opinions"
        self._read = read

    def tell(
        self, key: str, kind: str, topics: tuple[str, ...], phone: str, lang: str, name: str | None
    ) -> OpinionReceipt | Refusal:
        """The same ``key`` and the rest are one opinion, however often they are sent. Without a ``phone`` no ``name`` is sent."""
        body: dict[str, Any] = {"kind": kind, "topics": list(topics), "lang": lang}
        if phone:
            body["contact"] = {"phone": phone, "name": name}
        return self._read(self._link.ask("POST", self._path, body, key), lambda data: receipt_of(data, bool(phone)))


def receipt_of(data: Any, reachable: bool) -> OpinionReceipt:
    due = fields.optional(data, "due_on", fields.day)
    return OpinionReceipt(fields.text(data, "id"), fields.text(data, "number"), fields.text(data, "kind"), due, reachable)
