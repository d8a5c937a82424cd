"""The machine's own credential: got once for a code that the manager's page shows, kept in the state folder."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kiosk.hall.fields import Misread
from kiosk.hall.link import Link
from kiosk.hall.messages import Refusal
from kiosk.hall.wire import text_of

FILE = "credential.json"


@dataclass(frozen=True, repr=False)
class Credential:
    """``window``: of a pad. ``service``: the address it was got from; it is sent nowhere else."""

    service: str
    terminal: str
    role: str
    hall: str
    window: str
    token: str

    def __repr__(self) -> str:
        return f"<Credential of {self.role} {self.terminal}>"


class EnrolFailed(Exception):
    """Says why, in a sentence for the technician."""


def enrol(url: str, code: str, *, ca: str | None = None) -> Credential:
    answer = Link(url, ca=ca).ask("POST", "/enrol", {"code": code})
    if answer.code == "code_unknown":
        raise EnrolFailed("the service does not know this code, or it was used before; take a new one")
    if answer.refusal is Refusal.UNREACHABLE:
        raise EnrolFailed(f"no answer from {url}")
    if answer.refusal is not None:
        raise EnrolFailed(f"the service refused: {answer.code or answer.refusal.value}")
    try:
        return _credential(url, answer.data)
    except Misread as error:
        raise EnrolFailed(f"the service's answer cannot be read: {error}") from error


def store(credential: Credential, state: Path) -> None:
    """Readable by its owner alone, and whole or not at all."""
    state.mkdir(parents=True, exist_ok=True)
    path, new = state / FILE, state / f"{FILE}.new"
    new.unlink(missing_ok=True)
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as out:
        json.dump(asdict(credential), out)
        out.flush()
        os.fsync(out.fileno())
    os.replace(new, path)


def load(state: Path, url: str) -> Credential | None:
    """None: not enrolled, or enrolled with another service."""
    try:
        data = json.loads((state / FILE).read_text(encoding="utf-8"))
        credential = Credential(**{field: text_of(data, field) for field in Credential.__dataclass_fields__})
    except (OSError, ValueError):
        return None
    return credential if credential.service == url else None


def _credential(url: str, data: Any) -> Credential:
    window = data.get("window") if isinstance(data, dict) else None
    fields = {name: text_of(data, name) for name in ("terminal", "role", "hall", "token")}
    return Credential(service=url, window=window if isinstance(window, str) else "", **fields)
