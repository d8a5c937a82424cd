"""The journal: what happened, for the auditor, never to whom.

Every entry is declared here once with its sentence. An entry carries only values from closed lists (device names of the
configuration, faults, refusals, view names, line ids), so nothing of a resident can get in.
"""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path


class What(Enum):
    """Kind of entry -> the auditor's sentence."""

    STARTED = "the program started"
    STOPPED = "the program stopped"
    VISIT_BEGAN = "a visit began"
    VISIT_ENDED = "a visit ended and was wiped"
    CARD_READ = "a card was read"
    CARD_FAILED = "a card could not be read"
    TICKET_ISSUED = "a ticket was issued"
    TICKET_REFUSED = "a ticket was refused"
    PRINT_OUTCOME = "a ticket's print outcome is known"
    BOOKED = "a time was booked or moved"
    BOOKING_CANCELLED = "an appointment was cancelled"
    BOOKING_REFUSED = "a question about an appointment was refused"
    VISIT_ASKED = "a visit at home was asked for"
    OPINION_TOLD = "an opinion or a complaint was told"
    MANDATE_GIVEN = "a mandate was given"
    MANDATE_SEEN = "somebody saw how far their mandate is"
    MANDATE_RECEIVED = "the result of a mandate was signed for"
    MANDATE_REFUSED = "a question about a mandate was refused"
    GUIDE_PRINTED = "a guide or a notice was printed, or not"
    HANDBOOK_PRINTED = "the helpers' handbook was printed, or not"
    NOTICE_GIVEN = "a resident was told what is missing"
    HELP_CALLED = "a helper was called"
    HELP_ANSWERED = "a helper answered"
    RATING_GIVEN = "a rating was given"
    RATING_SKIPPED = "a rating was skipped"
    DEVICE_UP = "a device came up"
    DEVICE_DOWN = "a device went down"
    SERVICE_UP = "the central service answered"
    SERVICE_DOWN = "the central service stopped answering"
    CRASHED = "a part failed and was started again"


@dataclass(frozen=True)
class Entry:
    """``detail``: a device's configured name, a Fault, Refusal or outcome value, a view name or a line id; nothing else."""

    what: What
    detail: str = ""


class Journal:
    """Appends one JSON line an entry; a full disk costs entries, never the visit."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._log = logging.getLogger("bangban.journal")
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)

    def write(self, entry: Entry, at: datetime) -> None:
        line = json.dumps({"at": at.isoformat(timespec="milliseconds"), "what": entry.what.name, "detail": entry.detail})
        self._log.info("%s %s", entry.what.name, entry.detail)
        if self._path is None:
            return
        try:
            with self._path.open("a", encoding="utf-8") as out:
                out.write(line + "\n")
        except OSError as error:
            self._log.warning("journal entry lost: %s", error)
