"""Bodies of the catalogue's endpoints, but for the guide itself (``central.catalogue.guide``)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel, Field

from central.catalogue.guide import GuideIn
from central.halls.schemas import Names
from central.setup.fields import Part


class ItemOut(BaseModel):
    id: str
    name: Names
    domain: str
    line: str
    aliases: list[str] = Field(description="What people call it, in Chinese, to find it by")


class ItemsOut(BaseModel):
    items: list[ItemOut]


class PublishIn(Part):
    guide: GuideIn
    effective_from: date | None = Field(default=None, description="In the hall's zone; None: from today on")


class PublishedOut(BaseModel):
    version: int
    effective_from: date
    new: bool = Field(description="False: what is in force from that day on says the same already")


class PublishEverywhereIn(PublishIn):
    region: str = Field(default="", max_length=200, description="Halls whose region begins so; empty: all")


class PublishedAtOut(PublishedOut):
    hall: str


class PublishedEverywhereOut(BaseModel):
    halls: list[PublishedAtOut]


VersionState = Literal["in_force", "coming", "over", "withdrawn"]


class VersionOut(BaseModel):
    """What a version asked of people (F16): fewer materials, steps, days and visits than the one before is a reduction."""

    version: int
    effective_from: date
    published_at: datetime
    published_by: str | None = Field(description="Name of the member of the staff; None: the service itself")
    state: VersionState
    materials: int
    steps: int
    promised_days: int | None
    visits: int


class VersionsOut(BaseModel):
    versions: list[VersionOut] = Field(description="The newest first")


class BroughtOut(BaseModel):
    """What became of a catalogue that was brought in."""

    items_new: int
    items_changed: int
    guides_new: int
    guides_same: int


FindingCode = Literal[
    "no_guide",
    "no_basis",
    "no_conditions",
    "no_materials",
    "no_steps",
    "no_limit",
    "no_place",
    "no_phone",
    "no_alias",
    "no_way",  # found by no life event and by nobody in particular
    "summary_long",  # more than three sentences
    "sentence_long",
    "material_no_source",
    "material_no_how",
    "question_unused",
    "fee_no_basis",
    "bundle_unknown",
    "bundle_nested",  # it takes in an item that takes in others
    "bundle_mark",  # an errand that does not say that its form, papers, window ... are one (F12)
    "village_no_group",
    "rank_twice",
    "entrust_unknown",
    "differs",  # another hall tells it otherwise
]


class FindingOut(BaseModel):
    """Something to be looked at. ``about``: the part of the guide, by its id or its place."""

    item: str
    name: Names
    code: FindingCode
    about: str = ""
    halls: list[str] = Field(default=[], description="Of ``differs``: the halls that tell it otherwise")


class FindingsOut(BaseModel):
    findings: list[FindingOut]
