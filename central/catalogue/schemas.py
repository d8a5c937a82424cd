"""Bodies of the catalogue's endpoint."""

from __future__ import annotations

from pydantic import BaseModel

from central.halls.schemas import Names


class ItemOut(BaseModel):
    id: str
    name: Names
    domain: str
    line: str


class ItemsOut(BaseModel):
    items: list[ItemOut]
