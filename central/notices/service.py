"""A notice is recorded with what the guide says is missing; a second one for a person and an item is the hall's failure."""

from __future__ import annotations

from datetime import timedelta

from central.catalogue import bundles, reading
from central.ids import new_id
from central.notices import repository
from central.notices.models import Notice
from central.notices.rule import verdict
from central.notices.schemas import NoticeIn, NoticeOut, NoticesOut
from central.repeats import check_same, mark_of
from central.unit import Unit

SECOND_WITHIN = timedelta(days=90)
"""Our own figure: two tries at one thing lie weeks apart, two claims of a yearly allowance a year. So long a person's mark is
kept."""


def tell(unit: Unit, hall_id: str, key: str, body: NoticeIn) -> tuple[NoticeOut, bool]:
    """The notice, and whether it was made now (True) or by an earlier sending of the same request. The person may be left out
    when it is sent again, by a machine that keeps no persons."""
    mark = mark_of(unit.vault, "notice request", body, exclude={"holder"} if body.parts else {"holder", "parts"})
    earlier = repository.by_request_key(unit.session, hall_id, key)
    if earlier is not None:
        check_same(earlier.request_mark == mark)
        return _told(earlier), False
    guide = bundles.whole(unit, hall_id, reading.content(reading.version_of(unit, hall_id, body.item, body.version)), body.parts)
    found = verdict(guide, body.answers, body.held)
    person = unit.vault.mark("notice person", body.holder.id_number) if body.holder is not None else None
    notice = Notice(
        id=new_id(unit.now),
        hall_id=hall_id,
        number=repository.next_number(unit.session, hall_id),
        request_key=key,
        request_mark=mark,
        visit=body.visit,
        item_id=body.item,
        guide_version=body.version,
        answers=body.answers,
        held=body.held,
        missing=found.missing,
        on_the_spot=found.on_the_spot,
        promises=found.promises,
        deadline_days=found.deadline_days,
        told_at=unit.now,
        told_by=unit.caller.actor,
        person_mark=person,
        second=bool(found.missing) and person is not None and _is_second(unit, hall_id, body, person),
    )
    unit.session.add(notice)
    return _told(notice), True


def listed(unit: Unit, hall_id: str, days: int) -> NoticesOut:
    since = unit.now - timedelta(days=days)
    given, second = repository.sums(unit.session, hall_id, since)
    found = repository.latest(unit.session, hall_id, since)
    return NoticesOut(notices=[_told(each) for each in found], given=given, second=second)


def _is_second(unit: Unit, hall_id: str, body: NoticeIn, person: str) -> bool:
    return repository.earlier(unit.session, hall_id, body.item, person, unit.now - SECOND_WITHIN, body.visit)


def _told(notice: Notice) -> NoticeOut:
    return NoticeOut(
        id=notice.id,
        number=notice.number,
        item=notice.item_id,
        version=notice.guide_version,
        missing=notice.missing,
        on_the_spot=notice.on_the_spot,
        promises=notice.promises,
        deadline_days=notice.deadline_days,
        second=notice.second,
        told_at=notice.told_at,
    )
