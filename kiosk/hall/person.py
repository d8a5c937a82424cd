"""Whoever laid a card, as the service takes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, repr=False)
class Person:
    """These fields and no others. ``birth``: ISO date."""

    kind: str
    name: str
    id_number: str
    birth: str | None

    def __repr__(self) -> str:
        return "<Person>"


def holder_of(person: Person) -> dict[str, Any]:
    return {"kind": person.kind, "name": person.name, "id_number": person.id_number, "birth": person.birth}
