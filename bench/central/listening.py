"""A screen that listens to its hall's event stream, as displays, consoles and terminals do."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from time import perf_counter
from typing import Any, NamedTuple

from bench.central.wire import Stage, request

AGAIN_S = 0.2


class Event(NamedTuple):
    id: int
    name: str
    data: bytes
    at: float
    """``perf_counter`` of its arrival."""

    def told(self) -> dict[str, Any]:
        return dict(json.loads(self.data))


class Unchunked:
    """Takes a chunked body (RFC 9112, 7.1) apart, however it was cut."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, piece: bytes) -> bytes:
        """What the chunks hold that are whole by now."""
        self._rest += piece
        out = []
        while (line := self._rest.find(b"\r\n")) >= 0:
            end = line + 2 + int(self._rest[:line], 16)
            if len(self._rest) < end + 2:
                break
            out.append(self._rest[line + 2 : end])
            self._rest = self._rest[end + 2 :]
        return b"".join(out)


class Screen:
    """Listens for as long as the stage plays; a stream that breaks is taken up again where it ended.

    ``began``: the newest event when it came, so that it hears those behind it; -1 before that. ``last``: the one it heard last.
    """

    def __init__(self, stage: Stage, hall: str, token: str, take: Callable[[Event], None]) -> None:
        self.sock: socket.socket | None = None
        self.hall = hall
        self.began = -1
        self.last = -1
        self.breaks = 0
        self._stage = stage
        self._token = token
        self._take = take
        self._head = b""
        self._text = b""
        self._body: Unchunked | None = None

    def go(self) -> None:
        """Connects and asks for the stream."""
        resume = f"last-event-id: {self.last}\r\n" if self.last >= 0 else ""
        self._head = self._text = b""
        self._body = None
        try:
            self.sock = self._stage.connect(self)
            self.sock.send(request("GET", f"/api/v1/halls/{self.hall}/events", self._token, resume))
        except OSError:
            self._broke()

    def readable(self) -> None:
        assert self.sock is not None
        try:
            piece = self.sock.recv(65536)
        except OSError:
            piece = b""
        if not piece:
            self._broke()
        elif self._body is not None:
            self._read(self._body.feed(piece))
        else:
            self._open(piece)

    def _open(self, piece: bytes) -> None:
        self._head += piece
        head, end, rest = self._head.partition(b"\r\n\r\n")
        if not end:
            return
        if head[9:12] != b"200":
            raise ConnectionError(f"the event stream was refused: {head[:40]!r}")
        self._body = Unchunked()
        self._read(self._body.feed(rest))

    def _read(self, text: bytes) -> None:
        self._text += text
        at = perf_counter()
        while (end := self._text.find(b"\n\n")) >= 0:
            frame, self._text = self._text[:end], self._text[end + 2 :]
            fields = dict(line.split(b": ", 1) for line in frame.split(b"\n") if not line.startswith(b":"))
            if b"id" not in fields:
                continue  # a comment, to keep the connection
            before, self.last = self.last, int(fields[b"id"])
            if fields[b"event"] == b"hello":
                self.began = self.last if self.began < 0 else self.began
            elif self.last > before or fields[b"event"] != b"hall.changed":  # else: the advice to look, after a break
                self._take(Event(self.last, fields[b"event"].decode(), fields[b"data"], at))

    def _broke(self) -> None:
        self.breaks += 1
        if self.sock is not None:
            self._stage.disconnect(self.sock)
            self.sock = None
        self._stage.later(AGAIN_S, self)
