"""Whose a mandate is: sealed when stored, found by a keyed hash."""

from __future__ import annotations

import secrets
import unicodedata

from central.appointments import persons
from central.mandates import repository
from central.mandates.models import Mandate, MandateDelivery, MandateStep
from central.mandates.schemas import PersonOut, Principal
from central.queue import holders
from central.unit import Unit
from central.vault import Vault

CODE_DIGITS = 8
"""Of a receipt: read by an old person, typed at a terminal, and with the last four signs of the card no use to guess."""


def keep(unit: Unit, mandate: Mandate, principal: Principal) -> None:
    mandate.kind = principal.kind
    mandate.name = persons.seal(unit.vault, mandate.id, "name", principal.name)
    mandate.phone = persons.seal(unit.vault, mandate.id, "phone", principal.phone)
    mandate.address = persons.seal(unit.vault, mandate.id, "address", principal.address)
    keep_number(unit, mandate, principal.id_number)


def keep_number(unit: Unit, mandate: Mandate, id_number: str | None) -> None:
    mandate.id_number = persons.seal(unit.vault, mandate.id, "id_number", id_number)
    mandate.person_mark = None if id_number is None else holders.number_mark(unit.vault, id_number)


def give_code(unit: Unit, mandate: Mandate) -> None:
    """A code that no other mandate of the hall has."""
    while True:
        code = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"
        mark = code_mark(unit.vault, mandate.hall_id, code)
        if repository.by_code(unit.session, mandate.hall_id, mark) is None:
            break
    mandate.code, mandate.code_mark = persons.seal(unit.vault, mandate.id, "code", code), mark


def code_mark(vault: Vault, hall: str, typed: str) -> str:
    plain = unicodedata.normalize("NFKC", typed)
    return vault.mark("mandate code", f"{hall} {''.join(each for each in plain if each.isdigit())}")


def code_of(unit: Unit, mandate: Mandate) -> str | None:
    return persons.opened(unit.vault, mandate.id, "code", mandate.code)


def ends_with(unit: Unit, mandate: Mandate, typed: str) -> bool:
    """Whether these are the last four signs of the document number or of the phone."""
    last = unicodedata.normalize("NFKC", typed).strip().upper()
    number = persons.opened(unit.vault, mandate.id, "id_number", mandate.id_number)
    phone = persons.last_four(persons.opened(unit.vault, mandate.id, "phone", mandate.phone))
    return len(last) == 4 and last in (number[-4:].upper() if number else None, phone)


def surname(unit: Unit, mandate: Mandate) -> str | None:
    return persons.surname(persons.opened(unit.vault, mandate.id, "name", mandate.name))


def phone_end(unit: Unit, mandate: Mandate) -> str | None:
    return persons.last_four(persons.opened(unit.vault, mandate.id, "phone", mandate.phone))


def seal_note(unit: Unit, mandate_id: str, words: str | None) -> bytes | None:
    return persons.seal(unit.vault, mandate_id, "note", words)


def tracking_of(unit: Unit, delivery: MandateDelivery | None) -> str | None:
    return None if delivery is None else persons.opened(unit.vault, delivery.mandate_id, "tracking", delivery.tracking)


def everything(unit: Unit, mandate: Mandate, steps: list[MandateStep], delivery: MandateDelivery | None) -> PersonOut:
    """The person in full, what was said and what was signed."""

    def opened(what: str, sealed: bytes | None) -> str | None:
        return persons.opened(unit.vault, mandate.id, what, sealed)

    return PersonOut(
        name=opened("name", mandate.name),
        id_number=opened("id_number", mandate.id_number),
        phone=opened("phone", mandate.phone),
        address=opened("address", mandate.address),
        words=opened("words", mandate.words),
        code=opened("code", mandate.code),
        tracking=tracking_of(unit, delivery),
        signature=opened("signature", mandate.signature),
        received_signature=None if delivery is None else opened("received", delivery.signature),
        notes={step.id: opened("note", step.words) or "" for step in steps if step.words is not None},
    )
