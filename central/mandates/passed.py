"""交来的: what other halls have passed to this one. Its staff take it over by name, and pass it back with an outcome, or onward.

They see what doing it takes: the item, the end, the papers; whose it is only who took it over and who leads this hall, only while
it is here. Telephone, address, signature, and what was noted elsewhere stay with the hall that it was given to, whose agent goes
on answering for it and is the one whom the resident speaks to.
"""

from __future__ import annotations

from typing import Any

from central.appointments import persons
from central.errors import Forbidden, Invalid, WrongState
from central.halls import service as halls
from central.halls import terms
from central.halls.plan import plan_of
from central.mandates import relays, repository, stepping, telling
from central.mandates.course import Act, after
from central.mandates.models import Mandate, MandateRelay
from central.mandates.passed_schemas import (
    OnwardIn,
    PassBackIn,
    PassedAct,
    PassedListOut,
    PassedOut,
    PassedPersonOut,
    PassedRow,
)
from central.mandates.refusals import NotTheAgent, RelayUnknown, SupplementAsked
from central.mandates.step_schemas import RelayIn
from central.permissions import LEADERS
from central.staff import repository as staff
from central.unit import Unit


def listed(unit: Unit, hall_id: str) -> PassedListOut:
    names = staff.names(unit.session, hall_id)
    here = [PassedRow(**_facts(unit, *each, names)) for each in repository.passed_to(unit.session, hall_id)]
    here.sort(key=lambda row: (row.due_on is None, row.due_on, row.id))
    gone = [PassedRow(**_facts(unit, *each, names)) for each in repository.passed_back(unit.session, hall_id)]
    return PassedListOut(relays=here + gone)


def described(unit: Unit, relay_id: int) -> PassedOut:
    return _told(unit, *_known(unit, relay_id))


def take(unit: Unit, relay_id: int) -> PassedOut:
    """By name. Somebody else's is taken over only by who leads the hall; raises ``NotTheAgent``."""
    relay, mandate = _held(unit, relay_id)
    if relay.taken_by not in (None, unit.caller.id) and unit.caller.role not in LEADERS:
        raise NotTheAgent("somebody else of this hall has it")
    if relay.taken_by != unit.caller.id:
        following = after(telling.course_of(unit, mandate), Act.TAKE_OVER)
        relay.taken_at, relay.taken_by = unit.now, unit.caller.id
        detail = {"relay": relay.id, "office": relay.office}
        stepping.go_on(unit, mandate, Act.TAKE_OVER, following, detail, None)
        relays.tell(unit, relay, "relay.changed")
    return _told(unit, relay, mandate)


def reveal(unit: Unit, relay_id: int) -> PassedPersonOut:
    """Whose it is; the audits of both halls say who looked."""
    relay, mandate = _held(unit, relay_id)
    _check_taken(unit, relay)
    stepping.record(unit, mandate, "revealed")
    sent = next(each for each in repository.steps(unit.session, mandate.id) if _sends(each.act, each.detail, relay))
    return PassedPersonOut(
        name=persons.opened(unit.vault, mandate.id, "name", mandate.name),
        id_number=persons.opened(unit.vault, mandate.id, "id_number", mandate.id_number),
        note=persons.opened(unit.vault, mandate.id, "note", sent.words),
    )


def _sends(act: str, detail: dict[str, Any], relay: MandateRelay) -> bool:
    return act == Act.RELAY.value and detail.get("relay") == relay.id


def pass_back(unit: Unit, relay_id: int, body: PassBackIn) -> PassedOut:
    """Raises ``SupplementAsked`` where the resident was told already what is missing."""
    relay, mandate = _held(unit, relay_id)
    _check_taken(unit, relay)
    if body.outcome == "refused" and body.note is None:
        raise Invalid("a refusal needs words that say why", "note")
    course = telling.course_of(unit, mandate)
    if body.outcome == "supplement" and course.asked:
        raise SupplementAsked("what is missing was told once already; it is not told a second time")
    following = after(course, Act.BACK)
    detail: dict[str, Any] = {"office": relay.office} | relays.end(unit, relay, body.outcome)
    if body.wanted:
        relay.wanted = detail["wanted"] = body.wanted
    stepping.go_on(unit, mandate, Act.BACK, following, detail, body.note)
    return _told(unit, relay, mandate)


def onward(unit: Unit, relay_id: int, body: OnwardIn) -> PassedOut:
    """The next hall has it instead of this one; that is one step of the course."""
    relay, mandate = _held(unit, relay_id)
    _check_taken(unit, relay)
    following = after(after(telling.course_of(unit, mandate), Act.RELAY), Act.BACK)
    wish = RelayIn(act="relay", hall=body.hall, level=body.level, until=body.until)
    detail = relays.relay(unit, mandate, wish) | {"from": relay.office}
    relays.end(unit, relay, "onward")
    stepping.go_on(unit, mandate, Act.RELAY, following, detail, body.note)
    return _told(unit, relay, mandate)


def _known(unit: Unit, relay_id: int) -> tuple[MandateRelay, Mandate]:
    relay = repository.relay(unit.session, relay_id)
    if relay is None:
        raise RelayUnknown("no such relay", "relay")
    if relay.hall_id != unit.caller.hall:
        raise Forbidden("this was passed to another hall")
    mandate = repository.by_id(unit.session, relay.mandate_id)
    assert mandate is not None
    return relay, mandate


def _held(unit: Unit, relay_id: int) -> tuple[MandateRelay, Mandate]:
    """Nobody of the mandate's own hall changes it meanwhile, so it is held before it is read. Raises ``WrongState`` when it lies
    here no longer."""
    halls_of_it = repository.halls_of_relay(unit.session, relay_id)
    if halls_of_it is not None and halls_of_it[0] == unit.caller.hall:
        unit.hold(halls_of_it[1])
    relay, mandate = _known(unit, relay_id)
    if relay.back_at is not None:
        raise WrongState("it is with this hall no longer")
    return relay, mandate


def _check_taken(unit: Unit, relay: MandateRelay) -> None:
    if not _answers(unit, relay):
        raise NotTheAgent("only who took it over here, and who leads the hall")


def _answers(unit: Unit, relay: MandateRelay) -> bool:
    return relay.taken_by is not None and (unit.caller.id == relay.taken_by or unit.caller.role in LEADERS)


def _told(unit: Unit, relay: MandateRelay, mandate: Mandate) -> PassedOut:
    here, answers = relay.back_at is None, _answers(unit, relay)
    papers = [each for each in repository.papers(unit.session, mandate.id) if each.returned_at is None] if here else []
    return PassedOut(
        **_facts(unit, relay, mandate, staff.names(unit.session, unit.caller.hall)),
        papers=[telling.paper_out(each) for each in papers],
        agent_name=staff.names(unit.session, mandate.hall_id).get(mandate.agent_id or ""),
        hall_phone=plan_of(unit, mandate.hall_id).phone,
        wanted=relay.wanted or [],
        asked=repository.supplement(unit.session, mandate.id) is not None,
        acts=_acts(unit, relay) if here else [],
        shown=here and answers,
    )


def _acts(unit: Unit, relay: MandateRelay) -> list[PassedAct]:
    takes = relay.taken_by is None or (unit.caller.role in LEADERS and relay.taken_by != unit.caller.id)
    return [*(("take",) if takes else ()), *(("back", "onward") if _answers(unit, relay) else ())]


def _facts(unit: Unit, relay: MandateRelay, mandate: Mandate, names: dict[str, str]) -> dict[str, Any]:
    """Days are those of the hall that promised them."""
    home = mandate.hall_id
    ends = [day for day in (relay.until, mandate.due_on) if day is not None]
    due = min(ends, default=None)
    now = None
    if due is not None and relay.back_at is None:
        now = terms.standing(halls.works(unit, home), halls.today(unit, home), due)
    lead = next((each.office for each in repository.relays(unit.session, mandate.id) if each.lead), None)
    return {
        **{name: getattr(relay, name) for name in ("id", "sent_at", "lead", "taken_at", "back_at", "outcome")},
        **{name: getattr(mandate, name) for name in ("number", "item_name", "kind")},
        "hall": home,
        "hall_name": dict(plan_of(unit, home).name),
        "due_on": due,
        "urgency": None if now is None else now.urgency,
        "left": None if now is None else now.left,
        "leads": None if lead is None else {"zh": lead},
        "taken_by": names.get(relay.taken_by or ""),
    }
