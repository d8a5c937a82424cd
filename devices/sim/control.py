"""The bench's hand by remote control, for tests and for the tour."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import ProxyHandler, Request, build_opener

_TIMEOUT_S = 10.0
_DIRECT = build_opener(ProxyHandler({}))  # the bench is on this machine, whatever the proxy of the environment


class BenchRefused(Exception):
    """The bench did not do it; the message says what it can do."""


class BenchClient:
    """``url`` as in ``devices.json``: ``http://127.0.0.1:PORT``."""

    def __init__(self, url: str) -> None:
        self._url = url.rstrip("/")

    def state(self) -> dict[str, Any]:
        """How everything is, by device."""
        found: dict[str, Any] = json.loads(self._get("/state"))
        return found

    def do(self, device: str, what: str, **details: Any) -> None:
        """Done when this returns. Raises :class:`BenchRefused`."""
        body = json.dumps({"device": device, "do": what, **details}).encode()
        request = Request(self._url + "/do", body, {"Content-Type": "application/json"})
        try:
            _DIRECT.open(request, timeout=_TIMEOUT_S).close()
        except HTTPError as refused:
            with refused:
                raise BenchRefused(json.loads(refused.read())["error"]) from None

    def picture(self, path: Path, number: int = -1) -> None:
        """Save the last piece of paper, or the one with this number from 0, as PNG. Raises :class:`BenchRefused`."""
        try:
            path.write_bytes(self._get(f"/ticket/{number}.png"))
        except HTTPError as refused:
            refused.close()
            raise BenchRefused("nothing has been printed") from None

    def _get(self, path: str) -> bytes:
        with _DIRECT.open(self._url + path, timeout=_TIMEOUT_S) as answer:
            data: bytes = answer.read()
            return data
