"""The record of the notices as the hall's leaders read it: by item, one by one, and as a table. Whose they are nobody is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from central.catalogue import bundles, reading
from central.catalogue import repository as catalogue
from central.halls.plan import plan_of
from central.notices import repository
from central.notices.models import Notice
from central.sheets import Table
from central.unit import Unit

HEAD = {
    "zh": ("编号", "时间", "事项", "指南版本", "还缺的材料", "样数", "第二次告知"),
    "en": ("Number", "Time", "Item", "Guide version", "What was missing", "How many", "Second notice"),
}
TITLE = {"zh": "一次性告知", "en": "Notices"}
YES = {"zh": "是", "en": "yes"}
WIDTHS = (10, 18, 28, 10, 48)


@dataclass(frozen=True)
class Told:
    """One notice. ``at``: on the hall's clock. ``second``: the hall's own failure."""

    number: int
    at: datetime
    item: str
    name: dict[str, str]
    version: int
    missing: list[dict[str, str]]
    second: bool


@dataclass(frozen=True)
class OfItem:
    """How often something was missing for an item, and how often that was said a second time."""

    item: str
    name: dict[str, str]
    given: int
    second: int


def latest(unit: Unit, hall: str, days: int, most: int | None = repository.LATEST) -> list[Told]:
    """Of the last days, the latest first; ``most`` None: all of them."""
    plan = plan_of(unit, hall)
    known = _Names(unit, hall)
    found = repository.latest(unit.session, hall, unit.now - timedelta(days=days), most)
    return [
        Told(one.number, plan.local(one.told_at), one.item_id, known.item(one), one.guide_version, known.missing(one), one.second)
        for one in found
    ]


def by_item(unit: Unit, hall: str, days: int) -> list[OfItem]:
    """Those told a second time most often first, then those told most often."""
    names = {each.id: each.name for each in catalogue.items(unit.session, hall)}
    rows = repository.by_item(unit.session, hall, unit.now - timedelta(days=days))
    return [OfItem(item, names.get(item, {"zh": item}), given, second) for item, given, second in rows]


def table(told: list[Told], lang: str) -> Table:
    rows = [
        (
            f"{each.number:04}",
            f"{each.at:%Y-%m-%d %H:%M}",
            _in(each.name, lang),
            each.version,
            "；".join(_in(one, lang) for one in each.missing),
            len(each.missing),
            YES[lang] if each.second else "",
        )
        for each in told
    ]
    return [HEAD[lang], *rows]


def _in(names: dict[str, str], lang: str) -> str:
    return names.get(lang) or names["zh"]


class _Names:
    """What item and materials were called in the version that was told from; each version is read once. The
    papers of a bundle's items are named as they are today."""

    def __init__(self, unit: Unit, hall: str) -> None:
        self._unit, self._hall = unit, hall
        self._read: dict[tuple[str, int], tuple[dict[str, str], dict[str, dict[str, str]]]] = {}

    def item(self, notice: Notice) -> dict[str, str]:
        return self._of(notice)[0]

    def missing(self, notice: Notice) -> list[dict[str, str]]:
        materials = self._of(notice)[1]
        return [materials.get(each, {"zh": each}) for each in notice.missing]

    def _of(self, notice: Notice) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
        key = notice.item_id, notice.guide_version
        if key not in self._read:
            guide = catalogue.version(self._unit.session, self._hall, *key)
            told = reading.content(guide) if guide is not None else None
            materials = bundles.whole(self._unit, self._hall, told).materials if told is not None else []
            found = told.name if told is not None else {"zh": key[0]}, {each.id: each.name for each in materials}
            self._read[key] = found
        return self._read[key]
