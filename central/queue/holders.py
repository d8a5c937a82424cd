"""The person of a ticket: encrypted when stored, found by a keyed hash, deleted when the time is over."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from central.errors import HolderUnknown
from central.queue.models import Ticket, TicketHolder
from central.queue.schemas import Holder
from central.sql import Sql
from central.unit import Unit
from central.vault import Vault

_STORE = Sql(
    "INSERT INTO ticket_holders (ticket_id, kept_since, kind, id_mark, name, id_number, birth)"
    " VALUES (:ticket, :now, :kind, :mark, :name, :number, :birth)"
)


def store(unit: Unit, ticket_id: str, holder: Holder) -> None:
    seal = unit.vault.encrypt
    unit.run(
        _STORE,
        ticket=ticket_id,
        now=unit.now,
        kind=holder.kind,
        mark=number_mark(unit.vault, holder.id_number),
        name=seal(holder.name, f"{ticket_id} name"),
        number=seal(holder.id_number, f"{ticket_id} id_number"),
        birth=None if holder.birth is None else seal(holder.birth.isoformat(), f"{ticket_id} birth"),
    )


def number_mark(vault: Vault, id_number: str) -> str:
    """By which all tickets of one document number are found without the number."""
    return vault.mark("id number", id_number.strip().upper())


def reveal(unit: Unit, ticket_id: str) -> Holder:
    """The person in full; the audit says who looked."""
    row = unit.session.get(TicketHolder, ticket_id)
    if row is None:
        raise HolderUnknown("no person is kept with this ticket")
    unit.record("holder.revealed", ticket_id)
    return _opened(unit.vault, row)


def _opened(vault: Vault, row: TicketHolder) -> Holder:
    place = row.ticket_id
    birth = None if row.birth is None else vault.decrypt(row.birth, f"{place} birth")
    return Holder.model_validate(
        {
            "kind": row.kind,
            "name": vault.decrypt(row.name, f"{place} name"),
            "id_number": vault.decrypt(row.id_number, f"{place} id_number"),
            "birth": birth,
        }
    )


def forget_before(session: Session, moment: datetime) -> int:
    """Deletes the persons of old tickets, and the marks that named them. How many that were."""
    old = select(TicketHolder.ticket_id).where(TicketHolder.kept_since < moment)
    session.execute(update(Ticket).where(Ticket.id.in_(old)).values(request_mark="", person_mark=None))
    gone = session.execute(delete(TicketHolder).where(TicketHolder.kept_since < moment).returning(TicketHolder.ticket_id))
    return len(gone.all())
