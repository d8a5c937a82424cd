"""Runs the app under uvicorn: ends open event streams when asked to stop, and logs no query string and no ticket's key."""

from __future__ import annotations

import logging
import re
import socket
from typing import Any

import uvicorn
from fastapi import FastAPI

KEEP_ALIVE_S = 75  # longer than a terminal's pause between two requests: closing first would cost it a failed one
_SECRET_PATH = re.compile(r"^(/t/)[^/]+")


class AccessFilter(logging.Filter):
    """Shortens the path of uvicorn's access lines (its third argument)."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple) and len(record.args) > 2:
            path = _SECRET_PATH.sub(r"\1…", str(record.args[2]).partition("?")[0])
            record.args = (*record.args[:2], path, *record.args[3:])
        return True


ACCESS_FILTER = AccessFilter()


class Server(uvicorn.Server):
    """Uvicorn waits for open responses before the lifespan ends; streams have no end of their own, so they are told first."""

    def __init__(self, app: FastAPI, **options: Any) -> None:
        options = {"timeout_graceful_shutdown": 10, "timeout_keep_alive": KEEP_ALIVE_S, "server_header": False, **options}
        super().__init__(uvicorn.Config(app, **options))
        logging.getLogger("uvicorn.access").addFilter(ACCESS_FILTER)
        self._bell = app.state.context.bell

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._bell.close()
        await super().shutdown(sockets)
