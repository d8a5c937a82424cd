"""What the glass shows while it is found out what is missing, and when it is: one question a view, then all of it at once."""

from __future__ import annotations

from kiosk import guide_pieces, keeping, notice
from kiosk.flows import check, entrust_views
from kiosk.flows.guide_state import Checking, Noticed
from kiosk.flows.guide_views import TAKE, paper_words, print_choice
from kiosk.flows.item_line import item_of
from kiosk.flows.world import World
from kiosk.notice import Verdict
from kiosk.views import Choice, Menu, Msg, NoticeShown, Prompt, View, Weight, msg


def asking(world: World, stage: Checking, card: bool) -> View:
    """``card``: whether one was laid. Whoever lays one is known the next time, and nobody has to."""
    question = check.question_of(stage)
    hint = (msg("check-card"),) if world.reads_cards and not card and not stage.answers and not stage.held else ()
    if question is not None:
        place = msg("check-progress", place=len(stage.answers) + 1, count=len(notice.asked(stage.guide)))
        choices = _yes_or_no("answer", "check-yes", "check-no")
        return Menu(msg("guide-text", text=question.text), body=(place, *hint), choices=choices, back=True, home=True)
    material = check.material_of(stage)
    assert material is not None  # else the notice would be on the glass
    wanted = notice.needed(stage.guide, dict(stage.answers))
    place = msg("check-progress", place=len(stage.held) + 1, count=len(wanted))
    return Prompt(
        msg("check-material", name=material.name),
        body=(*guide_pieces.form_of(material), place, *hint),
        choices=_yes_or_no("held", "check-held", "check-lacking"),
        back=True,
        home=True,
        picture=guide_pieces.picture_of(material),
    )


def noticed(world: World, stage: Noticed) -> View:
    found = check.verdict_of(stage.checked)
    guide = stage.checked.guide
    item = item_of(world, guide.item)
    if not found.missing:
        return NoticeShown(
            msg("notice-complete"),
            body=(msg("guide-text", text=guide.name), msg("notice-held")),
            choices=((TAKE,) if item is not None else ()) + entrust_views.way_in(world, guide, Weight.PLAIN),
            back=True,
            home=True,
        )
    take = (Choice("guide.take", TAKE.label, icon="ticket", weight=Weight.PRIMARY if found.today else Weight.PLAIN),)
    paper = print_choice(world, stage.paper, "notice-print", Weight.PLAIN if found.today else Weight.PRIMARY)
    return NoticeShown(
        msg("notice-missing", count=len(found.missing)),
        body=(*paper_words(stage.paper), *_told(stage, found)),
        choices=(*paper, *(take if item is not None else ())),
        back=True,
        home=True,
        pieces=guide_pieces.missing(found.missing),
        keep=keeping.of_notice(guide, found, stage.record.number if stage.record is not None else ""),
    )


def _yes_or_no(id: str, yes: str, no: str) -> tuple[Choice, ...]:
    return Choice(f"{id}.yes", msg(yes), icon="check"), Choice(f"{id}.no", msg(no), icon="cross")


def _told(stage: Noticed, found: Verdict) -> tuple[Msg, ...]:
    return msg("notice-today" if found.today else "notice-all"), *_recorded(stage)


def _recorded(stage: Noticed) -> tuple[Msg, ...]:
    record = stage.record
    if record is None or record.kept is None:
        return (msg("notice-recording"),)
    if not record.kept:
        return (msg("notice-not-kept"),)
    kept = msg("notice-recorded", number=record.number) if record.number else msg("notice-queued")
    return (kept, msg("notice-second")) if record.second else (kept,)
