"""The agents of a hall: their number, and the list of them as a table."""

from __future__ import annotations

from typing import cast

from central.catalogue import repository as catalogue
from central.halls import repository as halls
from central.halls.hours import clock_face
from central.halls.levels import level_of
from central.roster import repository
from central.roster.models import RosterEntry
from central.roster.norm import Agent, Strength, strength
from central.sheets import Table
from central.unit import Unit
from central.wording import Say, wording

saying = wording(__file__)

COLUMNS = ("name", "agent", "post", "duty", "phone", "hours", "items", "shown")
WIDTHS = (14, 10, 20, 32, 18, 28, 48, 8)


def strength_of(unit: Unit, hall_id: str) -> Strength:
    entries = [cast(Agent, entry.agent) for entry, _ in repository.agents(unit.session, hall_id)]
    return strength(entries, level_of(halls.hall(unit.session, hall_id).region))


def sums(told: Strength, say: Say) -> str:
    """The number beside what is asked for, in one sentence."""
    facts = {"n": told.agents, "full": told.full_time, "part": told.part_time}
    if told.norm is None:
        return say("strength.alone", **facts)
    asked = str(told.norm.least) if told.norm.least == told.norm.most else f"{told.norm.least}–{told.norm.most}"
    return say("strength.missing" if told.missing else "strength.enough", asked=asked, missing=told.missing, **facts)


def table(unit: Unit, hall_id: str, lang: str) -> Table:
    """One row for each agent; the last says how many there are, and how many are asked for."""
    say = saying(lang)
    items = {each.id: _in(each.name, lang) for each in catalogue.items(unit.session, hall_id)}
    rows = [_row(entry, name, items, say, lang) for entry, name in repository.agents(unit.session, hall_id)]
    return [[say(f"column.{name}") for name in COLUMNS], *rows, [sums(strength_of(unit, hall_id), say)]]


def _row(entry: RosterEntry, name: str, items: dict[str, str], say: Say, lang: str) -> list[str]:
    hours = [f"{say(f'day.{day}')} {clock_face(opens)}–{clock_face(closes)}" for day, opens, closes in entry.spans]
    return [
        name,
        say(f"agent.{entry.agent}"),
        _in(entry.post, lang),
        _in(entry.duty, lang),
        entry.phone or "",
        "；".join(hours) or say("agent.hall_hours"),
        "；".join(items[each] for each in entry.items if each in items),
        say("agent.yes") if entry.shown else "",
    ]


def _in(names: dict[str, str] | None, lang: str) -> str:
    return "" if names is None else names.get(lang) or names["zh"]
