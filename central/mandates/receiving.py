"""办结单, signed by the resident on a terminal: the result was laid before them, and they have it."""

from __future__ import annotations

from central.appointments import persons
from central.mandates import repository, service, stepping, telling
from central.mandates.course import Act, State
from central.mandates.models import Mandate
from central.mandates.refusals import MandateUnknown, NotOffered
from central.mandates.schemas import ProgressOut, SignedIn
from central.mandates.step_schemas import DeliverIn
from central.unit import Unit


def receive(unit: Unit, hall_id: str, mandate_id: str, body: SignedIn) -> ProgressOut:
    """Delivered by hand, with this signature. Sent again after a lost answer it is delivered once. Raises ``MandateUnknown`` for
    what isn't theirs, and ``NotOffered``."""
    mandate = next((each for each in service.of_resident(unit, hall_id, body) if each.id == mandate_id), None)
    if mandate is None:
        raise MandateUnknown("this mandate was given by somebody else", "mandate")
    if not _received(unit, mandate, body.signature):
        if not telling.offered(unit, mandate):
            raise NotOffered("nobody has laid the result before the resident")
        stepping.carry_out(unit, mandate, Act.DELIVER, DeliverIn(act="deliver", way="counter", signature=body.signature))
    return telling.progress(unit, mandate)


def _received(unit: Unit, mandate: Mandate, signature: str) -> bool:
    delivery = repository.delivery(unit.session, mandate.id)
    if State(mandate.state) is not State.DELIVERED or delivery is None:
        return False
    return persons.opened(unit.vault, mandate.id, "received", delivery.signature) == signature
