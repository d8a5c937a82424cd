"""``python -m bench.central.bare SAMPLE --port N``: what the framework alone can do.

Endpoints of the same framework that take and give the same bodies as the service, under the same server with the same settings,
and do nothing. SAMPLE is a file with a ticket as the service answered it.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import socket
from pathlib import Path
from typing import Annotated, Any

import uvicorn
from fastapi import FastAPI, Header

from central.queue.schemas import TicketIn, TicketOut
from central.serve import OPTIONS, settle_memory


def app_of(sample: dict[str, Any]) -> FastAPI:
    app = FastAPI()

    @app.get("/health")
    async def health() -> dict[str, str]:
        return {"status": "ok"}

    @app.post("/api/v1/halls/{hall}/tickets", status_code=201)
    async def issue(hall: str, body: TicketIn, key: Annotated[str | None, Header(alias="Idempotency-Key")] = None) -> TicketOut:
        return TicketOut.model_validate(sample)

    @app.post("/api/v1/halls/{hall}/windows/{window}/next")
    async def next_ticket(hall: str, window: str) -> TicketOut:
        return TicketOut.model_validate(sample)

    @app.post("/api/v1/tickets/{ticket}/finish")
    async def finish(ticket: str) -> TicketOut:
        return TicketOut.model_validate(sample)

    return app


def main() -> None:
    parser = argparse.ArgumentParser("bench.central.bare")
    parser.add_argument("sample", type=Path)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--workers", type=int, default=1)
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(levelname)s:     %(name)s: %(message)s")
    app = app_of(json.loads(options.sample.read_text("utf-8")))
    listening = socket.create_server(("127.0.0.1", options.port), backlog=2048)
    for _ in range(options.workers - 1):
        if os.fork() == 0:
            break
    settle_memory()
    uvicorn.Server(uvicorn.Config(app, access_log=False, **OPTIONS)).run(sockets=[listening])


if __name__ == "__main__":
    main()
