"""上门服务 at the terminal: for whom, what for, why, and a number to call; staff ask the rest by telephone.

Names and places cannot be typed on large keys, so they are not asked. Why somebody needs a visit (失能, 残疾 ...) is sensitive: it
is asked plainly, may be left unsaid at a touch of equal size, and is kept only after the glass said who will see it.
"""

from __future__ import annotations

from dataclasses import replace

from devices.types import Holder
from kiosk.effects import Announce
from kiosk.flows import number_entry
from kiosk.flows.asking import ask
from kiosk.flows.booking_state import HomeVisit, VisitFor, VisitGroup, VisitNeed, VisitPhone, VisitRead, VisitWish, WaysToBook
from kiosk.flows.booking_views import heard, hearing, who
from kiosk.flows.state import Step, Terminal
from kiosk.flows.step import Now
from kiosk.flows.world import World
from kiosk.questions import AskVisit
from kiosk.telephone import most, plausible
from kiosk.views import Choice, Confirm, Menu, Msg, View, Weight, msg

GROUPS = ("frail", "disabled", "very_old", "ill", "alone", "left_behind")
"""The service's words for who is to be visited first (features.md row 75): 失能, 残疾, 高龄, 病重, 空巢, 留守."""


def view(world: World, holder: Holder | None, stage: HomeVisit, now: Now) -> View:
    match stage:
        case VisitNeed():
            lines = tuple(Choice(f"need.{line.id}", msg("line-name", name=line.name)) for line in world.lines)
            choices = (*lines, Choice("need-any", msg("visit-need-any")))
            return Menu(msg("visit-need-title"), choices=choices, back=True, home=True)
        case VisitGroup():
            groups = tuple(Choice(f"group.{group}", group_words(group)) for group in GROUPS)
            unsaid = Choice("group-none", msg("visit-group-none"))
            return Menu(
                msg("visit-group-title"), body=(msg("visit-group-why"),), choices=(unsaid, *groups), back=True, home=True
            )
        case VisitPhone(_, typed):
            return number_entry.phone_keys(msg("phone-title"), (msg("phone-why-visit"),), typed)
        case VisitRead(wish):
            return _read(wish, holder, now)
    choices = (Choice("for.self", msg("visit-for-self")), Choice("for.other", msg("visit-for-other")))
    return Menu(msg("visit-for-title"), body=(msg("visit-how"), msg("visit-free")), choices=choices, back=True, home=True)


def group_words(group: str) -> Msg:
    return msg(f"visit-group-{group.replace('_', '-')}")


def _read(wish: VisitWish, holder: Holder | None, now: Now) -> View:
    body: tuple[Msg, ...] = (msg("visit-read-other" if wish.other else "visit-read-self"),)
    body += (msg("book-line", line=wish.line.name) if wish.line is not None else msg("visit-read-any"),)
    body += (group_words(wish.group),) if wish.group is not None else ()
    yes = Choice("visit-yes", msg("visit-yes"), weight=Weight.PRIMARY, icon="check")
    choices = (yes, *hearing(wish.phone, now), Choice("visit-again", msg("visit-again")))
    return Confirm(msg("book-read-title"), body=body, choices=choices, back=True, home=True, who=who(holder, wish.phone))


def touched(state: Terminal, stage: HomeVisit, choice: str, now: Now) -> Step:
    wish = stage.wish
    match stage, choice.partition("."):
        case VisitFor(), ("back", _, _):
            return state.at(WaysToBook()), ()
        case VisitFor(), ("for", _, whom):
            return state.at(VisitNeed(replace(wish, other=whom == "other"))), ()
        case VisitNeed(), ("back", _, _):
            return state.at(VisitFor(wish)), ()
        case VisitNeed(), (("need" | "need-any"), _, id):
            line = next((one for one in state.world.lines if one.id == id), None)
            return state.at(VisitGroup(replace(wish, line=line))), ()
        case VisitGroup(), ("back", _, _):
            return state.at(VisitNeed(wish)), ()
        case VisitGroup(), (("group" | "group-none"), _, group):
            return state.at(VisitPhone(replace(wish, group=group or None), typed=wish.phone)), ()
        case VisitPhone(_, typed), _:
            return _typed(state, stage, typed, choice)
        case VisitRead(), _:
            return _decided(state, wish, choice)
    return state, ()


def _typed(state: Terminal, stage: VisitPhone, typed: str, choice: str) -> Step:
    if choice == "back":
        return state.at(VisitGroup(stage.wish)), ()
    if choice == "enter" and plausible(typed):
        return state.at(VisitRead(replace(stage.wish, phone=typed))), ()
    return state.at(replace(stage, typed=number_entry.struck(typed, choice, most(typed)))), ()


def _decided(state: Terminal, wish: VisitWish, choice: str) -> Step:
    match choice:
        case "visit-yes":
            return ask(state, AskVisit(wish.phone, wish.line, wish.other, wish.group, state.visit.holder))
        case "hear":
            return state, (Announce(heard(wish.phone)),)
        case "visit-again":
            return state.at(VisitFor(wish)), ()
        case "back":
            return state.at(VisitPhone(wish, wish.phone)), ()
    return state, ()
