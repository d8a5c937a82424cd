"""What the glass shows of a guide: what it is, in plain words; then a view for each part, pages and no scrolling."""

from __future__ import annotations

from dataclasses import replace

from devices.types import PrintOutcome
from kiosk import guide_pieces
from kiosk.faults import of_fault
from kiosk.flows import entrust_views
from kiosk.flows.guide_state import GuideRead, Paper
from kiosk.flows.world import World, line_of, lost_words
from kiosk.guide_pieces import Section
from kiosk.hall.guide import Guide
from kiosk.hall.messages import Item
from kiosk.views import Choice, GuideShown, Msg, View, Weight, msg

_ICONS = {
    Section.PARTS: "list",
    Section.BRING: "paper-paper",
    Section.STEPS: "path",
    Section.TERMS: "clock",
    Section.PLACES: "window",
    Section.ONLINE: "phone",
    Section.FAQ: "info",
}
_OUTCOMES = {
    PrintOutcome.PRINTED: "guide-printed",
    PrintOutcome.NOT_PRINTED: "guide-not-printed",
    PrintOutcome.UNCERTAIN: "guide-uncertain",
}
WHOLE = "whole."
TAKE = Choice("guide.take", msg("guide-take"), icon="ticket", weight=Weight.PRIMARY)


def view(world: World, stage: GuideRead, guide: Guide, item: Item | None) -> View:
    return _summary(world, stage, guide, item) if stage.section is Section.SUMMARY else _part(world, stage, guide)


def paper_words(paper: Paper | None) -> tuple[Msg, ...]:
    """What became of the paper, and why where it did not come."""
    if paper is None:
        return ()
    if paper.result is None:
        return (msg("guide-printing"),)
    fault = (of_fault(paper.result.fault).title,) if paper.result.fault is not None else ()
    return (msg(_OUTCOMES[paper.result.outcome]), *fault)


def print_choice(world: World, paper: Paper | None, label: str, weight: Weight) -> tuple[Choice, ...]:
    """Once more is possible, for a paper is easily lost; not while one is on its way."""
    if not world.fittings.printer:
        return ()
    return (Choice("guide.print", msg(label), icon="printer", weight=weight, enabled=paper is None or paper.result is not None),)


def _summary(world: World, stage: GuideRead, guide: Guide, item: Item | None) -> View:
    line = line_of(world, item) if item is not None else None
    book = line is not None and line.books and world.lost is None
    there = guide_pieces.there(guide)
    parts = tuple(_part_choice(one) for one in there if one is not Section.FAQ)
    faq = (replace(_part_choice(Section.FAQ), weight=Weight.QUIET),) if Section.FAQ in there else ()
    check = (Choice("guide.check", msg("guide-check"), icon="check"),) if guide.materials else ()
    return GuideShown(
        msg("guide-text", text=guide.name),
        body=(
            *paper_words(stage.paper),
            msg("guide-text", text=guide.summary),
            *((msg("guide-whole", count=len(guide.parts)),) if guide.parts else ()),
            *((msg("guide-sample"),) if guide.sample else ()),
            *lost_words(world),
        ),
        choices=(
            *parts,
            *check,
            *((TAKE,) if item is not None else ()),
            *entrust_views.way_in(world, guide, Weight.QUIET),
            *faq,
            *_wholes(world, guide),
            *print_choice(world, stage.paper, "guide-print", Weight.QUIET),
            *((Choice("card-book", msg("card-book"), icon="clock", weight=Weight.QUIET),) if book else ()),
        ),
        back=True,
        home=True,
    )


def _wholes(world: World, guide: Guide) -> tuple[Choice, ...]:
    """The bundles that it is a part of: who needs the others too has them done with it."""
    return tuple(
        Choice(f"{WHOLE}{one.item}", msg("guide-in-whole", name=one.name), icon="list", weight=Weight.QUIET)
        for one in world.guides
        if any(part.item == guide.item for part in one.parts)
    )


def _part(world: World, stage: GuideRead, guide: Guide) -> View:
    """The pieces of it, and two ways on: to the next part, and what is most wanted after this one."""
    pieces = guide_pieces.of_section(guide, stage.section)
    following = after(guide, stage.section)
    on = (replace(_part_choice(following), icon="arrow"),) if following is not None else ()
    return GuideShown(
        msg(f"guide-{stage.section.value}-title", name=guide.name),
        body=(*paper_words(stage.paper), *(() if pieces else (msg("guide-bring-none"),))),
        choices=(*_wanted(world, stage, guide), *on),
        back=True,
        home=True,
        pieces=pieces,
        path=stage.section is Section.STEPS,
        keep=_address(guide) if stage.section is Section.ONLINE else (),
        scan=msg("guide-online-scan") if stage.section is Section.ONLINE else GuideShown.scan,
    )


def _address(guide: Guide) -> tuple[Msg, ...]:
    """Alone, so that a telephone opens it."""
    return (msg("guide-text", text=guide.online.address),) if guide.online is not None else ()


def after(guide: Guide, section: Section) -> Section | None:
    parts = guide_pieces.there(guide)
    place = parts.index(section) + 1 if section in parts else 0
    return parts[place] if place < len(parts) else None


def _part_choice(section: Section) -> Choice:
    return Choice(f"guide.{section.value}", msg(f"guide-{section.value}"), icon=_ICONS[section])


def _wanted(world: World, stage: GuideRead, guide: Guide) -> tuple[Choice, ...]:
    if stage.section is Section.BRING and guide.materials:
        return (Choice("guide.check", msg("guide-check"), icon="check", weight=Weight.PRIMARY),)
    if stage.section is Section.FAQ:
        return (TAKE,)
    return print_choice(world, stage.paper, "guide-print", Weight.PLAIN)
