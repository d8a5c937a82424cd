"""What lies on file of whoever laid the card, offered in place of being told and brought again; nothing of it before the card."""

from __future__ import annotations

from dataclasses import replace

from kiosk import notice
from kiosk.effects import AskMandate
from kiosk.events import Event, MandateAnswered
from kiosk.flows.mandate_state import Entrusting, Errand, PapersAsked, PapersOffered, PhoneAsked, PhoneOffered
from kiosk.flows.state import Step, Terminal
from kiosk.flows.visiting import next_key
from kiosk.hall.guide import Material
from kiosk.hall.mandate import OnFile
from kiosk.mandating import ReadOnFile


def ask(state: Terminal, stage: Entrusting) -> Step:
    """Nobody waits for it: without an answer everything is asked as of anybody."""
    errand, holder = stage.errand, state.visit.holder
    if holder is None:
        return state.at(stage), ()
    state, key = next_key(state)
    question = ReadOnFile(errand.guide.item, holder)
    return state.at(replace(stage, errand=replace(errand, asked=key))), (AskMandate(key, question),)


def forgotten(errand: Errand) -> Errand:
    """Of another card nothing is known yet, nor agreed to."""
    return replace(errand, asked="", on_file=None, phone_on_file=False, papers_on_file=())


def told(state: Terminal, event: Event) -> Terminal:
    stage = state.stage
    if not isinstance(event, MandateAnswered) or not isinstance(event.reply, OnFile) or not isinstance(stage, Entrusting):
        return state
    if event.key != stage.errand.asked:
        return state
    errand = replace(stage.errand, on_file=event.reply)
    match stage:
        case PapersAsked():
            return state.at(next_of_papers(errand))
        case PhoneAsked():
            return state.at(next_of_phone(errand))
    return state.at(replace(stage, errand=errand))


def next_of_papers(errand: Errand) -> PapersOffered | PapersAsked:
    """Who has begun to choose is not interrupted, nor asked twice."""
    open_still = papers(errand) and not errand.handed and not errand.papers_on_file
    return PapersOffered(errand) if open_still else PapersAsked(errand)


def next_of_phone(errand: Errand) -> PhoneOffered | PhoneAsked:
    """Who has begun to type is not interrupted."""
    there = errand.on_file is not None and errand.on_file.phone_end
    return PhoneOffered(errand) if there and not errand.phone else PhoneAsked(errand)


def papers(errand: Errand) -> tuple[Material, ...]:
    """The materials that are needed now and of which a copy lies there."""
    there = errand.on_file.papers if errand.on_file is not None else ()
    return tuple(one for one in notice.needed(errand.guide, dict(errand.checked.answers)) if one.id in there)


def papers_taken(errand: Errand, agreed: bool) -> Errand:
    """What was declined is not offered again."""
    if agreed or errand.on_file is None:
        return replace(errand, papers_on_file=tuple(one.id for one in papers(errand)))
    return replace(errand, on_file=replace(errand.on_file, papers=()))


def phone_taken(errand: Errand, agreed: bool) -> Errand:
    if agreed or errand.on_file is None:
        return replace(errand, phone_on_file=agreed)
    return replace(errand, phone_on_file=False, on_file=replace(errand.on_file, phone_end=""))
