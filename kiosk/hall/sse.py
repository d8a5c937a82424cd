"""Server-sent events: bytes in any pieces -> messages (WHATWG HTML 9.2.6). Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

LARGEST = 1 << 20  # bytes of one message; more is not an event stream


@dataclass(frozen=True)
class Message:
    event: str
    data: str
    last_id: str


class Overflow(ValueError):
    """A message without end."""


class Parser:
    """Feed it what arrives; it gives the messages that are complete."""

    def __init__(self, last_id: str = "") -> None:
        self.last_id = last_id
        self._rest = b""
        self._event = ""
        self._data: list[str] = []
        self._size = 0

    def feed(self, piece: bytes) -> Iterator[Message]:
        self._rest += piece
        while (line := self._take_line()) is not None:
            message = self._line(line.decode("utf-8", "replace"))
            if message is not None:
                yield message
        if len(self._rest) + self._size > LARGEST:
            raise Overflow

    def _take_line(self) -> bytes | None:
        """Lines end with CR LF, LF or CR. A CR at the very end waits: a LF may follow it."""
        ends = [place for place in (self._rest.find(b"\r"), self._rest.find(b"\n")) if place >= 0]
        if not ends:
            return None
        end = min(ends)
        after = end + 1
        rest = self._rest[after:]
        if self._rest[end] == ord("\r"):
            if not rest:
                return None
            rest = rest.removeprefix(b"\n")
        line, self._rest = self._rest[:end], rest
        return line

    def _line(self, line: str) -> Message | None:
        if not line:
            return self._complete()
        field, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if field == "data":
            self._data.append(value)
            self._size += len(value)
        elif field == "event":
            self._event = value
        elif field == "id" and "\0" not in value:
            self.last_id = value
        return None

    def _complete(self) -> Message | None:
        event, data = self._event or "message", self._data
        self._event, self._data, self._size = "", [], 0
        return Message(event, "\n".join(data), self.last_id) if data else None
