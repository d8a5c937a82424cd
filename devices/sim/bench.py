"""The developer's bench: a page on loopback on which to lay cards, tear paper and pull cables, and the same as JSON.

    GET  /                  the page
    GET  /state             how everything is, by device
    POST /do                {"device": "printer", "do": "tear"}; further keys are what the deed takes
    GET  /ticket/<n>.png    a piece of paper, from 0; -1 is the last

Only this machine is served, and only pages of the bench itself: a request whose Host or Origin is another's is refused, so that
no web page elsewhere can press a key here through a developer's browser.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from threading import Thread
from typing import Any

from devices.sim.hall import Hall
from devices.sim.stands import CannotDo

_FILES = {
    "/": ("bench.html", "text/html; charset=utf-8"),
    "/bench.css": ("bench.css", "text/css; charset=utf-8"),
    "/bench.js": ("bench.js", "text/javascript; charset=utf-8"),
}
_TICKET = re.compile(r"/ticket/(-?\d{1,6})\.png")
_LONGEST_BODY = 10_000
_POLICY = "default-src 'self'"


class BenchServer:
    """Serves until :meth:`close`. ``port`` 0 lets the system choose; ``url`` has the one chosen."""

    def __init__(self, hall: Hall, port: int = 0) -> None:
        self._server = _Server(hall, port)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.1}, name="bench", daemon=True)
        self._thread.start()

    def __enter__(self) -> BenchServer:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, hall: Hall, port: int) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.hall = hall
        self.names = {f"{name}:{self.server_address[1]}" for name in ("127.0.0.1", "localhost")}


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    server_version = "bench"

    def do_GET(self) -> None:
        if self._is_foreign():
            return
        ticket = _TICKET.fullmatch(self.path)
        if self.path in _FILES:
            name, kind = _FILES[self.path]
            self._answer(HTTPStatus.OK, kind, files("devices.sim").joinpath(name).read_bytes())
        elif self.path == "/state":
            self._answer_json(HTTPStatus.OK, self.server.hall.state())
        elif ticket and (png := self.server.hall.printer.picture(int(ticket[1]))):
            self._answer(HTTPStatus.OK, "image/png", png)
        else:
            self._refuse(HTTPStatus.NOT_FOUND, f"there is no {self.path}")

    def do_POST(self) -> None:
        if self._is_foreign():
            return
        if self.path != "/do":
            self._refuse(HTTPStatus.NOT_FOUND, f"there is no {self.path}")
            return
        try:
            order = self._order()
            self.server.hall.do(order.pop("device"), order.pop("do"), **order)
        except (CannotDo, ValueError, KeyError) as why:
            self._refuse(HTTPStatus.BAD_REQUEST, str(why))
        else:
            self._answer_json(HTTPStatus.OK, {})

    def _order(self) -> dict[str, Any]:
        if self.headers.get_content_type() != "application/json":
            raise ValueError("an order is application/json")
        size = int(self.headers.get("Content-Length", "0"))
        if not 0 < size <= _LONGEST_BODY:
            raise ValueError(f"an order has 1 to {_LONGEST_BODY} bytes")
        order = json.loads(self.rfile.read(size))
        if not isinstance(order, dict) or not all(isinstance(order.get(key), str) for key in ("device", "do")):
            raise ValueError('an order is {"device": "...", "do": "...", ...}')
        return order

    def _is_foreign(self) -> bool:
        """Whether somebody else's page or name is behind this request; then it has been refused."""
        host, origin = self.headers.get("Host", ""), self.headers.get("Origin")
        if host in self.server.names and (origin is None or origin in {f"http://{name}" for name in self.server.names}):
            return False
        self._refuse(HTTPStatus.FORBIDDEN, "the bench serves this machine and its own page only")
        return True

    def _refuse(self, status: HTTPStatus, why: str) -> None:
        self._answer_json(status, {"error": why})

    def _answer_json(self, status: HTTPStatus, value: Mapping[str, Any]) -> None:
        self._answer(status, "application/json", json.dumps(value, ensure_ascii=False).encode())

    def _answer(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Security-Policy", _POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """The page asks for the state twice a second; nothing of that is worth a line."""
