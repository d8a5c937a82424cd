"""A catalogue as text, JSON or TOML: ``{"items": [...]}`` and two things that spare repetition. What ``defaults`` holds, every
guide of the file has unless it says otherwise; a material that is ``like`` one of ``material`` has all that this one says, but
for what it says itself."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from central.catalogue.entries import Batch, Draft, Entry, Problem, check, drafts_of

PARTS = {"items", "defaults", "material"}
SHARED = "shared.toml"


def read_json(data: bytes) -> Batch:
    try:
        return read(json.loads(data))
    except (ValueError, RecursionError):
        return _unreadable("this is not JSON")


def read_toml(data: bytes) -> Batch:
    try:
        return read(tomllib.loads(data.decode()))
    except (ValueError, RecursionError):
        return _unreadable("this is not TOML")


def _unreadable(message: str) -> Batch:
    return Batch(problems=[Problem(code="form", message=message)])


def read(told: Any) -> Batch:
    return check(*_drafts(told))


def _drafts(told: Any) -> tuple[list[Draft], list[Problem]]:
    if not isinstance(told, dict) or not isinstance(told.get("items"), list):
        return [], _unreadable("a catalogue is an object with a list of items").problems
    if not all(isinstance(each, dict) for each in told["items"]):
        return [], _unreadable("each of the items is an object").problems
    strange = [Problem(column=name, code="not_taken", message="a catalogue has no such part") for name in set(told) - PARTS]
    defaults, shared = told.get("defaults") or {}, told.get("material") or {}
    if not isinstance(defaults, dict) or not isinstance(shared, dict):
        return [], _unreadable("defaults and material are objects").problems
    return drafts_of([_whole(each, defaults, shared) for each in told["items"]]), strange


def _whole(item: Mapping[str, Any], defaults: Mapping[str, Any], shared: Mapping[str, Any]) -> dict[str, Any]:
    guide = item.get("guide")
    if not isinstance(guide, dict):
        return dict(item)
    guide = {**defaults, **guide}
    if isinstance(guide.get("materials"), list):
        guide["materials"] = [_filled(each, shared) for each in guide["materials"]]
    return {**item, "guide": guide}


def _filled(material: Any, shared: Mapping[str, Any]) -> Any:
    """One that is like none that is there keeps its ``like``, which no material has: it is reported."""
    if isinstance(material, str):
        material = {"like": material}
    if not isinstance(material, dict) or not isinstance(shared.get(str(material.get("like"))), dict):
        return material
    like = str(material["like"])
    return {"id": like, **shared[like], **{name: value for name, value in material.items() if name != "like"}}


def read_folder(folder: Path) -> Batch:
    """All its TOML files in the order of their names, as one catalogue. ``shared.toml`` has the ``defaults`` and the
    ``material`` of all of them. Raises ``tomllib.TOMLDecodeError``."""
    shared = tomllib.loads((folder / SHARED).read_text("utf-8"))
    drafts: list[Draft] = []
    problems: list[Problem] = []
    for path in sorted(each for each in folder.glob("*.toml") if each.name != SHARED):
        found, strange = _drafts(shared | tomllib.loads(path.read_text("utf-8")))
        drafts, problems = drafts + found, problems + strange
    return check(drafts, problems)


def as_json(entries: Sequence[Entry]) -> bytes:
    """What ``read_json`` reads."""
    items = [each.model_dump(mode="json", exclude_none=True) for each in entries]
    return json.dumps({"items": items}, ensure_ascii=False, indent=1).encode()
