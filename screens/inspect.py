"""The glass told over HTTP, for tests and for diagnostics on the machine itself: off by default, loopback only."""

from __future__ import annotations

import json
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from threading import Thread
from typing import Any, Protocol

Json = dict[str, Any]


class Told(Protocol):
    """What is inspected: a glass."""

    def tree(self) -> Json: ...


class Inspection:
    """A running server; ``port`` is the real one when 0 was asked for."""

    def __init__(self, server: ThreadingHTTPServer) -> None:
        self._server = server
        self.port: int = server.server_address[1]
        self._thread = Thread(target=server.serve_forever, name="inspect", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def serve(address: str, glass: Told, health: Callable[[], Json]) -> Inspection:
    """Answer ``GET /tree`` and ``GET /health`` on "127.0.0.1:PORT" or "[::1]:PORT".

    Raises ValueError for an address that another machine could reach or that is no address, OSError if the port is taken.
    """
    host, port = _loopback(address)
    answers: dict[str, Callable[[], Json]] = {"/tree": glass.tree, "/health": health}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer = answers.get(self.path.partition("?")[0])
            if not _is_local(self.headers.get("Host", "")):
                self._send(403, {"error": "this address answers to the machine itself alone"})
            elif answer is None:
                self._send(404, {"error": f"there is {' and '.join(sorted(answers))}"})
            else:
                self._send(200, answer())

        def _send(self, status: int, body: Json) -> None:
            data = json.dumps(body, ensure_ascii=False).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json; charset=utf-8")
            self.send_header("Content-Length", str(len(data)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing: what is on the glass concerns a resident, and so does when it was asked for."""

    return Inspection(ThreadingHTTPServer((host, port), Handler))


def _loopback(address: str) -> tuple[str, int]:
    host, _, port = address.rpartition(":")
    host = host.strip("[]")
    try:
        local, number = ip_address(host).is_loopback, int(port)
    except ValueError:
        raise ValueError(f"not an address with a port, such as 127.0.0.1:8790: {address!r}") from None
    if not local:
        raise ValueError(f"inspection is for this machine alone (127.0.0.1 or ::1), not {host}")
    return host, number


def _is_local(host: str) -> bool:
    """The Host header of a request names the loopback: a page in a browser cannot ask through a name of its own."""
    name = host.rpartition(":")[0] if not host.endswith("]") and ":" in host else host
    if name == "localhost":
        return True
    try:
        return ip_address(name.strip("[]")).is_loopback
    except ValueError:
        return False
