"""An opinion is told, given to somebody, answered and closed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from central.appointments import persons
from central.callers import TERMINAL
from central.errors import Forbidden, Invalid, WrongState
from central.halls import service as halls
from central.halls import terms
from central.halls.plan import plan_of
from central.ids import new_id
from central.opinions import repository, rules
from central.opinions.models import Opinion
from central.opinions.refusals import NotTheOwner, OpinionUnknown
from central.opinions.rules import RESULTS, Reply
from central.opinions.schemas import (
    AnswerIn,
    OpinionIn,
    OpinionPersonOut,
    OpinionReceipt,
    OpinionRow,
    OpinionsOut,
)
from central.repeats import check_same, mark_of
from central.staff import repository as staff
from central.unit import Unit


def tell(unit: Unit, hall_id: str, key: str, body: OpinionIn) -> tuple[OpinionReceipt, bool]:
    """The receipt, and whether it was told now (True) or by an earlier sending of the same request."""
    mark = mark_of(unit.vault, "opinion request", body, exclude_defaults=True)
    earlier = repository.by_request_key(unit.session, hall_id, key)
    if earlier is not None:
        check_same(earlier.request_mark == mark)
        return _receipt(earlier), False
    if body.answer is not None and (unit.caller.role == TERMINAL or not rules.may_see(unit.caller, body.kind, None)):
        raise NotTheOwner("this is answered by whom it is given to", "answer")
    opinion = _new(unit, hall_id, body)
    opinion.request_key, opinion.request_mark = key, mark
    unit.session.add(opinion)
    unit.record("opinion.told", opinion.id)
    if body.answer is not None:
        _answered(unit, opinion, body.answer)
    # It rings for what a resident tells; what staff write down themselves is only shown.
    _announce(unit, opinion, "told" if unit.caller.role == TERMINAL else "changed")
    return _receipt(opinion), True


def _new(unit: Unit, hall_id: str, body: OpinionIn) -> Opinion:
    plan, day = plan_of(unit, hall_id), halls.today(unit, hall_id)
    days = rules.days_of(body.kind, plan.rules)
    opinion = Opinion(
        id=new_id(unit.now),
        hall_id=hall_id,
        year=day.year,
        serial=repository.next_serial(unit.session, hall_id, day.year),
        kind=body.kind,
        topics=[topic for topic in rules.TOPICS[body.kind] if topic in body.topics],
        source="terminal" if unit.caller.role == TERMINAL else body.source or "desk",
        lang=body.lang,
        told_at=unit.now,
        told_by=unit.caller.actor,
        state="received",
        due_on=None if days is None else terms.due(halls.works(unit, hall_id), day, days),
        office=body.office,
    )
    contact = body.contact
    opinion.words = persons.seal(unit.vault, opinion.id, "words", body.words)
    opinion.name = persons.seal(unit.vault, opinion.id, "name", contact.name if contact is not None else None)
    opinion.phone = persons.seal(unit.vault, opinion.id, "phone", contact.phone if contact is not None else None)
    return opinion


def listed(unit: Unit, hall_id: str) -> OpinionsOut:
    """Those that the caller may see."""
    found = [each for each in repository.of_hall(unit.session, hall_id) if _may_see(unit, each)]
    names = staff.names(unit.session, hall_id)
    return OpinionsOut(opinions=[row(unit, opinion, names) for opinion in found])


def reveal(unit: Unit, opinion_id: str) -> OpinionPersonOut:
    """What was said, by whom, and the answer; the audit says who looked."""
    opinion = seen(unit, opinion_id)
    unit.record("opinion.revealed", opinion.id)

    def opened(what: str, sealed: bytes | None) -> str | None:
        return persons.opened(unit.vault, opinion.id, what, sealed)

    return OpinionPersonOut(
        words=opened("words", opinion.words),
        name=opened("name", opinion.name),
        phone=opened("phone", opinion.phone),
        answer=opened("answer", opinion.answer),
    )


def assign(unit: Unit, opinion_id: str, staff_id: str) -> OpinionRow:
    opinion = _unclosed(unit, opinion_id)
    who = staff.by_id(unit.session, staff_id)
    if who is None or who.hall_id != opinion.hall_id or not who.active:
        raise Invalid("nobody of the hall's staff", "staff")
    opinion.owner_id = who.id
    return _changed(unit, opinion, "opinion.assigned")


def answer(unit: Unit, opinion_id: str, body: AnswerIn) -> OpinionRow:
    """Again, until it is closed, to put it better; it is in time by its first answer."""
    opinion = _unclosed(unit, opinion_id)
    if body.result not in RESULTS[opinion.kind]:  # type: ignore[index]
        raise Invalid("this is not a result of the kind", "result")
    _answered(unit, opinion, body)
    return _changed(unit, opinion, "opinion.answered")


def _answered(unit: Unit, opinion: Opinion, body: AnswerIn) -> None:
    opinion.state, opinion.result = "answered", body.result
    opinion.office = body.office or opinion.office
    opinion.answered_at = opinion.answered_at or unit.now
    opinion.owner_id = opinion.owner_id or unit.caller.id
    opinion.answer = persons.seal(unit.vault, opinion.id, "answer", body.words)


def close(unit: Unit, opinion_id: str, reply: Reply) -> OpinionRow:
    """The answer was told, or cannot be. Praise may be closed without one."""
    opinion = _unclosed(unit, opinion_id)
    if opinion.state == "received" and opinion.kind != "praise":
        raise WrongState("it has no answer yet: it cannot be closed")
    if reply == "no_contact" and opinion.phone is not None:
        raise Invalid("a telephone number was left", "reply")
    opinion.state, opinion.reply, opinion.closed_at = "closed", reply, unit.now
    return _changed(unit, opinion, "opinion.closed")


def seen(unit: Unit, opinion_id: str) -> Opinion:
    """An opinion of the caller's hall that they may see."""
    opinion = repository.by_id(unit.session, opinion_id)
    if opinion is None:
        raise OpinionUnknown("no such opinion", "opinion")
    if opinion.hall_id != unit.caller.hall:
        raise Forbidden("this opinion belongs to another hall")
    if not _may_see(unit, opinion):
        raise NotTheOwner("this opinion was given to somebody else")
    return opinion


def forget_before(session: Session, moment: datetime) -> int:
    """Forgets who told what of all that were closed before ``moment``. How many that were."""
    return repository.forget_persons(session, moment)


def row(unit: Unit, opinion: Opinion, names: dict[str, str]) -> OpinionRow:
    """``names``: of the hall's staff, by id."""
    now = None
    if opinion.state == "received" and opinion.due_on is not None:
        now = terms.standing(halls.works(unit, opinion.hall_id), halls.today(unit, opinion.hall_id), opinion.due_on)
    plain = ("id", "number", "kind", "topics", "source", "told_at", "state", "due_on", "office", "result", "answered_at")
    return OpinionRow.model_validate(
        {
            **{name: getattr(opinion, name) for name in (*plain, "reply", "closed_at")},
            "urgency": None if now is None else now.urgency,
            "left": None if now is None else now.left,
            "owner": opinion.owner_id,
            "owner_name": names.get(opinion.owner_id or ""),
            "worded": opinion.words is not None,
            "reachable": opinion.phone is not None,
            "forgotten": opinion.request_mark == "",
        }
    )


def _may_see(unit: Unit, opinion: Opinion) -> bool:
    return rules.may_see(unit.caller, opinion.kind, opinion.owner_id)  # type: ignore[arg-type]


def _unclosed(unit: Unit, opinion_id: str) -> Opinion:
    opinion = seen(unit, opinion_id)
    if opinion.state == "closed":
        raise WrongState("it is closed")
    return opinion


def _changed(unit: Unit, opinion: Opinion, action: str) -> OpinionRow:
    unit.record(action, opinion.id)
    _announce(unit, opinion, "changed")
    return row(unit, opinion, staff.names(unit.session, opinion.hall_id))


def _announce(unit: Unit, opinion: Opinion, what: str) -> None:
    """Of what kind it is, is not told to everybody who listens."""
    unit.announce(opinion.hall_id, f"opinion.{what}", {"opinion": opinion.id})


def _receipt(opinion: Opinion) -> OpinionReceipt:
    return OpinionReceipt.model_validate(opinion, from_attributes=True)
