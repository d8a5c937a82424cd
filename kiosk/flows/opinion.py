"""意见投诉 at the terminal: by choosing, without saying who one is; or by speaking, to a helper who writes it down.

Nothing of it is sent before everything was read once more. A card that was laid for something else gives no name away.
"""

from __future__ import annotations

from dataclasses import replace

from kiosk.effects import Announce
from kiosk.flows import help, number_entry, rest
from kiosk.flows.asking import ask
from kiosk.flows.booking_views import heard
from kiosk.flows.opinion_state import (
    KindOfOpinion,
    MoreToSay,
    Opinion,
    OpinionRead,
    PhoneOfOpinion,
    Telling,
    TopicsOfOpinion,
    WhereToAnswer,
)
from kiosk.flows.opinion_views import TOPICS, left
from kiosk.flows.state import Step, Terminal
from kiosk.flows.step import Now
from kiosk.questions import TellOpinion
from kiosk.telephone import most, plausible

DOING = "opinion"
"""What a helper is told that the resident is doing: not what they complain of."""


def touched(state: Terminal, stage: Telling, choice: str, now: Now) -> Step:
    opinion = stage.opinion
    match stage, choice.partition("."):
        case KindOfOpinion(), ("back", _, _):
            return state.at(rest.place(state, now)), ()
        case KindOfOpinion(), ("opinion", _, kind) if kind in TOPICS:
            return state.at(TopicsOfOpinion(replace(opinion, kind=kind, topics=()))), ()
        case TopicsOfOpinion(), ("back", _, _):
            return state.at(MoreToSay(opinion) if opinion.topics else KindOfOpinion(opinion)), ()
        case TopicsOfOpinion(), ("topic", _, topic) if topic in left(opinion):
            return state.at(MoreToSay(replace(opinion, topics=(*opinion.topics, topic)))), ()
        case MoreToSay(), _:
            return _more(state, opinion, choice)
        case WhereToAnswer(), _:
            return _where(state, opinion, choice)
        case PhoneOfOpinion(_, typed), _:
            return _typed(state, stage, typed, choice)
        case OpinionRead(), _:
            return _decided(state, opinion, choice, now)
    return state, ()


def _more(state: Terminal, opinion: Opinion, choice: str) -> Step:
    match choice:
        case "back":
            return state.at(TopicsOfOpinion(replace(opinion, topics=opinion.topics[:-1]))), ()
        case "more-topic" if left(opinion):
            return state.at(TopicsOfOpinion(opinion)), ()
        case "more-helper":
            return help.call(state, DOING)
        case "more-none":
            return state.at(WhereToAnswer(opinion)), ()
    return state, ()


def _where(state: Terminal, opinion: Opinion, choice: str) -> Step:
    match choice:
        case "back":
            return state.at(MoreToSay(opinion)), ()
        case "answer-none":
            return state.at(OpinionRead(replace(opinion, phone="", named=False))), ()
        case "answer-phone":
            return state.at(PhoneOfOpinion(opinion, opinion.phone)), ()
    return state, ()


def _typed(state: Terminal, stage: PhoneOfOpinion, typed: str, choice: str) -> Step:
    if choice == "back":
        return state.at(WhereToAnswer(stage.opinion)), ()
    if choice == "enter" and plausible(typed):
        return state.at(OpinionRead(replace(stage.opinion, phone=typed))), ()
    return state.at(replace(stage, typed=number_entry.struck(typed, choice, most(typed)))), ()


def _decided(state: Terminal, opinion: Opinion, choice: str, now: Now) -> Step:
    match choice:
        case "opinion-yes":
            holder = state.visit.holder if opinion.named else None
            return ask(state, TellOpinion(opinion.kind, opinion.topics, opinion.phone, now.lang, holder))
        case "opinion-named" if opinion.phone and state.visit.holder is not None:
            return state.at(OpinionRead(replace(opinion, named=not opinion.named))), ()
        case "hear" if opinion.phone:
            return state, (Announce(heard(opinion.phone)),)
        case "opinion-again":
            return state.at(KindOfOpinion(opinion)), ()
        case "back":
            return state.at(PhoneOfOpinion(opinion, opinion.phone) if opinion.phone else WhereToAnswer(opinion)), ()
    return state, ()
