"""What is still missing: the questions that matter, then each material, one at a time; then all of it, told once and recorded."""

from __future__ import annotations

from dataclasses import replace

from kiosk import notice
from kiosk.effects import Note, RecordNotice
from kiosk.flows import entrust
from kiosk.flows.guide_state import Checking, GuideRead, Noticed, Record
from kiosk.flows.state import Step, Terminal
from kiosk.flows.step import Now
from kiosk.flows.visiting import next_key
from kiosk.hall.guide import Material, Question
from kiosk.journal import Entry, What
from kiosk.notice import Verdict

YES = ("answer.yes", "held.yes")


def question_of(stage: Checking) -> Question | None:
    """The question that is open; None once all are answered."""
    asked = notice.asked(stage.guide)
    return asked[len(stage.answers)] if len(stage.answers) < len(asked) else None


def material_of(stage: Checking) -> Material | None:
    """The material that is asked about; None once all that are needed were."""
    wanted = notice.needed(stage.guide, dict(stage.answers))
    return wanted[len(stage.held)] if len(stage.held) < len(wanted) else None


def verdict_of(stage: Checking) -> Verdict:
    return notice.verdict(stage.guide, dict(stage.answers), _held(stage))


def touched(state: Terminal, stage: Checking, choice: str, now: Now) -> Step:
    if choice == "back":
        return state.at(before(stage)), ()
    yes, question = choice in YES, question_of(stage)
    if question is not None:
        answered = replace(stage, answers=(*stage.answers, (question.id, yes)))
    else:
        material = material_of(stage)
        assert material is not None  # else the notice would be on the glass
        answered = replace(stage, held=(*stage.held, (material.id, yes)))
    done = question_of(answered) is None and material_of(answered) is None
    return _noticed(state, answered) if done else (state.at(answered), ())


def before(stage: Checking) -> Checking | GuideRead:
    """One answer back."""
    if stage.held:
        return replace(stage, held=stage.held[:-1])
    return replace(stage, answers=stage.answers[:-1]) if stage.answers else stage.origin


def _noticed(state: Terminal, stage: Checking) -> Step:
    if not verdict_of(stage).missing:
        whole = state.at(Noticed(stage))
        return entrust.begin(whole) if stage.entrust else (whole, ())
    state, key = next_key(state)
    guide = stage.guide
    told, held = (state.visit.id, guide.item, guide.version), _held(stage)
    parts = tuple((one.item, one.version) for one in guide.parts)
    record = RecordNotice(key, *told, stage.answers, held, state.visit.holder, parts)
    return state.at(Noticed(stage, Record(key))), (record, Note(Entry(What.NOTICE_GIVEN)))


def _held(stage: Checking) -> tuple[str, ...]:
    return tuple(id for id, there in stage.held if there)
