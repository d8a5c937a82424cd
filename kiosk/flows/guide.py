"""Reading about an item, and the ways on from there: a number, a time, a paper to take home, and what is still missing."""

from __future__ import annotations

from dataclasses import replace

from devices.types import Fault, PrintOutcome, PrintResult
from kiosk import guide_pieces
from kiosk.effects import Effect, Note, PrintSlip, StartTimer, StopTimer
from kiosk.events import Event, NoticeLost, NoticeRecorded, SlipPrinted, TimerFired
from kiosk.flows import booking, check, check_views, delays, entrust, guide_views
from kiosk.flows.guide_state import Checking, GuideRead, Guiding, Noticed, Paper
from kiosk.flows.item_line import item_of, to_line
from kiosk.flows.state import Step, Terminal
from kiosk.flows.step import Now
from kiosk.flows.visiting import next_key
from kiosk.flows.world import line_of
from kiosk.guide_pieces import Section
from kiosk.hall.guide import Guide
from kiosk.handouts import Leaflet, NoticePaper
from kiosk.journal import Entry, What
from kiosk.questions import Paper as Printed
from kiosk.views import Menu, View, msg

PRINT = "print"


def view(state: Terminal, stage: Guiding, now: Now) -> View:
    world = state.world
    match stage:
        case Checking():
            return check_views.asking(world, stage, state.visit.holder is not None)
        case Noticed():
            return check_views.noticed(world, stage)
        case GuideRead(item=item):
            found = world.guide(item)
            if found is not None:
                return guide_views.view(world, _there(stage, found), found, item_of(world, item))
    return Menu(msg("guide-gone"), choices=(), back=True, home=True)


def touched(state: Terminal, stage: Guiding, choice: str, now: Now) -> Step:
    """Only what is offered is done."""
    shown = view(state, stage, now)
    if choice != "back" and choice not in {one.id for one in shown.choices if one.enabled}:
        return state, ()
    match stage:
        case Checking():
            return check.touched(state, stage, choice, now)
        case Noticed():
            return _noticed(state, stage, choice, now)
        case GuideRead(item=item):
            found = state.world.guide(item)
            if found is not None:
                return _read(state, _there(stage, found), found, choice, now)
            return state.at(stage.origin), ()
    return state, ()


def told(state: Terminal, event: Event) -> Step:
    """What the printer and the service answer."""
    stage = state.stage
    if isinstance(stage, Noticed) and stage.record is not None:
        match event:
            case NoticeRecorded(key, number, second) if key == stage.record.key:
                record = replace(stage.record, kept=True, number=number, second=second)
                return state.at(replace(stage, record=record)), ()
            case NoticeLost(key) if key == stage.record.key:
                return state.at(replace(stage, record=replace(stage.record, kept=False))), ()
    paper = stage.paper if isinstance(stage, (GuideRead, Noticed)) else None
    if paper is None or paper.result is not None:
        return state, ()
    match event:
        case SlipPrinted(slip_id, result) if slip_id == paper.id:
            return _printed(state, paper, result)
        case TimerFired(name) if name == PRINT:
            return _printed(state, paper, PrintResult(PrintOutcome.UNCERTAIN, Fault.PRINTER_MUTE))
    return state, ()


def _read(state: Terminal, stage: GuideRead, guide: Guide, choice: str, now: Now) -> Step:
    item = item_of(state.world, stage.item)
    match choice:
        case "back" if stage.section is Section.SUMMARY:
            return state.at(stage.origin), ()
        case "back":
            return state.at(replace(stage, section=Section.SUMMARY)), ()
        case "guide.take" if item is not None:
            return to_line(state, item, stage, now)
        case "card-book" if item is not None and (line := line_of(state.world, item)) is not None:
            return booking.for_line(state, line)
        case "guide.check":
            return state.at(Checking(guide, stage)), ()
        case "guide.entrust":
            return (state.at(Checking(guide, stage, entrust=True)), ()) if guide.materials else entrust.begin(state)
        case "guide.print":
            state, key = next_key(state)
            return _print(state.at(replace(stage, paper=Paper(key))), Leaflet(key, guide, now.today), now)
    if choice.startswith(guide_views.WHOLE):
        return state.at(GuideRead(choice.removeprefix(guide_views.WHOLE), stage.origin)), ()
    section = Section(choice.removeprefix("guide."))
    return state.at(replace(stage, section=section, paper=None)), ()


def _noticed(state: Terminal, stage: Noticed, choice: str, now: Now) -> Step:
    checked = stage.checked
    item = item_of(state.world, checked.guide.item)
    if choice == "back":
        return state.at(check.before(checked)), ()
    if choice == "guide.take" and item is not None:
        return to_line(state, item, stage, now)
    if choice == "guide.entrust":
        return entrust.begin(state)
    state, key = next_key(state)
    number = stage.record.number if stage.record is not None else ""
    paper = NoticePaper(key, checked.guide, check.verdict_of(checked), now.today, number)
    return _print(state.at(replace(stage, paper=Paper(key))), paper, now)


def _print(state: Terminal, slip: Printed, now: Now) -> Step:
    return state, (PrintSlip(slip, now.lang), StartTimer(PRINT, delays.PRINT))


def _printed(state: Terminal, paper: Paper, result: PrintResult) -> Step:
    stage = state.stage
    assert isinstance(stage, (GuideRead, Noticed))
    effects: tuple[Effect, ...] = (StopTimer(PRINT), Note(Entry(What.GUIDE_PRINTED, result.outcome.value)))
    return state.at(replace(stage, paper=replace(paper, result=result))), effects


def _there(stage: GuideRead, guide: Guide) -> GuideRead:
    """A part that a new version no longer has gives way to the summary."""
    sections = (Section.SUMMARY, *guide_pieces.there(guide))
    return stage if stage.section in sections else replace(stage, section=Section.SUMMARY)
