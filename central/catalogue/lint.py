"""Looks a catalogue over: guides with holes, and elements that halls tell differently (F5: 要素标准统一)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import get_args

from central.catalogue import exporting, repository
from central.catalogue.elements import One
from central.catalogue.entries import Entry
from central.catalogue.guide import GuideIn
from central.catalogue.schemas import FindingCode, FindingOut
from central.halls import repository as hall_rows
from central.halls import service as halls
from central.unit import Unit

SENTENCES = 3
"""Of a summary, at most: what is read aloud to somebody who stands."""
SENTENCE = 60
"""Characters of a sentence of it: some fifteen seconds of speech."""

STANDARD = (
    "type", "audience", "basis", "conditions", "materials", "steps", "statutory_days", "fee", "procedures", "result",
)  # fmt: skip
"""The elements that are to be the same wherever an item is handled; places, telephones and promises are a hall's own."""

Finding = tuple[FindingCode, str]


def of_hall(unit: Unit, hall: str) -> list[FindingOut]:
    """In the order of the items."""
    entries = exporting.entries(unit, hall)
    differing = _differing(unit, hall, entries)
    return [
        *(_told(each, *found) for each in entries for found in holes(each, entries)),
        *(_told(each, "differs", element, elsewhere) for each, element, elsewhere in differing),
    ]


def _told(entry: Entry, code: FindingCode, about: str, elsewhere: Sequence[str] = ()) -> FindingOut:
    return FindingOut(item=entry.id, name=entry.name or {"zh": entry.id}, code=code, about=about, halls=list(elsewhere))


def holes(entry: Entry, entries: Sequence[Entry]) -> Iterator[Finding]:
    """What an item's guide leaves open, beside all ``entries`` of the catalogue."""
    if not entry.aliases:
        yield "no_alias", ""
    if entry.guide is None:
        yield "no_guide", ""
        return
    yield from _missing(entry.guide)
    yield from _summary(entry.guide)
    yield from _materials(entry.guide)
    yield from _unknown(entry.guide, entries)


def _missing(guide: GuideIn) -> Iterator[Finding]:
    there: dict[FindingCode, bool] = {
        "no_basis": bool(guide.basis),
        "no_conditions": bool(guide.conditions),
        "no_materials": bool(guide.materials or guide.bundle),
        "no_steps": bool(guide.steps),
        "no_limit": guide.immediate or guide.promised_days is not None or guide.statutory_days is not None,
        "no_place": bool(guide.places),
        "no_phone": bool(guide.enquiry) or any(each.phone for each in guide.places),
        "no_way": bool(guide.events or guide.people),
        "fee_no_basis": guide.fee.free or guide.fee.basis is not None,
        "entrust_unknown": guide.entrust is not None,
        "village_no_group": guide.level != "village" or guide.village is not None,
    }
    yield from ((code, "") for code, found in there.items() if not found)


def _summary(guide: GuideIn) -> Iterator[Finding]:
    sentences = [each for each in re.split("[。！？]", guide.summary["zh"]) if each.strip()]
    if len(sentences) > SENTENCES:
        yield "summary_long", ""
    if any(len(each) > SENTENCE for each in sentences):
        yield "sentence_long", ""


def _materials(guide: GuideIn) -> Iterator[Finding]:
    for each in guide.materials:
        if each.source is None:
            yield "material_no_source", each.id
        if each.how is None and each.on_the_spot is None:
            yield "material_no_how", each.id
    used = {each.needed_if.question for each in guide.materials if each.needed_if is not None}
    yield from (("question_unused", each.id) for each in guide.questions if each.id not in used)


def _unknown(guide: GuideIn, entries: Sequence[Entry]) -> Iterator[Finding]:
    there = {each.id for each in entries}
    yield from (("bundle_unknown", each) for each in guide.bundle if each not in there)
    bundles = {each.id for each in entries if each.guide is not None and each.guide.bundle}
    yield from (("bundle_nested", each) for each in guide.bundle if each in bundles)
    yield from (("bundle_mark", each) for each in get_args(One) if guide.bundle and each not in guide.ones)
    if guide.asked and sum(each.guide is not None and each.guide.asked == guide.asked for each in entries) > 1:
        yield "rank_twice", str(guide.asked)


def _differing(unit: Unit, hall: str, entries: Sequence[Entry]) -> Iterator[tuple[Entry, str, list[str]]]:
    """Item, element, and the halls that tell it otherwise."""
    others = {
        other.id: {
            each.item_id: json.loads(each.document)
            for each in repository.in_force(unit.session, other.id, halls.today(unit, other.id))
        }
        for other in hall_rows.halls(unit.session)
        if other.id != hall
    }
    for entry in entries:
        own = entry.guide.model_dump(mode="json") if entry.guide is not None else {}
        for element in STANDARD if own else ():
            elsewhere = [id for id, told in others.items() if entry.id in told and told[entry.id][element] != own[element]]
            if elsewhere:
                yield entry, element, elsewhere
