"""Bringing a catalogue into a hall: all of it, or, when anything is wrong, nothing and every mistake."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from central.audit import repository as audit
from central.catalogue import documents, publishing, repository
from central.catalogue.entries import Batch, Entry, Problem
from central.catalogue.models import Item
from central.catalogue.repository import Known
from central.errors import CatalogueRefused
from central.halls import repository as hall_rows
from central.halls import service as halls
from central.mistakes import Mistake
from central.unit import Unit

NEEDED = ("name", "domain", "line")
"""What a new item has to bring."""


@dataclass(frozen=True)
class Brought:
    """How many: items that are new or other than before, guides that got another version, and those that stay as they are."""

    items_new: int
    items_changed: int
    guides_new: int
    guides_same: int


@dataclass(frozen=True)
class Prepared:
    """A file that was read. ``bodies``: of the guides, by item, made before the transaction begins."""

    batch: Batch
    bodies: dict[str, str]


def prepare(batch: Batch) -> Prepared:
    """Takes a second for thousands of items: not for the thread that writes."""
    return Prepared(batch, {each.id: documents.canonical(each.guide) for each in batch.entries if each.guide is not None})


def bring_in(unit: Unit, hall: str, prepared: Prepared, default_from: date | None, trial: bool = False) -> Brought:
    """``default_from``: for guides that don't say from when on they are in force; None: today. ``trial``: nothing is stored.

    Raises ``CatalogueRefused`` with every mistake.
    """
    plan = _Plan(unit, hall, prepared, default_from)
    problems = [*prepared.batch.problems, *plan.problems]
    if problems:
        raise CatalogueRefused([each.model_dump() for each in problems])
    told = Brought(len(plan.new), len(plan.changed), len(plan.rows), plan.same)
    if not trial and (plan.new or plan.changed or plan.rows):
        plan.store()
        audit.add(unit.session, unit.now, hall, publishing.actor(unit), "guide.imported", hall)
        halls.changed(unit, hall)
    return told


class _Plan:
    """What becomes of each entry, and what stands against it."""

    def __init__(self, unit: Unit, hall: str, prepared: Prepared, default_from: date | None) -> None:
        self._unit, self._hall, self._prepared = unit, hall, prepared
        self._today = halls.today(unit, hall)
        self._from = default_from or self._today
        self._items = {each.id: each for each in repository.items(unit.session, hall)}
        self._lines = {each.id for each in hall_rows.lines(unit.session, hall)}
        self._known: dict[str, list[Known]] = {}
        for each in repository.known(unit.session, hall):
            self._known.setdefault(each.item, []).append(each)
        self.new: list[dict[str, Any]] = []
        self.changed: list[tuple[Item, dict[str, Any]]] = []
        self.rows: list[dict[str, object]] = []
        self.same = 0
        self.problems = [each for index, entry in enumerate(prepared.batch.entries) for each in self._take(index, entry)]

    def _take(self, index: int, entry: Entry) -> Iterator[Problem]:
        batch, item = self._prepared.batch, self._items.get(entry.id)
        if entry.line is not None and entry.line not in self._lines:
            yield batch.problem(index, ("line",), "unknown", "the hall has no such line")
        if item is None:
            for field in NEEDED:
                if getattr(entry, field) is None:
                    yield batch.problem(index, (field,), "missing", f"a new item needs its {field}")
            place = {"hall_id": self._hall, "id": entry.id, "position": len(self._items) + len(self.new)}
            self.new.append(_values(entry) | place)
        else:
            other = {name: value for name, value in _values(entry).items() if getattr(item, name) != value}
            if other:
                self.changed.append((item, other))
        name = entry.name or (item.name if item is not None else None)
        if entry.guide is not None and name is not None:
            yield from self._take_guide(index, entry, name)

    def _take_guide(self, index: int, entry: Entry, name: dict[str, str]) -> Iterator[Problem]:
        body = self._prepared.bodies[entry.id]
        digest = documents.digest(body, name)
        day = entry.effective_from or self._from
        decided = publishing.decide(self._known.get(entry.id, ()), digest, day, self._today)
        if isinstance(decided, Mistake):
            yield self._prepared.batch.problem(index, ("effective_from",), decided.code, decided.message)
        elif decided.new:
            self.rows.append(publishing.row(self._unit, self._hall, entry.id, name, decided, body, digest))
        else:
            self.same += 1

    def store(self) -> None:
        repository.add_items(self._unit.session, [{"aliases": [], **each} for each in self.new])
        for item, values in self.changed:
            for name, value in values.items():
                setattr(item, name, value)
        self._unit.session.flush()
        repository.add(self._unit.session, self.rows)


def _values(entry: Entry) -> dict[str, Any]:
    """What the entry says of the item, by column."""
    values = {"name": entry.name, "domain": entry.domain, "line_id": entry.line, "aliases": entry.aliases}
    return {name: value for name, value in values.items() if value is not None}
