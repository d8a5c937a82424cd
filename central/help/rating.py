"""好差评 of the help itself (row 87 of the functions): the resident's own, one per call, by helper only where it names nobody."""

from __future__ import annotations

from collections import Counter

from central.callers import MACHINES
from central.errors import AlreadyRated, Forbidden, HelpUnknown, WrongState
from central.halls.plan import plan_of
from central.help import repository
from central.help.escalation import CLOSED
from central.help.figures import days_between
from central.help.models import HelpCall
from central.help.rating_schemas import HelpRatedOut, HelpRatingIn, HelpRatingsOut, HelpRatingSums
from central.help.service import HELPED
from central.ratings import chain
from central.ratings import repository as ratings
from central.ratings.models import HelpRating, HelpRatingRefusal
from central.staff import repository as staff
from central.statistics.service import Period
from central.unit import Unit

FEWEST = 10
"""Below this number no level is shown, and no rate is made (spec/rating.md): the helper may remember who it was."""
GOOD = (5, 4, 3)
"""非常满意, 满意, 基本满意."""


def rate(unit: Unit, call_id: str, body: HelpRatingIn) -> HelpRatedOut:
    """Stores the rating, or that it was offered and not given. Whoever skipped may still rate; a rating stays as it is."""
    call = repository.by_id(unit.session, call_id)
    if call is None:
        raise HelpUnknown("no such call for help")
    if call.hall_id != unit.caller.hall or unit.caller.role in MACHINES and call.terminal_id != unit.caller.id:
        raise Forbidden("this call was rung at another machine")
    if call.state != CLOSED or call.outcome != HELPED or call.answered_by is None:
        raise WrongState("only help that was given and is over can be rated")
    mark = unit.vault.mark("rated help", call.id)
    given = ratings.of_call(unit.session, mark)
    if given is not None:
        if given.level != body.level:
            raise AlreadyRated("this help has its rating")
    elif body.level is None:
        _store_refusal(unit, call, body)
    else:
        _store(unit, call, mark, body.level, body)
    return HelpRatedOut(call=call.id, rated=body.level is not None)


def _store(unit: Unit, call: HelpCall, mark: str, level: int, body: HelpRatingIn) -> None:
    assert call.answered_by is not None
    rating = HelpRating(
        hall_id=call.hall_id,
        call_mark=mark,
        helper_id=call.answered_by,
        level=level,
        channel=body.channel,
        lang=body.lang,
        helped_on=plan_of(unit, call.hall_id).local(call.closed_at or unit.now).date(),
        rated_at=unit.now,
    )
    unit.hold("ratings")  # one chain for all halls
    chain.append(unit.session, unit.vault, rating, chain.HELP)


def _store_refusal(unit: Unit, call: HelpCall, body: HelpRatingIn) -> None:
    receipt = unit.vault.mark("help rating refusal", call.id)
    if ratings.help_refusal(unit.session, receipt) is None:
        day = plan_of(unit, call.hall_id).local(unit.now).date()
        unit.session.add(HelpRatingRefusal(receipt=receipt, hall_id=call.hall_id, day=day, channel=body.channel))


def sums(unit: Unit, hall_id: str, days: Period) -> HelpRatingsOut:
    """By helper, and of all; whose a rating is, nobody is told."""
    zone = plan_of(unit, hall_id).zone
    calls = repository.rung_between(unit.session, hall_id, *days_between(days.first, days.last, zone))
    helped = Counter(call.answered_by for call in calls if call.outcome == HELPED and call.answered_by is not None)
    given = ratings.helped_between(unit.session, hall_id, days.first, days.last)
    names = staff.names(unit.session, hall_id)
    helpers = {*helped, *(one.helper_id for one in given)}
    levels = {helper: [one.level for one in given if one.helper_id == helper] for helper in helpers}
    rows = [_sum(helper, names.get(helper, ""), helped[helper], found) for helper, found in levels.items()]
    return HelpRatingsOut(
        from_=days.first,
        to=days.last,
        total=_sum("total", "", sum(helped.values()), [one.level for one in given]),
        offered_not_rated=ratings.help_refusals(unit.session, hall_id, days.first, days.last),
        rows=sorted(rows, key=lambda row: (row.name, row.key)),
    )


def _sum(key: str, name: str, helped: int, levels: list[int]) -> HelpRatingSums:
    shown = len(levels) >= FEWEST
    return HelpRatingSums(
        key=key,
        name=name,
        helped=helped,
        rated=len(levels),
        levels={level: levels.count(level) for level in range(5, 0, -1)} if shown else None,
        good=sum(level in GOOD for level in levels) / len(levels) if shown else None,
    )
