"""What is done about a mandate, step by step: each is held against the course, changes what it must, and is written down."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from central.appointments import persons
from central.audit import repository as audit
from central.errors import Invalid
from central.halls import service as halls
from central.halls import terms
from central.halls.plan import plan_of
from central.mandates import paying, principals, relays, repository, telling
from central.mandates.course import CLOSED, Act, Course, State, after
from central.mandates.filing import Gap
from central.mandates.models import Mandate, MandateDelivery, MandatePaper, MandateStep, MandateSupplement
from central.mandates.refusals import MandateIncomplete, NotTheAgent
from central.mandates.schemas import MandateOut, PaperIn
from central.mandates.step_schemas import (
    AcceptIn,
    AnyStep,
    AskIn,
    CallBackIn,
    DeliverIn,
    FinishIn,
    HandOverIn,
    PostIn,
    ReturnIn,
    SupplyIn,
    TakeIn,
)
from central.staff import repository as staff
from central.unit import Unit

LAID_THERE: tuple[Gap, ...] = ("originals", "payments")
"""What the resident has back before they sign for the result."""
Facts = dict[str, Any]
"""What a step's line says, without any person."""


def take_step(unit: Unit, mandate: Mandate, body: AnyStep) -> MandateOut:
    """Raises ``WrongState``, ``NotTheAgent``, ``SupplementAsked`` or ``MandateIncomplete``, and changes nothing then."""
    act = Act(body.act)
    if not telling.answers_for(unit, mandate):
        raise NotTheAgent("this mandate is another agent's")
    carry_out(unit, mandate, act, body)
    return telling.described(unit, mandate)


def carry_out(unit: Unit, mandate: Mandate, act: Act, body: AnyStep) -> None:
    """The step itself, whoever takes it."""
    following = after(telling.course_of(unit, mandate), act)
    do = DOING.get(act)
    detail = {} if do is None else do(unit, mandate, body)
    go_on(unit, mandate, act, following, detail, body.note)


def go_on(unit: Unit, mandate: Mandate, act: Act, following: Course, detail: Facts, note: str | None) -> None:
    """The course is ``following`` from now on; that is written down, and its hall is told. Where somebody of another hall did it
    both have it in their audit."""
    mandate.state = following.state.value
    if following.state in CLOSED:
        mandate.closed_at = unit.now
    add(unit, mandate, act, detail, note)
    unit.session.flush()
    record(unit, mandate, act.value)
    unit.announce(mandate.hall_id, "mandate.changed", {"mandate": mandate.id, "state": mandate.state})


def record(unit: Unit, mandate: Mandate, what: str) -> None:
    unit.record(f"mandate.{what}", mandate.id)
    if unit.caller.hall != mandate.hall_id:
        audit.add(unit.session, unit.now, mandate.hall_id, unit.caller.actor, f"mandate.{what}", mandate.id)


def add(unit: Unit, mandate: Mandate, act: Act, detail: Facts, note: str | None = None) -> None:
    """One more line of the course."""
    words = principals.seal_note(unit, mandate.id, note)
    line = MandateStep(mandate_id=mandate.id, at=unit.now, act=act.value, actor=unit.caller.actor, detail=detail, words=words)
    unit.session.add(line)


def accept(unit: Unit, mandate: Mandate, signature: str, promised: int | None, statutory: int | None) -> None:
    """From now on its days are counted."""
    if mandate.id_number is None:
        raise Invalid("a mandate is accepted from somebody whose document number is known", "id_number")
    check_limits(promised, statutory)
    works, today = halls.works(unit, mandate.hall_id), halls.today(unit, mandate.hall_id)
    mandate.signature = persons.seal(unit.vault, mandate.id, "signature", signature)
    mandate.accepted_at, mandate.state = unit.now, State.ACCEPTED.value
    mandate.promised_days, mandate.statutory_days = promised, statutory
    within = promised if promised is not None else statutory
    mandate.due_on = None if within is None else terms.due(works, today, within)
    mandate.statutory_on = None if statutory is None else terms.due(works, today, statutory)


def check_limits(promised: int | None, statutory: int | None) -> None:
    """A promise is never longer than the law."""
    if promised is not None and statutory is not None and promised > statutory:
        raise Invalid("what is promised is longer than the law allows", "promised_days")


def limits(mandate: Mandate) -> Facts:
    return {} if mandate.due_on is None else {"due_on": mandate.due_on.isoformat()}


def hand_over_papers(unit: Unit, mandate: Mandate, papers: list[PaperIn]) -> None:
    for each in papers:
        facts = {"name": each.name, "original": each.original, "copies": each.copies, "handed_over_at": unit.now}
        unit.session.add(MandatePaper(mandate_id=mandate.id, **facts))


def _accept(unit: Unit, mandate: Mandate, body: AcceptIn) -> Facts:
    if body.id_number is not None:
        principals.keep_number(unit, mandate, body.id_number)
    promised = body.promised_days if body.promised_days is not None else mandate.promised_days
    statutory = body.statutory_days if body.statutory_days is not None else mandate.statutory_days
    accept(unit, mandate, body.signature, promised, statutory)
    hand_over_papers(unit, mandate, body.papers)
    mandate.visits = mandate.visits or int(mandate.source == "phone")
    return limits(mandate)


def _take(unit: Unit, mandate: Mandate, body: TakeIn) -> Facts:
    mandate.agent_id = unit.caller.id
    mandate.deputy_id = None if body.deputy is None else _deputy(unit, mandate, body.deputy)
    return {}


def _hand_over(unit: Unit, mandate: Mandate, body: HandOverIn) -> Facts:
    before, mandate.agent_id = mandate.agent_id, _of_staff(unit, mandate, body.agent, "agent")
    if body.deputy is None and before == mandate.agent_id:
        raise Invalid("who has it already is nobody to hand it to", "agent")
    mandate.deputy_id = before if body.deputy is None else _deputy(unit, mandate, body.deputy)
    return {"to": staff.names(unit.session, mandate.hall_id)[mandate.agent_id]}


def _deputy(unit: Unit, mandate: Mandate, person: str) -> str:
    if person == mandate.agent_id:
        raise Invalid("agent and deputy are two people", "deputy")
    return _of_staff(unit, mandate, person, "deputy")


def _of_staff(unit: Unit, mandate: Mandate, person: str, field: str) -> str:
    found = staff.by_id(unit.session, person)
    if found is None or found.hall_id != mandate.hall_id or not found.active:
        raise Invalid("nobody of the hall's staff", field)
    return found.id


def _ask(unit: Unit, mandate: Mandate, body: AskIn) -> Facts:
    supplement = MandateSupplement(mandate_id=mandate.id, asked_at=unit.now, wanted=body.wanted, until=body.until)
    unit.session.add(supplement)
    return {"wanted": body.wanted} | ({} if body.until is None else {"until": body.until.isoformat()})


def _supply(unit: Unit, mandate: Mandate, body: SupplyIn) -> Facts:
    supplement = cast(MandateSupplement, repository.supplement(unit.session, mandate.id))
    supplement.received_at = unit.now
    hand_over_papers(unit, mandate, body.papers)
    mandate.visits += body.came
    plan = plan_of(unit, mandate.hall_id)
    asked, received = plan.local(supplement.asked_at).date(), plan.local(unit.now).date()
    for end in ("due_on", "statutory_on"):
        told = getattr(mandate, end)
        if told is not None:
            setattr(mandate, end, terms.prolonged(halls.works(unit, mandate.hall_id), told, asked, received))
    return limits(mandate)


def _finish(unit: Unit, mandate: Mandate, body: FinishIn) -> Facts:
    if body.outcome == "refused" and body.note is None:
        raise Invalid("a refusal needs words that say why", "note")
    mandate.outcome, mandate.done_at = body.outcome, unit.now
    return {"outcome": body.outcome}


def _offer(unit: Unit, mandate: Mandate, _body: AnyStep) -> Facts:
    """What is signed says that the originals are back; what was paid or fetched for them lies there too."""
    missing = [gap for gap in telling.gaps_of(unit, mandate) if gap in LAID_THERE]
    if missing:
        raise MandateIncomplete(f"it is not before the resident: {', '.join(missing)}", missing=missing)
    return {}


def _post(unit: Unit, mandate: Mandate, body: PostIn) -> Facts:
    tracking = persons.seal(unit.vault, mandate.id, "tracking", body.tracking)
    posted = MandateDelivery(mandate_id=mandate.id, way="post", sent_at=unit.now, carrier=body.carrier, tracking=tracking)
    unit.session.add(posted)
    return {"carrier": body.carrier}


def _deliver(unit: Unit, mandate: Mandate, body: DeliverIn) -> Facts:
    signature = persons.seal(unit.vault, mandate.id, "received", body.signature)
    given = MandateDelivery(
        mandate_id=mandate.id, way=body.way, sent_at=unit.now, signature=signature, received_at=unit.now
    )
    unit.session.add(given)
    mandate.visits += body.way == "counter"
    return {"way": body.way}


def _confirm(unit: Unit, mandate: Mandate, _body: AnyStep) -> Facts:
    cast(MandateDelivery, repository.delivery(unit.session, mandate.id)).received_at = unit.now
    return {}


def _call_back(_unit: Unit, mandate: Mandate, body: CallBackIn) -> Facts:
    mandate.content = body.content
    return {"content": body.content}


def _file(unit: Unit, mandate: Mandate, _body: AnyStep) -> Facts:
    missing = telling.gaps_of(unit, mandate)
    if missing:
        raise MandateIncomplete(f"the folder is not whole: {', '.join(missing)}", missing=missing)
    return {}


def _withdraw(unit: Unit, mandate: Mandate, _body: AnyStep) -> Facts:
    relays.end_all(unit, mandate)
    for paper in repository.papers(unit.session, mandate.id):
        paper.returned_at = paper.returned_at or unit.now
    return {}


def _return(unit: Unit, mandate: Mandate, body: ReturnIn) -> Facts:
    here = [each for each in repository.papers(unit.session, mandate.id) if each.returned_at is None]
    wanted = here if body.papers is None else [each for each in here if each.id in body.papers]
    if not wanted:
        raise Invalid("none of these papers is here", "papers")
    for paper in wanted:
        paper.returned_at = unit.now
    return {"papers": [paper.name for paper in wanted]}


DOING: dict[Act, Callable[[Unit, Mandate, Any], Facts]] = {
    Act.ACCEPT: _accept,
    Act.TAKE: _take,
    Act.HAND_OVER: _hand_over,
    Act.RELAY: relays.relay,
    Act.BACK: relays.back,
    Act.REVIEW: paying.review,
    Act.PAY: paying.pay,
    Act.PASS_ON: paying.pass_on,
    Act.ASK: _ask,
    Act.SUPPLY: _supply,
    Act.FINISH: _finish,
    Act.OFFER: _offer,
    Act.POST: _post,
    Act.DELIVER: _deliver,
    Act.CONFIRM: _confirm,
    Act.CALL_BACK: _call_back,
    Act.FILE: _file,
    Act.WITHDRAW: _withdraw,
    Act.RETURN: _return,
}
"""What each act changes; the others are only written down."""
