"""What there is to read, kept on the disk: a terminal that starts while the service is away can still be read on.

Of the hall its name, its telephone and its zone; its items and its guides whole. No person stands in any of it: who is on duty
and on show, and what waits, is not kept. The files are the service's own answers, so a newer program reads them or leaves them
alone.
"""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path
from typing import Any

from kiosk.hall import fields
from kiosk.hall.fields import Misread
from kiosk.hall.guide import Guide
from kiosk.hall.guide_wire import guides_of
from kiosk.hall.messages import Hall, Item
from kiosk.hall.wire import items_of

FOLDER = "kept"
HALL, ITEMS, GUIDES = "hall", "items", "guides"
OF_A_HALL = ("id", "name", "phone", "zone")

log = logging.getLogger("bangban.kept")


class Kept:
    """``state``: the machine's folder; nothing is read of another hall than ``hall_id``. Never raises for what a disk can do."""

    def __init__(self, state: Path, hall_id: str) -> None:
        self._folder = state / FOLDER
        self._hall_id = hall_id
        self._written: dict[str, str] = {}

    def keep(self, part: str, told: Any) -> None:
        """An answer of the service that could be read; the same again costs no write."""
        if part == HALL:
            told = {name: told[name] for name in OF_A_HALL}
        text = json.dumps({"hall": self._hall_id, "told": told}, ensure_ascii=False)
        if self._written.get(part) == text:
            return
        try:
            _write(self._folder / f"{part}.json", text)
        except OSError as error:
            log.error("the %s cannot be kept: %s", part, type(error).__name__)
            return
        if part == HALL:  # the others come once for a set-up; megabytes need not be held for them
            self._written[part] = text

    def hall(self) -> Hall | None:
        """The hall without its lines: what can be taken now, only the service knows."""
        try:
            told = self._told(HALL)
            id, phone, zone = (fields.text(told, name) for name in ("id", "phone", "zone"))
            return Hall(id, fields.name(told, "name"), phone, zone, hours_today="", lines=(), priorities=())
        except (OSError, ValueError):
            return None

    def items(self) -> tuple[Item, ...]:
        try:
            return items_of(self._told(ITEMS))
        except (OSError, ValueError):
            return ()

    def guides(self) -> tuple[Guide, ...]:
        try:
            return guides_of(self._told(GUIDES))
        except (OSError, ValueError):
            return ()

    def _told(self, part: str) -> Any:
        kept = json.loads((self._folder / f"{part}.json").read_text("utf-8"))
        if fields.text(kept, "hall") != self._hall_id:
            raise Misread("hall")
        return fields.field(kept, "told", dict)


def _write(path: Path, text: str) -> None:
    """Whole or not at all, whenever the power goes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    with new.open("w", encoding="utf-8") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    os.replace(new, path)
