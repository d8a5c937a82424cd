"""Mandates: made once, found by their receipt, listed, shown."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from central.appointments import persons
from central.callers import TERMINAL
from central.catalogue import reading
from central.catalogue import repository as catalogue
from central.errors import Forbidden, Invalid
from central.halls import service as halls
from central.ids import new_id
from central.mandates import on_file, principals, repository, stepping, telling
from central.mandates.course import Act, State
from central.mandates.models import Mandate
from central.mandates.refusals import MandateUnknown, NotTheAgent
from central.mandates.schemas import (
    FindIn,
    FoundOut,
    MandateIn,
    MandateOut,
    MandatesOut,
    PersonOut,
    ReceiptOut,
)
from central.queue import holders
from central.repeats import check_same, mark_of
from central.staff import repository as staff
from central.unit import Unit


def make(unit: Unit, hall_id: str, key: str, body: MandateIn) -> tuple[ReceiptOut, bool]:
    """The receipt of this request's mandate, and whether it was made now (True) or by an earlier sending of the same request."""
    mark = mark_of(unit.vault, "mandate request", body, exclude_defaults=True)
    earlier = repository.by_request_key(unit.session, hall_id, key)
    if earlier is not None:
        check_same(earlier.request_mark == mark)
        return telling.receipt(unit, earlier), False
    kept = on_file.used(unit, hall_id, body)
    mandate = _drafted(unit, hall_id, body)
    mandate.phone = persons.seal(unit.vault, mandate.id, "phone", kept.phone) or mandate.phone
    mandate.request_key, mandate.request_mark = key, mark
    unit.session.add(mandate)
    unit.session.flush()
    stepping.hand_over_papers(unit, mandate, body.papers)
    used = {"on_file": [each.name for each in kept.papers]} if kept.papers else {}
    stepping.add(unit, mandate, Act.DRAFT, {"source": mandate.source, **used})
    if body.signature is not None:
        stepping.accept(unit, mandate, body.signature, mandate.promised_days, mandate.statutory_days)
        stepping.add(unit, mandate, Act.ACCEPT, stepping.limits(mandate))
    unit.session.flush()
    unit.record("mandate.made", mandate.id)
    # It rings for what a resident gives; what staff write down themselves is only shown.
    name = "mandate.asked" if unit.caller.role == TERMINAL else "mandate.changed"
    unit.announce(hall_id, name, {"mandate": mandate.id, "state": mandate.state})
    return telling.receipt(unit, mandate), True


def _drafted(unit: Unit, hall_id: str, body: MandateIn) -> Mandate:
    source = "terminal" if unit.caller.role == TERMINAL else body.source or "desk"
    year = halls.today(unit, hall_id).year
    promised, statutory = _limits(unit, hall_id, body)
    mandate = Mandate(
        id=new_id(unit.now),
        hall_id=hall_id,
        year=year,
        serial=repository.next_serial(unit.session, hall_id, year),
        state=State.DRAFTED.value,
        source=source,
        item_id=body.item,
        item_name=_item_name(unit, hall_id, body),
        lang=body.lang,
        made_at=unit.now,
        made_by=unit.caller.actor,
        promised_days=promised,
        statutory_days=statutory,
        visits=int(source in ("terminal", "desk")),
    )
    principals.keep(unit, mandate, body.principal)
    principals.give_code(unit, mandate)
    mandate.words = persons.seal(unit.vault, mandate.id, "words", body.words)
    return mandate


def _limits(unit: Unit, hall_id: str, body: MandateIn) -> tuple[int | None, int | None]:
    """What is promised and what the law allows, as was said; else as the item's guide in force tells it."""
    if body.item is not None and body.promised_days is None and body.statutory_days is None:
        guide = catalogue.guide_in_force(unit.session, hall_id, body.item, halls.today(unit, hall_id))
        if guide is not None:
            told = reading.content(guide)
            return told.promised_days, told.statutory_days
    stepping.check_limits(body.promised_days, body.statutory_days)
    return body.promised_days, body.statutory_days


def _item_name(unit: Unit, hall_id: str, body: MandateIn) -> dict[str, str]:
    if body.item is None:
        return dict(body.item_name or {})
    item = catalogue.item(unit.session, hall_id, body.item)
    if item is None:
        raise Invalid("the hall has no such item", "item")
    return dict(item.name)


def find(unit: Unit, hall_id: str, body: FindIn) -> FoundOut:
    """What a resident may know who lays a card or types what is on the receipt. Raises ``MandateUnknown`` if there is none."""
    return FoundOut(mandates=[telling.progress(unit, mandate) for mandate in of_resident(unit, hall_id, body)])


def of_resident(unit: Unit, hall_id: str, body: FindIn) -> list[Mandate]:
    """Raises ``MandateUnknown`` if there is none."""
    found = _of_card(unit, hall_id, body) if body.holder is not None else _of_receipt(unit, hall_id, body)
    if not found:
        raise MandateUnknown("nobody has this mandate", "code")
    return found


def _of_card(unit: Unit, hall_id: str, body: FindIn) -> list[Mandate]:
    assert body.holder is not None
    return repository.by_person(unit.session, hall_id, holders.number_mark(unit.vault, body.holder.id_number))


def _of_receipt(unit: Unit, hall_id: str, body: FindIn) -> list[Mandate]:
    """Raises ``TooManyCodes`` where many codes were tried that nobody has."""
    unit.context.tries.check(unit.caller.id, unit.now)
    mark = principals.code_mark(unit.vault, hall_id, body.code or "")
    mandate = repository.by_code(unit.session, hall_id, mark)
    if mandate is None or not principals.ends_with(unit, mandate, body.last_four or ""):
        unit.context.tries.wrong(unit.caller.id, mark, unit.now)
        return []
    return [mandate]


def listed(unit: Unit, hall_id: str) -> MandatesOut:
    """Everything that somebody has to do something about, by its end; then the latest that are closed."""
    names = staff.names(unit.session, hall_id)
    found = repository.unclosed(unit.session, hall_id) + repository.closed(unit.session, hall_id)
    return MandatesOut(mandates=[telling.row(unit, mandate, names) for mandate in found])


def described(unit: Unit, mandate_id: str) -> MandateOut:
    return telling.described(unit, known(unit, mandate_id))


def others(unit: Unit, mandate_id: str) -> MandatesOut:
    """一户一档、一企一档: everything that was done for the same person or enterprise, this one too; the latest first."""
    mandate = known(unit, mandate_id)
    found = [mandate]
    if mandate.person_mark is not None:
        found = repository.by_person(unit.session, mandate.hall_id, mandate.person_mark)
    names = staff.names(unit.session, mandate.hall_id)
    return MandatesOut(mandates=[telling.row(unit, each, names) for each in found])


def reveal(unit: Unit, mandate_id: str) -> PersonOut:
    """The person in full; the audit says who looked."""
    mandate = known(unit, mandate_id)
    if not telling.answers_for(unit, mandate):
        raise NotTheAgent("this mandate is another agent's")
    unit.record("mandate.revealed", mandate.id)
    steps, delivery = repository.steps(unit.session, mandate.id), repository.delivery(unit.session, mandate.id)
    return principals.everything(unit, mandate, steps, delivery)


def known(unit: Unit, mandate_id: str) -> Mandate:
    """A mandate of the caller's hall."""
    mandate = repository.by_id(unit.session, mandate_id)
    if mandate is None:
        raise MandateUnknown("no such mandate", "mandate")
    if mandate.hall_id != unit.caller.hall:
        raise Forbidden("this mandate belongs to another hall")
    return mandate


def forget_before(session: Session, moment: datetime) -> int:
    """Forgets the persons of mandates that were closed before ``moment``. How many mandates that were."""
    return repository.forget_persons(session, moment)
