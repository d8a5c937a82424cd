"""A proposal is made, answered in time, carried out where it was adopted, and what came of it is written down."""

from __future__ import annotations

from central.catalogue import repository as catalogue
from central.errors import Forbidden, Invalid, WrongState
from central.halls import service as halls
from central.halls import terms
from central.halls.plan import plan_of
from central.ids import new_id
from central.proposals import repository
from central.proposals.models import Proposal
from central.proposals.refusals import ProposalUnknown
from central.proposals.rules import end_of
from central.proposals.schemas import ProposalAnswerIn, ProposalIn, ProposalOut, ProposalsOut
from central.staff import repository as staff
from central.unit import Unit

STATES = ("made", "adopted")


def make(unit: Unit, hall: str, body: ProposalIn) -> ProposalOut:
    if body.item is not None and catalogue.item(unit.session, hall, body.item) is None:
        raise Invalid("the hall does not offer this item", "item")
    day = halls.today(unit, hall)
    proposal = Proposal(
        id=new_id(unit.now),
        hall_id=hall,
        year=day.year,
        serial=repository.next_serial(unit.session, hall, day.year),
        about=body.about,
        item_id=body.item,
        words=body.words,
        made_at=unit.now,
        made_by=unit.caller.id,
        state="made",
        due_on=terms.due(halls.works(unit, hall), day, plan_of(unit, hall).rules.suggestion_days),
    )
    unit.session.add(proposal)
    return _changed(unit, proposal, "proposal.made")


def answer(unit: Unit, proposal_id: str, body: ProposalAnswerIn) -> ProposalOut:
    """Once: what was adopted is a promise to whoever made it."""
    proposal = _in_state(unit, proposal_id, "made")
    if body.until is not None and body.until < halls.today(unit, proposal.hall_id):
        raise Invalid("the day is over", "until")
    proposal.state, proposal.answer, proposal.answered_at = body.verdict, body.words, unit.now
    proposal.until = body.until if body.verdict == "adopted" else None
    proposal.closed_at = None if body.verdict == "adopted" else unit.now
    return _changed(unit, proposal, "proposal.answered")


def carried_out(unit: Unit, proposal_id: str, words: str) -> ProposalOut:
    proposal = _in_state(unit, proposal_id, "adopted")
    proposal.state, proposal.came, proposal.closed_at = "done", words, unit.now
    return _changed(unit, proposal, "proposal.carried_out")


def listed(unit: Unit, hall: str) -> ProposalsOut:
    rows = [_out(unit, each) for each in repository.of_hall(unit.session, hall)]
    waiting = sorted((row for row in rows if row.state == "made"), key=lambda row: (row.due_on, row.number))
    return ProposalsOut(proposals=[*waiting, *(row for row in rows if row.state == "adopted"), *_over(rows)])


def _over(rows: list[ProposalOut]) -> list[ProposalOut]:
    return [row for row in rows if row.state not in STATES]


def _in_state(unit: Unit, proposal_id: str, state: str) -> Proposal:
    proposal = repository.by_id(unit.session, proposal_id)
    if proposal is None:
        raise ProposalUnknown("no such proposal", "proposal")
    if proposal.hall_id != unit.caller.hall:
        raise Forbidden("this proposal belongs to another hall")
    if proposal.state != state:
        raise WrongState(f"the proposal is {proposal.state}: this is not possible")
    return proposal


def _changed(unit: Unit, proposal: Proposal, action: str) -> ProposalOut:
    unit.session.flush()
    unit.record(action, proposal.id)
    return _out(unit, proposal)


def _out(unit: Unit, proposal: Proposal) -> ProposalOut:
    hall = proposal.hall_id
    end = end_of(proposal.state, proposal.due_on, proposal.until)  # type: ignore[arg-type]
    now = None if end is None else terms.standing(halls.works(unit, hall), halls.today(unit, hall), end)
    item = None if proposal.item_id is None else catalogue.item(unit.session, hall, proposal.item_id)
    plain = ("id", "number", "about", "words", "made_at", "state", "due_on", "answer", "answered_at", "until", "came")
    return ProposalOut.model_validate(
        {
            **{name: getattr(proposal, name) for name in (*plain, "closed_at")},
            "item": proposal.item_id,
            "item_name": None if item is None else item.name,
            "made_by": staff.names(unit.session, hall).get(proposal.made_by, ""),
            "urgency": None if now is None else now.urgency,
            "left": None if now is None else now.left,
        }
    )
