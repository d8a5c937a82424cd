"""A central service small enough to hold in the head, on a real port, that misbehaves on request.

It keeps the promises that matter to a terminal (idempotent requests, one rating a ticket) and records what it was asked.
"""

from __future__ import annotations

import json
import queue
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

GENERAL = {
    "id": "general",
    "letter": "A",
    "name": {"zh": "综合", "en": "General"},
    "summary": {"zh": "证明"},
    "open": True,
    "waiting": 3,
    "windows": ["1"],
    "opens_at": None,
}
HALL: dict[str, Any] = {
    "id": "heelun",
    "name": {"zh": "诃额伦街道便民服务中心"},
    "phone": "0477-0000000",
    "zone": "Asia/Shanghai",
    "hours_today": "08:30–12:00",
    "lines": [
        GENERAL,
        {**GENERAL, "id": "civil", "letter": "C", "name": {"zh": "民政"}, "open": False, "waiting": 0, "opens_at": "14:30"},
    ],
    "priorities": [
        {"id": "elderly", "name": {"zh": "老年人"}, "min_age": 65},
        {"id": "soldier", "name": {"zh": "军人"}, "min_age": None},
    ],
    "windows": [],
}


class FakeHall:
    """``mischief``: what to do with the next questions, one each: a status ("500"), a code as "line_closed", "hang",
    "close", "cut" (half an answer), "garbage", "html", "redirect", "trickle", "after" (do it, then close the connection
    without an answer)."""

    token = "a-token"

    def __init__(self) -> None:
        self.hall = json.loads(json.dumps(HALL))
        self.mischief: list[str] = []
        self.asked: list[tuple[str, str, Any, str | None]] = []
        self.tickets: dict[str, dict[str, Any]] = {}
        self.held: dict[str, Any] | None = None  # the ticket that whoever lays a card has already
        self.booked: dict[str, str] = {}  # code of an appointment -> its line, or the refusal's code
        self.ratings: dict[str, int | None] = {}
        self.prints: dict[str, list[str]] = {}
        self.helps: dict[str, str] = {}
        self.code = "CODE-1"
        self.resumed: list[str | None] = []
        self.listeners: list[queue.SimpleQueue[bytes | None]] = []
        self.open = True
        self.clock_ahead_s = 0.0
        self._lock = threading.Lock()
        self._event = 0
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.hall = self
        self.port = self._server.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})
        self._thread.start()

    def close(self) -> None:
        self.open = False
        self.drop()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(10)

    def drop(self) -> None:
        """End every event stream."""
        for listener in self.listeners:
            listener.put(None)

    def send(self, name: str, /, **data: Any) -> None:
        self._event += 1
        self.say(f"id: {self._event}\nevent: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode())

    def say(self, raw: bytes) -> None:
        for listener in self.listeners:
            listener.put(raw)

    # ---- what it answers ----

    def answer(self, method: str, path: str, body: Any, key: str | None) -> tuple[int, Any]:
        with self._lock:
            self.asked.append((method, path, body, key))
            parts = path.removeprefix("/api/v1/").split("/")
            match method, parts:
                case "POST", ["enrol"]:
                    return self._enrol(body)
                case "GET", ["halls", "heelun"]:
                    return 200, self.hall
                case "POST", ["halls", "heelun", "tickets"]:
                    return self._issue(body, key)
                case "POST", ["halls", "heelun", "appointments", "check-in"]:
                    return self._check_in(body, key)
                case "POST", ["halls", "heelun", "help"]:
                    assert key
                    new = key not in self.helps
                    return (201 if new else 200), {"id": self.helps.setdefault(key, f"help-{len(self.helps) + 1}")}
                case "PUT", ["tickets", ticket, "rating"]:
                    return self._rate(ticket, body)
                case "PUT", ["tickets", ticket, "print"]:
                    self.prints.setdefault(ticket, []).append(body["outcome"])
                    return 200, {"id": ticket}
            return 404, {"error": {"code": "not_found", "message": "", "field": None}}

    def _enrol(self, body: Any) -> tuple[int, Any]:
        if body["code"] != self.code:
            return 404, {"error": {"code": "code_unknown", "message": "", "field": None}}
        self.code = ""
        return 201, {"terminal": "t1", "role": "terminal", "hall": "heelun", "window": None, "token": self.token}

    def _issue(self, body: Any, key: str | None) -> tuple[int, Any]:
        if not key:
            return 400, {"error": {"code": "key_missing", "message": "", "field": None}}
        if key in self.tickets:
            return 200, self.tickets[key]
        if body.get("holder") and self.held:
            return 409, {"error": {"code": "ticket_open", "message": "", "field": None}, "ticket": self.held}
        number = f"A{len(self.tickets) + 1:03}"
        self.tickets[key] = {
            "id": f"ticket-{number}",
            "number": number,
            "line": body["line"],
            "ahead": 2,
            "estimated_wait_s": 420,
            "issued_at": "2025-03-03T01:30:00Z",
            "windows": ["1"],
            "state": "waiting",
            "qr": f"{self.url}/t/{number}",
            "priority": (body["priority"] or {}).get("class"),
            "print_outcome": None,
        }
        return 201, self.tickets[key]

    def _check_in(self, body: Any, key: str | None) -> tuple[int, Any]:
        booked = self.booked.get(body["code"], "appointment_unknown")
        if booked.startswith("appointment_"):
            return 404, {"error": {"code": booked, "message": "", "field": None}}
        status, ticket = self._issue({"line": booked, "priority": None}, key)
        return status, {**ticket, "appointment": True}

    def _rate(self, ticket: str, body: Any) -> tuple[int, Any]:
        if ticket == "unknown":
            return 404, {"error": {"code": "ticket_unknown", "message": "", "field": None}}
        if self.ratings.setdefault(ticket, body["level"]) != body["level"]:
            return 409, {"error": {"code": "already_rated", "message": "", "field": None}}
        return 200, {"ticket": ticket, "rated": True}


@contextmanager
def fake_hall() -> Iterator[FakeHall]:
    hall = FakeHall()
    try:
        yield hall
    finally:
        hall.close()


def dead_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    hall: FakeHall

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is what some tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def log_message(self, format: str, *args: Any) -> None: ...

    def date_time_string(self, timestamp: float | None = None) -> str:
        return formatdate(time.time() + self.server.hall.clock_ahead_s, usegmt=True)

    def do_GET(self) -> None:
        if self.path.endswith("/events"):
            self._stream()
        else:
            self._one("GET")

    def do_POST(self) -> None:
        self._one("POST")

    def do_PUT(self) -> None:
        self._one("PUT")

    def _one(self, method: str) -> None:
        hall = self.server.hall
        length = int(self.headers.get("Content-Length") or 0)
        body = json.loads(self.rfile.read(length)) if length else None
        mischief = hall.mischief.pop(0) if hall.mischief else ""
        if mischief and self._misbehave(mischief, method, body):
            return
        if not self.path.endswith("/enrol") and self.headers.get("Authorization") != f"Bearer {hall.token}":
            self._send(401, {"error": {"code": "not_enrolled", "message": "", "field": None}})
            return
        self._send(*hall.answer(method, self.path, body, self.headers.get("Idempotency-Key")))

    def _misbehave(self, mischief: str, method: str, body: Any) -> bool:
        match mischief:
            case "hang":
                while self.server.hall.open:
                    time.sleep(0.02)
            case "close":
                pass
            case "after":
                self.server.hall.answer(method, self.path, body, self.headers.get("Idempotency-Key"))
            case "cut":
                self._raw(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"id\":")
            case "garbage":
                self._raw(b"\x00\xff\xfe not HTTP at all\r\n\r\n")
            case "trickle":
                self._trickle()
            case "html":
                self._raw(b"HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\n<html></html>")
                return True
            case "redirect":
                self._raw(b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/login\r\nContent-Length: 0\r\n\r\n")
                return True
            case _ if mischief.isdigit():
                self._send(int(mischief), {"error": {"code": "broken", "message": "", "field": None}})
                return True
            case _:
                status = 429 if mischief == "too_many_codes" else 409
                self._send(status, {"error": {"code": mischief, "message": "", "field": None}})
                return True
        self.close_connection = True
        return True

    def _trickle(self) -> None:
        self._raw(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        while self.server.hall.open:
            self._raw(b" ")
            time.sleep(0.05)

    def _stream(self) -> None:
        hall = self.server.hall
        mischief = hall.mischief.pop(0) if hall.mischief else ""
        if mischief and self._misbehave(mischief, "GET", None):
            return
        if self.headers.get("Authorization") != f"Bearer {hall.token}":
            self._send(401, {"error": {"code": "not_enrolled", "message": "", "field": None}})
            return
        hall.resumed.append(self.headers.get("Last-Event-ID"))
        mine: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        hall.listeners.append(mine)
        head = f"HTTP/1.1 200 OK\r\nDate: {self.date_time_string()}\r\nContent-Type: text/event-stream\r\n"
        self._raw(head.encode() + b"Transfer-Encoding: chunked\r\n\r\n")
        self._chunk(b"id: 0\nevent: hello\ndata: {}\n\n" if not hall._event else b"event: hello\ndata: {}\n\n")
        while (raw := mine.get()) is not None:
            self._chunk(raw)
        hall.listeners.remove(mine)
        self.close_connection = True

    def _chunk(self, raw: bytes) -> None:
        self._raw(b"%x\r\n%s\r\n" % (len(raw), raw))

    def _raw(self, raw: bytes) -> None:
        self.wfile.write(raw)
        self.wfile.flush()

    def _send(self, status: int, data: Any) -> None:
        body = json.dumps(data).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
