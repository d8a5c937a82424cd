"""What is shown on the way to a mandate: one question a view."""

from __future__ import annotations

from devices.types import Holder, Stroke
from kiosk import mandate_pieces, signature
from kiosk.faults import of_fault
from kiosk.flows import entrust, on_file
from kiosk.flows.booking_views import hearing, who
from kiosk.flows.item_line import item_of
from kiosk.flows.mandate_state import (
    CardAsked,
    Entrusting,
    Errand,
    ErrandRead,
    PapersAsked,
    PapersOffered,
    PhoneAsked,
    PhoneOffered,
    Signed,
)
from kiosk.flows.number_entry import phone_keys
from kiosk.flows.step import Now
from kiosk.flows.world import World
from kiosk.hall.guide import Guide
from kiosk.views import Choice, Confirm, GuideShown, Menu, Msg, Prompt, Signing, View, Weight, msg


def view(world: World, holder: Holder | None, stage: Entrusting, now: Now) -> View:
    errand = stage.errand
    match stage:
        case CardAsked():
            return _card(world)
        case PapersOffered():
            return _papers_offered(errand)
        case PapersAsked():
            return _papers(errand)
        case PhoneOffered():
            return _phone_offered(errand)
        case PhoneAsked():
            return phone_keys(msg("phone-title"), (msg("entrust-phone-why"),), errand.phone, msg("entrust-no-phone"))
        case ErrandRead():
            return _read(errand, holder, now)
        case Signed():
            return signing(stage.strokes)
    return _consent(errand)


def way_in(world: World, guide: Guide, weight: Weight) -> tuple[Choice, ...]:
    """From a guide, and from a notice that misses nothing."""
    choice = Choice("guide.entrust", msg("guide-entrust"), icon="people", weight=weight, enabled=world.lost is None)
    return (choice,) if guide.entrusted and item_of(world, guide.item) is not None else ()


def _consent(errand: Errand) -> View:
    """The words of the hall's form: what is agreed to is what is signed."""
    return GuideShown(
        msg("entrust-title", name=errand.guide.name),
        body=(msg("entrust-read"),),
        choices=(
            Choice("entrust-yes", msg("entrust-yes"), icon="check", weight=Weight.PRIMARY),
            Choice("entrust-no", msg("entrust-no"), icon="cross"),
        ),
        back=True,
        home=True,
        pieces=mandate_pieces.of_words(errand.forms.mandate.words),
    )


def _card(world: World) -> View:
    helper = Choice("entrust-helper", msg("entrust-helper"), icon="help", weight=Weight.PRIMARY)
    if world.reads_cards:
        return Prompt(msg("card-title"), body=(msg("entrust-card-why"),), choices=(helper,), back=True, home=True)
    fault = world.reader_fault
    body = (of_fault(fault).title,) if fault is not None else ()
    return Menu(msg("entrust-no-card"), body=body, choices=(helper,), back=True, home=True)


def _papers(errand: Errand) -> View:
    """All of them at a touch; or one by one, and what is not chosen stays with the resident."""
    every = Choice("hand-all", msg("hand-all"), icon="check", weight=Weight.PRIMARY)
    each = tuple(
        Choice(f"hand.{one.id}", msg("guide-text", text=one.name), selected=one.id in errand.handed)
        for one in entrust.wanted(errand)
    )
    on = Choice("hand-on", msg("hand-on", count=len(errand.handed)), icon="arrow")
    return Menu(msg("hand-title"), body=(msg("hand-how"),), choices=(every, *each, on), back=True, home=True)


def _papers_offered(errand: Errand) -> View:
    names = tuple(msg("guide-text", text=one.name) for one in on_file.papers(errand))
    return Menu(
        msg("papers-kept-title"),
        body=(msg("papers-kept"), *names),
        choices=(
            Choice("papers-same", msg("papers-same"), icon="check", weight=Weight.PRIMARY),
            Choice("papers-anew", msg("papers-anew"), icon="paper-paper"),
        ),
        back=True,
        home=True,
    )


def _phone_offered(errand: Errand) -> View:
    return Menu(
        msg("phone-kept-title"),
        body=(msg("phone-kept", end=_end(errand)),),
        choices=(
            Choice("phone-same", msg("phone-same"), icon="check", weight=Weight.PRIMARY),
            Choice("phone-other", msg("phone-other"), icon="keys"),
        ),
        back=True,
        home=True,
    )


def _end(errand: Errand) -> str:
    return errand.on_file.phone_end if errand.on_file is not None else ""


def _read(errand: Errand, holder: Holder | None, now: Now) -> View:
    handed = msg("entrust-handed", count=len(errand.handed))
    kept = (msg("entrust-kept", count=len(errand.papers_on_file)),) if errand.papers_on_file else ()
    phone = (msg("phone-kept", end=_end(errand)),) if errand.phone_on_file else ()
    sign = Choice("entrust-sign", msg("entrust-sign"), icon="pencil", weight=Weight.PRIMARY)
    choices = (sign, *hearing(errand.phone, now), Choice("entrust-again", msg("visit-again")))
    mine = () if holder is None else (Choice("not-me", msg("confirm-not-me"), weight=Weight.QUIET),)
    return Confirm(
        msg("book-read-title"),
        body=(msg("entrust-what", name=errand.guide.name), _within(errand), handed, *kept, *phone),
        choices=(*choices, *mine),
        back=True,
        home=True,
        who=who(holder, errand.phone),
    )


def _within(errand: Errand) -> Msg:
    """As the service will count it: what is promised, else what the law allows."""
    guide = errand.guide
    days = guide.promised_days if guide.promised_days is not None else guide.statutory_days
    return msg("entrust-within", days=days) if days is not None else msg("entrusted-no-end")


def signing(strokes: tuple[Stroke, ...]) -> View:
    """With a finger; or with a pen, before somebody of the staff."""
    enough = signature.is_enough(strokes)
    return Signing(
        msg("sign-title"),
        body=(msg("sign-how"),),
        choices=(
            Choice("sign-done", msg("sign-done"), icon="check", weight=Weight.PRIMARY, enabled=enough),
            Choice("sign-clear", msg("ink-clear"), icon="again", enabled=bool(strokes)),
            Choice("sign-helper", msg("sign-helper"), icon="help", weight=Weight.QUIET),
        ),
        back=True,
        home=True,
        strokes=strokes,
    )
