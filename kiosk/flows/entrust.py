"""Giving a mandate (代办): told what it means, who gives it, what is handed over, where to call, looked over, signed."""

from __future__ import annotations

from dataclasses import replace

from kiosk import notice, signature
from kiosk.effects import Announce
from kiosk.events import Event, Written
from kiosk.flows import help, number_entry, on_file
from kiosk.flows.asking import ask_mandate
from kiosk.flows.booking_views import heard
from kiosk.flows.guide_state import Checking, GuideRead, Noticed
from kiosk.flows.mandate_state import (
    CardAsked,
    ConsentAsked,
    Entrusting,
    Errand,
    ErrandRead,
    PapersAsked,
    PapersOffered,
    PhoneAsked,
    PhoneOffered,
    Signed,
)
from kiosk.flows.state import Stage, Step, Terminal, end_visit
from kiosk.flows.step import Now
from kiosk.hall.guide import Material
from kiosk.hall.mandate import Forms, Handed
from kiosk.mandating import GiveMandate, ReadForms
from kiosk.telephone import most, plausible

DOING = "entrusting"
"""What is told to whoever is called."""


def begin(state: Terminal) -> Step:
    """From a guide that needs nothing, or a notice that misses nothing. What one agrees to is the hall's, as it is now; where it
    cannot be had, no mandate could be given either."""
    return ask_mandate(state, ReadForms())


def told_forms(state: Terminal, origin: Stage, forms: Forms) -> Terminal:
    match origin:
        case GuideRead():
            guide = state.world.guide(origin.item)
            return state.at(ConsentAsked(Errand(Checking(guide, origin), origin, forms)) if guide is not None else origin)
        case Noticed():
            return state.at(ConsentAsked(Errand(origin.checked, origin, forms)))
    return state.at(origin)


def wanted(errand: Errand) -> tuple[Material, ...]:
    """The materials that may be handed over: all that are needed and not used as they lie on file."""
    needed = notice.needed(errand.guide, dict(errand.checked.answers))
    return tuple(one for one in needed if one.id not in errand.papers_on_file)


def touched(state: Terminal, stage: Entrusting, choice: str, now: Now) -> Step:
    errand = stage.errand
    match stage:
        case ConsentAsked():
            return _who(state, errand) if choice == "entrust-yes" else (state.at(errand.origin), ())
        case CardAsked():
            return _without_card(state, errand) if choice == "entrust-helper" else (state.at(ConsentAsked(errand)), ())
        case PapersOffered():
            return state.at(_papers_offered(errand, choice)), ()
        case PapersAsked():
            return state.at(_handed(errand, choice)), ()
        case PhoneOffered():
            return state.at(_phone_offered(errand, choice)), ()
        case PhoneAsked():
            return state.at(_phone(errand, choice)), ()
        case ErrandRead():
            return _read(state, errand, choice, now)
        case Signed():
            return _signing(state, stage, choice, now)
    return state, ()


def written(state: Terminal, event: Event) -> Terminal:
    stage = state.stage
    if isinstance(stage, Signed) and isinstance(event, Written) and len(stage.strokes) < signature.MOST:
        return state.at(replace(stage, strokes=stage.strokes + event.strokes))
    return state


def card_read(state: Terminal, stage: Entrusting) -> Step:
    """The card says who gives it; what another one was about to sign, and had on file, is theirs no more."""
    stage = replace(stage, errand=on_file.forgotten(stage.errand))
    match stage:
        case ConsentAsked():
            return state.at(stage), ()
        case CardAsked():
            stage = _papers(stage.errand)
        case PapersOffered():
            stage = PapersAsked(stage.errand)
        case PhoneOffered():
            stage = PhoneAsked(stage.errand)
        case Signed():
            stage = ErrandRead(stage.errand)
    return on_file.ask(state, stage)


def without_card(stage: Entrusting) -> Entrusting:
    """Where to go on when the card that said who gives it holds no more."""
    errand = on_file.forgotten(stage.errand)
    return ConsentAsked(errand) if isinstance(stage, ConsentAsked) else CardAsked(errand)


def _who(state: Terminal, errand: Errand) -> Step:
    errand = on_file.forgotten(errand)
    return (state.at(CardAsked(errand)), ()) if state.visit.holder is None else on_file.ask(state, _papers(errand))


def _without_card(state: Terminal, errand: Errand) -> Step:
    return help.call(state, DOING, "", errand.guide.item)


def _papers(errand: Errand) -> Entrusting:
    return on_file.next_of_papers(errand) if wanted(errand) else on_file.next_of_phone(errand)


def _papers_offered(errand: Errand, choice: str) -> Entrusting:
    """What lies on file, or everything anew."""
    return ConsentAsked(errand) if choice == "back" else _papers(on_file.papers_taken(errand, choice == "papers-same"))


def _handed(errand: Errand, choice: str) -> Entrusting:
    there = tuple(one.id for one in wanted(errand))
    match choice:
        case "back":
            return _before_papers(errand)
        case "hand-all":
            return on_file.next_of_phone(replace(errand, handed=there))
        case "hand-on":
            return on_file.next_of_phone(errand)
    id = choice.removeprefix("hand.")
    handed = {*errand.handed} ^ {id}
    return PapersAsked(replace(errand, handed=tuple(one for one in there if one in handed)))


def _before_papers(errand: Errand) -> Entrusting:
    """What was agreed to can be taken back."""
    return PapersOffered(replace(errand, papers_on_file=())) if errand.papers_on_file else ConsentAsked(errand)


def _phone_offered(errand: Errand, choice: str) -> Entrusting:
    """The telephone that they left before, or another one."""
    if choice == "back":
        return _before_phone(errand)
    again = choice == "phone-same"
    errand = on_file.phone_taken(errand, again)
    return ErrandRead(errand) if again else PhoneAsked(errand)


def _before_phone(errand: Errand) -> Entrusting:
    return PapersAsked(errand) if wanted(errand) else _before_papers(errand)


def _phone(errand: Errand, choice: str) -> Entrusting:
    typed = errand.phone
    if choice == "back":
        return _before_phone(errand)
    if choice == "enter" and (not typed or plausible(typed)):
        return ErrandRead(errand)
    return PhoneAsked(replace(errand, phone=number_entry.struck(typed, choice, most(typed))))


def _read(state: Terminal, errand: Errand, choice: str, now: Now) -> Step:
    match choice:
        case "entrust-sign":
            return state.at(Signed(errand)), ()
        case "entrust-again":
            return state.at(_papers(errand)), ()
        case "hear":
            return state, (Announce(heard(errand.phone)),)
        case "not-me":
            return end_visit(state, now.fresh)
    return state.at(on_file.next_of_phone(replace(errand, phone_on_file=False))), ()


def _signing(state: Terminal, stage: Signed, choice: str, now: Now) -> Step:
    match choice:
        case "sign-done":
            return _give(state, stage, now)
        case "sign-helper":
            return _give(state, replace(stage, strokes=()), now)
        case "sign-clear":
            return state.at(replace(stage, strokes=())), ()
    return state.at(ErrandRead(stage.errand)), ()


def _give(state: Terminal, stage: Signed, now: Now) -> Step:
    """Without strokes it is to be signed before a helper."""
    errand, holder = stage.errand, state.visit.holder
    if holder is None:
        return state.at(CardAsked(errand)), ()
    papers = tuple(Handed(one.name, one.original, one.copies) for one in wanted(errand) if one.id in errand.handed)
    asked = GiveMandate(errand.guide.item, holder, now.lang, errand.phone, papers, stage.strokes or None)
    question = replace(asked, phone_on_file=errand.phone_on_file, papers_on_file=errand.papers_on_file)
    return ask_mandate(state.at(stage), question)
