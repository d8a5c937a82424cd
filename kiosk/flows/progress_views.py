"""What is shown of a mandate to whoever asks how far it is."""

from __future__ import annotations

from kiosk import mandate_pieces
from kiosk.faults import of_fault
from kiosk.flows import number_entry
from kiosk.flows.guide_views import paper_words, print_choice
from kiosk.flows.mandate_state import MandateSeen, NumberEnd, ReceiptCode, SeveralMandates, Tracing
from kiosk.flows.step import Now
from kiosk.flows.world import World
from kiosk.hall.mandate import Mandate
from kiosk.views import Choice, GuideShown, Menu, Msg, Prompt, View, Weight, msg


def view(world: World, stage: Tracing, now: Now) -> View:
    match stage:
        case ReceiptCode(typed):
            return number_entry.receipt_keys(typed)
        case NumberEnd(_, typed):
            return number_entry.end_keys(typed)
        case SeveralMandates(found):
            choices = tuple(_choice(one, place) for place, one in enumerate(found.mandates))
            return Menu(msg("kept-several"), choices=choices, back=True, home=True)
        case MandateSeen():
            return _seen(world, stage, now)
    code = Choice("receipt-code", msg("receipt-code"), icon="keys", weight=Weight.PRIMARY)
    if world.reads_cards:
        return Prompt(msg("mandates-card"), choices=(code,), back=True, home=True)
    fault = world.reader_fault
    return Menu(msg("mandates"), body=(of_fault(fault).title,) if fault else (), choices=(code,), back=True, home=True)


def phone_of(world: World, mandate: Mandate) -> str:
    """The agent's, if the hall shows it."""
    return next((one.phone for one in world.people if one.id == mandate.agent), "")


def _choice(mandate: Mandate, place: int) -> Choice:
    return Choice(f"mandate.{place}", msg("guide-text", text=mandate.item), hint=mandate_pieces.now_at(mandate))


def _seen(world: World, stage: MandateSeen, now: Now) -> View:
    """Where it is, until when and with whom; below it the whole way."""
    printed = print_choice(world, stage.paper, "guide-print", Weight.PLAIN) if stage.found.forms is not None else ()
    return GuideShown(
        mandate_pieces.now_at(stage.mandate),
        body=(*paper_words(stage.paper), *_body(world, stage.mandate)),
        choices=(*printed, Choice("done", msg("ticket-done"), icon="check", weight=Weight.PRIMARY)),
        back=True,
        home=True,
        pieces=mandate_pieces.way_of(stage.mandate, now.at.tzinfo),
        path=True,
    )


def _body(world: World, mandate: Mandate) -> tuple[Msg, ...]:
    """Whoever has it is named in the title, or here."""
    is_open = mandate.state in mandate_pieces.OPEN
    phone = phone_of(world, mandate)
    body: tuple[Msg, ...] = (msg("progress-what", name=mandate.item, number=mandate.number),)
    body += (msg("progress-late") if mandate.late else mandate_pieces.end_of(mandate),) if is_open else ()
    body += (msg("progress-agent", agent=mandate.agent_name),) if mandate.agent_name and mandate.state != "taken" else ()
    return body + ((msg("staff-phone", phone=phone),) if phone else ())
