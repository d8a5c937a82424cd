"""Runs the app under uvicorn: ends open event streams when asked to stop, and logs no query string and no ticket's key."""

from __future__ import annotations

import logging
import re
import socket
from typing import Any

import uvicorn
from fastapi import FastAPI

_SECRET_PATH = re.compile(r"^(/t/)[^/]+")


class AccessFilter(logging.Filter):
    """Shortens the path of uvicorn's access lines (its third argument)."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple) and len(record.args) > 2:
            path = _SECRET_PATH.sub(r"\1…", str(record.args[2]).partition("?")[0])
            record.args = (*record.args[:2], path, *record.args[3:])
        return True


class Server(uvicorn.Server):
    """Uvicorn waits for open responses before the lifespan ends; streams have no end of their own, so they are told first."""

    def __init__(self, app: FastAPI, **options: Any) -> None:
        super().__init__(uvicorn.Config(app, timeout_graceful_shutdown=10, server_header=False, **options))
        logging.getLogger("uvicorn.access").addFilter(AccessFilter())
        self._bell = app.state.context.bell

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._bell.close()
        await super().shutdown(sockets)
