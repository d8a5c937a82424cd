"""A hall looks at itself; a region's leader sees which halls lack what."""

from __future__ import annotations

from central.audit import actors
from central.errors import Invalid, Mistake
from central.halls import cycles
from central.halls import repository as hall_rows
from central.halls import service as halls
from central.halls.cycles import Due
from central.halls.levels import level_of
from central.halls.models import Hall
from central.halls.plan import plan_of
from central.halls.schemas import DueOut
from central.ids import new_id
from central.roster.norm import NORMS
from central.selfcheck import evidence, repository
from central.selfcheck.models import SelfCheck
from central.selfcheck.points import CYCLE, POINTS, Evidence, needs_words
from central.selfcheck.schemas import (
    EvidenceOut,
    FoundIn,
    HallStandingOut,
    PointOut,
    RegionOut,
    SelfCheckIn,
    SelfCheckOut,
    SelfChecksOut,
)
from central.unit import Unit


def described(unit: Unit, hall: str) -> SelfChecksOut:
    checks = repository.of_hall(unit.session, hall)
    return SelfChecksOut(
        due=DueOut.of(_due(unit, hall, checks[0] if checks else None)),
        evidence=[EvidenceOut.model_validate(vars(each)) for each in evidence.of_hall(unit, hall)],
        checks=[_out(unit, each) for each in checks],
    )


def check(unit: Unit, hall: str, body: SelfCheckIn) -> SelfCheckOut:
    """Raises ``Invalid`` for each point that needs words and has none."""
    seen = evidence.of_hall(unit, hall)
    silent = [each for each in seen if _is_silent(body.points[each.point], each)]
    if silent:
        raise Invalid.all_of([_owes_words(each) for each in silent])
    kept = SelfCheck(
        id=new_id(unit.now),
        hall_id=hall,
        checked_at=unit.now,
        checked_by=unit.caller.actor,
        points={each.point: _kept(body.points[each.point], each) for each in seen},
    )
    unit.session.add(kept)
    unit.session.flush()
    unit.record("selfcheck.made", kept.id)
    return _out(unit, kept)


def region(unit: Unit, prefix: str) -> RegionOut:
    """``prefix`` of the code of the region; "" is every hall of the service."""
    there = [each for each in hall_rows.halls(unit.session) if each.region.startswith(prefix)]
    ids = [each.id for each in there]
    last, agents = repository.last_of(unit.session, ids), repository.agents_of(unit.session, ids)
    rows = [_standing(unit, each, last.get(each.id), agents.get(each.id, 0)) for each in there]
    return RegionOut(halls=sorted(rows, key=lambda row: (-len(row.lacking), row.due.state == "done", row.region, row.hall)))


def _standing(unit: Unit, hall: Hall, last: SelfCheck | None, agents: int) -> HallStandingOut:
    level = level_of(hall.region)
    norm = None if level is None else NORMS.get(level)
    return HallStandingOut(
        hall=hall.id,
        name=hall.name,
        region=hall.region,
        level=level,
        checked_on=None if last is None else plan_of(unit, hall.id).local(last.checked_at).date(),
        due=DueOut.of(_due(unit, hall.id, last)),
        lacking=[] if last is None else [point for point in POINTS if not last.points[point]["holds"]],
        agents=agents,
        least=None if norm is None else norm.least,
    )


def _due(unit: Unit, hall: str, last: SelfCheck | None) -> Due:
    day = None if last is None else plan_of(unit, hall).local(last.checked_at).date()
    return cycles.due(CYCLE, day, halls.today(unit, hall))


def _is_silent(found: FoundIn, seen: Evidence) -> bool:
    return found.note is None and needs_words(found.holds, seen.seen)


def _owes_words(seen: Evidence) -> Mistake:
    return Mistake(field=f"points.{seen.point}.note", code="needs_words", message="this point needs words")


def _kept(found: FoundIn, seen: Evidence) -> dict[str, object]:
    return {"holds": found.holds, "note": found.note, "seen": seen.seen, "facts": seen.facts}


def _out(unit: Unit, kept: SelfCheck) -> SelfCheckOut:
    points = [PointOut(point=point, **kept.points[point]) for point in POINTS]
    return SelfCheckOut(
        id=kept.id,
        checked_at=kept.checked_at,
        by=actors.names(unit.session, kept.hall_id).get(kept.checked_by, ""),
        lacking=[each.point for each in points if not each.holds],
        points=points,
    )
