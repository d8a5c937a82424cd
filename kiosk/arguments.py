"""The command line of the three programs, and the log."""

from __future__ import annotations

import argparse
import logging
import sys
import threading
from dataclasses import dataclass
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from kiosk import failure
from kiosk.config import loopback

PROGRAMS = {"terminal": "bangban-kiosk", "display": "bangban-display", "pad": "bangban-pad"}
LARGEST_LOG = 4 << 20  # bytes; four files of it


@dataclass(frozen=True)
class Arguments:
    config: Path
    windowed: bool
    inspect: str
    enrol: str
    log: Path | None


def arguments(role: str, given: list[str] | None) -> Arguments:
    parser = argparse.ArgumentParser(PROGRAMS[role], description=f"The {role} of a service hall.")
    parser.add_argument("--config", type=Path, required=True, metavar="FILE", help="the configuration (TOML)")
    parser.add_argument("--windowed", action="store_true", help="a window instead of the whole screen")
    parser.add_argument("--inspect", default="", metavar="HOST:PORT", help="answer GET /tree and /health; loopback only")
    parser.add_argument("--enrol", default="", metavar="CODE", help="get this machine's credential for CODE, and end")
    parser.add_argument("--log", type=Path, default=None, metavar="FILE", help="log here instead of to the terminal")
    found = parser.parse_args(given)
    if found.inspect and loopback(found.inspect) is None:
        parser.error(f"--inspect: 127.0.0.1:PORT is wanted, not {found.inspect}")
    return Arguments(found.config, found.windowed, found.inspect, found.enrol, found.log)


def start_log(file: Path | None) -> None:
    """Errors that nobody caught are logged by kind and place alone: their words may quote what a card said."""
    handler: logging.Handler = logging.StreamHandler()
    if file is not None:
        handler = RotatingFileHandler(file, maxBytes=LARGEST_LOG, backupCount=3, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    root.addHandler(handler)
    logging.getLogger("urllib3").setLevel(logging.ERROR)  # it names paths
    logging.raiseExceptions = False
    sys.excepthook = _uncaught
    threading.excepthook = lambda args: _uncaught(args.exc_type, args.exc_value, args.exc_traceback)


def _uncaught(kind: type[BaseException], error: BaseException | None, place: TracebackType | None) -> None:
    if error is not None and not issubclass(kind, (KeyboardInterrupt, SystemExit)):
        logging.getLogger("bangban").critical("not caught: %s", failure.place_of(error.with_traceback(place)))
