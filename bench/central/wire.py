"""HTTP/1.1 as cheaply as Python can: one thread, one epoll, players that are generators.

The load shares the machine with what it measures, so it must cost little: about 15 microseconds a request, where the service
takes hundreds. A player yields what it wants and is sent what came of it.
"""

from __future__ import annotations

import heapq
import select
import socket
from collections.abc import Callable, Generator
from itertools import count
from time import perf_counter
from typing import Any, NamedTuple, Protocol

PATIENCE_S = 30.0


class Answer(NamedTuple):
    status: int
    body: bytes
    took_s: float
    mark: str = ""
    """Its ETag."""


class Lost(Exception):
    """The connection broke before the whole answer was there, or there was none to be had."""


class Unread(bytes):
    """A request whose sender is cut off before the answer: it is sent, and the connection closed behind it."""


Play = Generator["bytes | float | None", Any, None]
"""Yields a whole request and is sent its ``Answer`` or thrown ``Lost``; yields ``Unread`` or a pause (s) and is sent None; yields
None and rests until its seat is told to ``go``."""


class Reader(Protocol):
    """Whatever waits for bytes on a socket."""

    sock: socket.socket | None

    def readable(self) -> None: ...


class Seat:
    """A player with its connection, which is opened when needed and kept alive."""

    __slots__ = ("stage", "play", "sock", "buffer", "asked_at")

    def __init__(self, stage: Stage, play: Play) -> None:
        self.stage = stage
        self.play = play
        self.sock: socket.socket | None = None
        self.buffer = b""
        self.asked_at = 0.0  # 0: nothing is awaited

    def go(self, came: Answer | Lost | None = None) -> None:
        """Hands over what came and does what is wanted next."""
        while True:
            try:
                want = self.play.throw(came) if isinstance(came, Lost) else self.play.send(came)
            except StopIteration:
                self.hang_up()
                self.stage.playing -= 1
                return
            came = None
            if want is None:
                return
            if isinstance(want, float):
                self.stage.later(want, self)
                return
            try:
                self._send(want)
            except OSError:
                self.hang_up()
                came = Lost()
                continue
            if not isinstance(want, Unread):
                return
            self.hang_up()

    def _send(self, request: bytes) -> None:
        if self.sock is None:
            self.sock = self.stage.connect(self)
        if self.sock.send(request) != len(request):
            raise BlockingIOError("a request that does not fit into the socket's buffer")
        self.asked_at = perf_counter()

    def readable(self) -> None:
        assert self.sock is not None
        try:
            more = self.sock.recv(65536)
        except OSError:
            more = b""
        if not more:
            awaited = self.asked_at > 0
            self.hang_up()
            if awaited:
                self.go(Lost())
            return
        self.buffer += more
        whole = whole_answer(self.buffer)
        if whole is not None:
            took_s = perf_counter() - self.asked_at
            answer = Answer(whole[0], whole[1], took_s, _mark(self.buffer))
            self.buffer, self.asked_at = b"", 0.0
            self.go(answer)

    def hang_up(self) -> None:
        if self.sock is not None:
            self.stage.disconnect(self.sock)
            self.sock = None
        self.buffer, self.asked_at = b"", 0.0


class Stage:
    """Where players and listeners meet the service at ``port`` of this machine. ``over`` asks the players to come to an end."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.over = False
        self.playing = 0
        self._epoll = select.epoll()
        self._readers: dict[int, Reader] = {}
        self._timers: list[tuple[float, int, Any]] = []
        self._ordinal = count()

    def enter(self, play: Play, after_s: float = 0.0) -> Seat:
        self.playing += 1
        seat = Seat(self, play)
        self.later(after_s, seat)
        return seat

    def later(self, seconds: float, what: Any) -> None:
        """``what.go()`` is called then."""
        heapq.heappush(self._timers, (perf_counter() + seconds, next(self._ordinal), what))

    def connect(self, reader: Reader) -> socket.socket:
        sock = socket.create_connection(("127.0.0.1", self.port), PATIENCE_S)
        sock.setblocking(False)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._readers[sock.fileno()] = reader
        self._epoll.register(sock.fileno(), select.EPOLLIN)
        return sock

    def disconnect(self, sock: socket.socket) -> None:
        del self._readers[sock.fileno()]
        self._epoll.unregister(sock.fileno())
        sock.close()

    def run(self, seconds: float, enough: Callable[[], bool] | None = None) -> float:
        """Plays until the time is over (and ``enough`` says so) and every player has come to its end; the seconds that took."""
        begun, patience = perf_counter(), PATIENCE_S
        while self.playing:
            now = perf_counter() - begun
            if not self.over and now >= seconds and (enough is None or enough()):
                self.over, patience = True, now + PATIENCE_S
            self.turn()
            if self.over and now > patience:
                raise TimeoutError(f"{self.playing} players got no answer within {PATIENCE_S:.0f} s")
        return perf_counter() - begun

    def turn(self, longest_s: float = 0.05) -> None:
        """What can be done now; waits at most ``longest_s`` for something to do."""
        due = self._timers[0][0] - perf_counter() if self._timers else longest_s
        for descriptor, _ in self._epoll.poll(min(max(due, 0.0), longest_s), 256):
            reader = self._readers.get(descriptor)
            if reader is not None:  # hung up by an earlier one of the same round
                reader.readable()
        while self._timers and self._timers[0][0] <= perf_counter():
            heapq.heappop(self._timers)[2].go()

    def close(self) -> None:
        for reader in list(self._readers.values()):
            if reader.sock is not None:
                self.disconnect(reader.sock)
                reader.sock = None
        self._epoll.close()


def whole_answer(buffer: bytes) -> tuple[int, bytes] | None:
    """Status and body, once all of it is there. The service says the length of every answer that is not a stream."""
    end = buffer.find(b"\r\n\r\n")
    if end < 0:
        return None
    at = buffer.find(b"\r\ncontent-length: ", 0, end)
    length = int(buffer[at + 18 : buffer.find(b"\r\n", at + 18)]) if at >= 0 else 0
    if len(buffer) < end + 4 + length:
        return None
    return int(buffer[9:12]), buffer[end + 4 : end + 4 + length]


def _mark(buffer: bytes) -> str:
    at = buffer.find(b"\r\netag: ", 0, buffer.find(b"\r\n\r\n"))
    return "" if at < 0 else buffer[at + 8 : buffer.find(b"\r\n", at + 8)].decode()


def request(method: str, path: str, token: str | None = None, headers: str = "", body: bytes = b"") -> bytes:
    """A whole request. ``headers``: further lines, each ending with CRLF."""
    credential = f"authorization: Bearer {token}\r\n" if token else ""
    kind = f"content-type: application/json\r\ncontent-length: {len(body)}\r\n" if body else ""
    length = "content-length: 0\r\n" if method == "POST" and not body else ""
    return f"{method} {path} HTTP/1.1\r\nhost: bench\r\n{credential}{headers}{kind}{length}\r\n".encode() + body
