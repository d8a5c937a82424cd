"""Trainings are written down, put right and taken out again; who is owed one is counted from them."""

from __future__ import annotations

from central.errors import Forbidden, Invalid
from central.halls import cycles
from central.halls import repository as hall_rows
from central.halls import service as halls
from central.halls.levels import level_of
from central.halls.schemas import DueOut
from central.ids import new_id
from central.staff import repository as staff
from central.training import repository, rules
from central.training.models import Training
from central.training.refusals import TrainingUnknown
from central.training.rules import Held
from central.training.schemas import TrainedOut, TrainingIn, TrainingOut, TrainingsOut
from central.unit import Unit

ORDER = ("missed", "owed", "done")


def described(unit: Unit, hall: str) -> TrainingsOut:
    trainings, names = repository.of_hall(unit.session, hall), staff.names(unit.session, hall)
    today = halls.today(unit, hall)
    cycle = rules.cycle_of(level_of(hall_rows.hall(unit.session, hall).region))
    last = max((each.held_on for each in trainings if each.held_on <= today), default=None)
    due = cycles.due(cycle, last, today)
    held = [Held(each.held_on, each.minutes, frozenset(each.people)) for each in trainings]
    people = [
        _trained(each.id, each.name, rules.record(each.id, held, cycle, today))
        for each in staff.of_hall(unit.session, hall)
        if each.active
    ]
    return TrainingsOut(
        cycle=cycle,
        due=DueOut.of(due),
        trainings=[_out(each, names) for each in trainings],
        people=sorted(people, key=lambda each: (ORDER.index(each.due.state), each.name)),
    )


def enter(unit: Unit, hall: str, body: TrainingIn) -> TrainingOut:
    training = Training(id=new_id(unit.now), hall_id=hall, entered_at=unit.now, **_checked(unit, hall, body).model_dump())
    unit.session.add(training)
    return _told(unit, training, "training.entered")


def correct(unit: Unit, training_id: str, body: TrainingIn) -> TrainingOut:
    training = known(unit, training_id)
    for name, value in _checked(unit, training.hall_id, body).model_dump().items():
        setattr(training, name, value)
    return _told(unit, training, "training.corrected")


def remove(unit: Unit, training_id: str) -> None:
    training = known(unit, training_id)
    unit.session.delete(training)
    unit.record("training.removed", training.id)


def known(unit: Unit, training_id: str) -> Training:
    """A training of the caller's hall."""
    training = repository.by_id(unit.session, training_id)
    if training is None:
        raise TrainingUnknown("no such training", "training")
    if training.hall_id != unit.caller.hall:
        raise Forbidden("this training belongs to another hall")
    return training


def _checked(unit: Unit, hall: str, body: TrainingIn) -> TrainingIn:
    if not set(body.people) <= set(staff.names(unit.session, hall)):
        raise Invalid("nobody of the hall's staff", "people")
    if body.held_on > halls.today(unit, hall):
        raise Invalid("it has not been yet", "held_on")
    return body


def _told(unit: Unit, training: Training, action: str) -> TrainingOut:
    unit.session.flush()
    unit.record(action, training.id)
    return _out(training, staff.names(unit.session, training.hall_id))


def _out(training: Training, names: dict[str, str]) -> TrainingOut:
    fields = ("id", "held_on", "topic", "held_by", "teacher", "minutes", "people")
    there = [names[each] for each in training.people if each in names]
    return TrainingOut.model_validate({**{name: getattr(training, name) for name in fields}, "names": there})


def _trained(person: str, name: str, record: rules.Record) -> TrainedOut:
    return TrainedOut(id=person, name=name, last=record.last, minutes=record.minutes, due=DueOut.of(record.due))
