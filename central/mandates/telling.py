"""What is told of a mandate: to its agent, to the hall, to the resident."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from central.audit import actors
from central.callers import ADMIN, MANAGER
from central.halls import service as halls
from central.halls import terms
from central.halls.terms import Standing
from central.mandates import paying, principals, repository
from central.mandates.course import ELSEWHERE, OPEN, Act, Course, State
from central.mandates.filing import Folder, Gap, gaps
from central.mandates.models import (
    Mandate,
    MandateDelivery,
    MandatePaper,
    MandatePayment,
    MandateRelay,
    MandateStep,
    MandateSupplement,
)
from central.mandates.schemas import (
    DeliveryOut,
    MandateOut,
    MandateRow,
    PaperOut,
    PaymentOut,
    PlaceOut,
    ProgressOut,
    ReceiptOut,
    RelayOut,
    StepOut,
    SupplementOut,
)
from central.staff import repository as staff
from central.unit import Unit

OFFERED_FOR = timedelta(minutes=30)
"""Then the resident, with whom the result was laid on the table, stands there no more."""


def standing(unit: Unit, mandate: Mandate) -> Standing | None:
    """Late, soon or fine; None when it has no end or a result already."""
    if mandate.due_on is None or State(mandate.state) not in OPEN:
        return None
    return terms.standing(halls.works(unit, mandate.hall_id), halls.today(unit, mandate.hall_id), mandate.due_on)


def course_of(unit: Unit, mandate: Mandate) -> Course:
    out = sum(relay.back_at is None for relay in repository.relays(unit.session, mandate.id))
    return Course(State(mandate.state), out, repository.supplement(unit.session, mandate.id) is not None)


def offered(unit: Unit, mandate: Mandate) -> bool:
    """Whether the resident may sign for the result on a terminal."""
    if State(mandate.state) is not State.DONE:
        return False
    since = unit.now - OFFERED_FOR
    return any(step.act == Act.OFFER.value and step.at > since for step in repository.steps(unit.session, mandate.id))


def answers_for(unit: Unit, mandate: Mandate) -> bool:
    """Whether the caller may do something about it: the agent, the deputy, who leads the hall; anybody before it is taken."""
    if mandate.agent_id is None or unit.caller.role in (ADMIN, MANAGER):
        return True
    return unit.caller.id in (mandate.agent_id, mandate.deputy_id)


def gaps_of(unit: Unit, mandate: Mandate) -> list[Gap]:
    delivery = repository.delivery(unit.session, mandate.id)
    lent = [each for each in repository.papers(unit.session, mandate.id) if each.original and each.returned_at is None]
    return gaps(
        Folder(
            signed=mandate.signature is not None,
            outcome=mandate.outcome is not None,
            originals_out=len(lent),
            payments_out=sum(each.handed_at is None for each in repository.payments(unit.session, mandate.id)),
            received=delivery is not None and delivery.received_at is not None,
            called_back=mandate.content is not None,
        )
    )


def row(unit: Unit, mandate: Mandate, names: dict[str, str]) -> MandateRow:
    """``names``: of the hall's staff, by id."""
    return MandateRow.model_validate(_facts(unit, mandate, names))


def described(unit: Unit, mandate: Mandate) -> MandateOut:
    names = staff.names(unit.session, mandate.hall_id)
    course = course_of(unit, mandate)
    papers = repository.papers(unit.session, mandate.id)
    lent = any(each.returned_at is None for each in papers)
    payments = repository.payments(unit.session, mandate.id)
    nothing = {Act.RETURN: not lent, Act.PASS_ON: all(each.handed_at is not None for each in payments)}
    acts = [act for act in Act if course.may(act) and act not in ELSEWHERE and not nothing.get(act, False)]
    return MandateOut.model_validate(
        {
            **_facts(unit, mandate, names),
            "papers": [paper_out(each) for each in papers],
            "relays": [_relay(unit, mandate, each) for each in repository.relays(unit.session, mandate.id)],
            "payments": [_payment(each) for each in payments],
            "supplement": _supplement(repository.supplement(unit.session, mandate.id)),
            "delivery": _delivery(repository.delivery(unit.session, mandate.id)),
            "steps": _steps(unit, mandate),
            "acts": acts if answers_for(unit, mandate) else [],
            "gaps": gaps_of(unit, mandate),
            "offered": offered(unit, mandate),
            "forgotten": mandate.request_mark == "",
        }
    )


def progress(unit: Unit, mandate: Mandate) -> ProgressOut:
    """For who holds the receipt."""
    now = standing(unit, mandate)
    delivery = repository.delivery(unit.session, mandate.id)
    return ProgressOut(
        id=mandate.id,
        number=mandate.number,
        state=State(mandate.state),
        item_name=mandate.item_name,
        made_at=mandate.made_at,
        due_on=mandate.due_on,
        late=now is not None and now.urgency == "late",
        agent=mandate.agent_id,
        agent_name=staff.names(unit.session, mandate.hall_id).get(mandate.agent_id or ""),
        steps=[each for each in _steps(unit, mandate) if each.act is not Act.NOTE],
        supplement=_supplement(repository.supplement(unit.session, mandate.id)),
        delivery=_delivery(delivery),
        outcome=mandate.outcome,
        tracking=principals.tracking_of(unit, delivery),
        offered=offered(unit, mandate),
        places=[
            PlaceOut(office=each.office, hall=each.hall_id is not None, taken_by=_taken_by(unit, each))
            for each in repository.relays(unit.session, mandate.id)
            if each.back_at is None
        ],
    )


def receipt(unit: Unit, mandate: Mandate) -> ReceiptOut:
    return ReceiptOut(
        id=mandate.id,
        number=mandate.number,
        code=principals.code_of(unit, mandate) or "",
        state=State(mandate.state),
        item_name=mandate.item_name,
        made_at=mandate.made_at,
        due_on=mandate.due_on,
        statutory_on=mandate.statutory_on,
        papers=[paper_out(each) for each in repository.papers(unit.session, mandate.id)],
    )


def _facts(unit: Unit, mandate: Mandate, names: dict[str, str]) -> dict[str, Any]:
    now = standing(unit, mandate)
    plain = ("id", "number", "state", "kind", "source", "item_name", "made_at", "accepted_at", "due_on", "statutory_on")
    return {
        **{name: getattr(mandate, name) for name in (*plain, "outcome", "done_at", "content", "visits")},
        "urgency": None if now is None else now.urgency,
        "left": None if now is None else now.left,
        "agent": mandate.agent_id,
        "agent_name": names.get(mandate.agent_id or ""),
        "deputy": mandate.deputy_id,
        "deputy_name": names.get(mandate.deputy_id or ""),
        "surname": principals.surname(unit, mandate),
        "phone_end": principals.phone_end(unit, mandate),
    }


def _steps(unit: Unit, mandate: Mandate) -> list[StepOut]:
    names = actors.names(unit.session, mandate.hall_id)
    return [_step(unit, each, names) for each in repository.steps(unit.session, mandate.id)]


def _step(unit: Unit, step: MandateStep, names: dict[str, str]) -> StepOut:
    return StepOut(
        id=step.id,
        at=step.at,
        act=Act(step.act),
        who=names.get(step.actor) or actors.elsewhere(unit.session, step.actor) or "",
        detail=step.detail,
        noted=step.words is not None,
    )


def paper_out(paper: MandatePaper) -> PaperOut:
    return PaperOut.model_validate(paper, from_attributes=True)


def _payment(payment: MandatePayment) -> PaymentOut:
    fields = ("id", "kind", "what", "voucher", "taken_at", "handed_at")
    return PaymentOut.model_validate(
        {**{name: getattr(payment, name) for name in fields}, "amount": paying.yuan(payment.cents) or None}
    )


def _relay(unit: Unit, mandate: Mandate, relay: MandateRelay) -> RelayOut:
    late = relay.back_at is None and relay.until is not None and relay.until < halls.today(unit, mandate.hall_id)
    fields = ("id", "hall_id", "office", "level", "lead", "sent_at", "until", "taken_at", "back_at", "outcome")
    told = {name: getattr(relay, name) for name in fields} | {"late": late, "wanted": relay.wanted or []}
    return RelayOut.model_validate(told | {"taken_by": _taken_by(unit, relay)})


def _taken_by(unit: Unit, relay: MandateRelay) -> str | None:
    person = None if relay.taken_by is None else staff.by_id(unit.session, relay.taken_by)
    return None if person is None else person.name


def _supplement(found: MandateSupplement | None) -> SupplementOut | None:
    return None if found is None else SupplementOut.model_validate(found, from_attributes=True)


def _delivery(found: MandateDelivery | None) -> DeliveryOut | None:
    return None if found is None else DeliveryOut.model_validate(found, from_attributes=True)
