"""Bodies of the catalogue's endpoint."""

from __future__ import annotations

from pydantic import BaseModel, Field

from central.halls.schemas import Names


class ItemOut(BaseModel):
    id: str
    name: Names
    domain: str
    line: str
    aliases: list[str] = Field(description="What people call it, in Chinese, to find it by")


class ItemsOut(BaseModel):
    items: list[ItemOut]
