"""A guide is published from a day on, read by every machine, taken back; nothing that was published changes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from central import seed
from central.catalogue import dawn
from tests.central.catalogue.office import GUIDE, Office
from tests.kit.central import HALL

TODAY, LATER = "2025-03-03", "2025-04-01"
DAY_S = 24 * 3600


@contextmanager
def later(office: Office, seconds: float) -> Iterator[None]:
    office.central.clock.move(seconds)
    try:
        yield
    finally:
        office.central.clock.move(-seconds)


def states(office: Office, item: str) -> list[tuple[int, str]]:
    told = office.leader.get(f"{office.path(item)}/versions").raise_for_status().json()["versions"]
    return [(each["version"], each["state"]) for each in told]


def test_what_is_published_is_told_everywhere(office: Office) -> None:
    assert office.terminal.get(office.path("plain")).status_code == 404
    before = office.version()
    answer = office.publish("plain", fee={"free": False, "text": "工本费十元"})
    assert (answer.status_code, answer.json()) == (201, {"version": 1, "effective_from": TODAY, "new": True})
    assert office.version() == before + 1
    told = office.shown("plain")
    assert (told["item"], told["name"], told["version"]) == ("plain", {"zh": "事项plain"}, 1)
    assert told["fee"] == {"free": False, "text": {"zh": "工本费十元"}, "basis": None}
    assert told["materials"][1]["needed_if"] == {"question": "by_other", "answer": True}
    assert told in office.all_shown()["guides"]


def test_the_same_again_leaves_no_trace(office: Office) -> None:
    office.publish("twice")
    before = office.version()
    again = office.publish("twice", summary=dict(reversed(GUIDE["summary"].items())))
    assert (again.status_code, again.json()["new"], office.version()) == (200, False, before)
    assert office.publish("twice", visits=2).json() == {"version": 2, "effective_from": TODAY, "new": True}


def test_one_to_come_comes_by_itself(office: Office) -> None:
    office.publish("ahead")
    office.publish("ahead", LATER, visits=0)
    assert office.shown("ahead")["version"] == 1
    assert office.all_shown()["next_change"] == LATER
    assert states(office, "ahead") == [(2, "coming"), (1, "in_force")]
    with later(office, 28 * DAY_S + 14 * 3600):  # 31 March, 23:30 in the hall
        assert office.shown("ahead")["version"] == 1
    with later(office, 28 * DAY_S + 15 * 3600):
        assert (office.shown("ahead")["version"], office.all_shown()["next_change"]) == (2, None)


def test_whoever_listens_is_told_when_its_day_begins(office: Office) -> None:
    seen: dict[str, date] = {}
    office.publish("at_once")
    before = office.version()
    dawn.look(office.central.context, seen)
    assert office.version() == before, "everybody was told when it was published"
    office.publish("told", LATER)
    before = office.version()
    dawn.look(office.central.context, seen)
    assert office.version() == before
    with later(office, 28 * DAY_S + 15 * 3600):
        for _ in range(2):
            dawn.look(office.central.context, seen)
            assert office.version() == before + 1


def test_what_was_published_wrongly_is_taken_back(office: Office) -> None:
    office.publish("taken_back")
    office.publish("taken_back", visits=9)
    before = office.version()
    assert office.leader.delete(f"{office.path('taken_back')}/versions/2").status_code == 204
    assert (office.shown("taken_back")["version"], office.version()) == (1, before + 1)
    assert office.leader.delete(f"{office.path('taken_back')}/versions/2").status_code == 204
    assert office.version() == before + 1
    assert states(office, "taken_back") == [(2, "withdrawn"), (1, "in_force")]
    assert office.leader.get(f"{office.path('taken_back')}/versions/2").json()["visits"] == 9


def test_what_was_read_is_not_sent_again(office: Office) -> None:
    office.publish("twice")
    for path in (office.path("twice"), f"/api/v1/halls/{office.central.hall}/guides"):
        tag = office.terminal.get(path).headers["ETag"]
        assert office.terminal.get(path, headers={"If-None-Match": tag}).status_code == 304
        office.publish("twice", visits=3 + len(path) % 7)
        assert office.terminal.get(path, headers={"If-None-Match": tag}).status_code == 200


def test_every_mistake_at_once(office: Office) -> None:
    def refused(day: str | None = None, **changed: Any) -> set[tuple[str, str]]:
        answer = office.publish("wrong", day, **changed)
        assert answer.status_code == 422, answer.text
        return {(each["field"], each["code"]) for each in answer.json()["error"]["mistakes"]}

    assert refused(type="gift", summary={"en": "no Chinese"}, colour="red") == {
        ("guide.type", "choice"),
        ("guide.summary", "needs_chinese"),
        ("guide", "not_taken"),
    }
    twice = [*GUIDE["materials"], GUIDE["materials"][0]]
    assert refused(materials=twice, questions=[], statutory_days=5, promised_days=6) == {
        ("guide.materials.2.id", "twice"),
        ("guide.materials.1.needed_if.question", "unknown"),
        ("guide.promised_days", "out_of_range"),
    }
    office.publish("wrong")
    assert refused("2025-01-01", visits=0) == {("effective_from", "backwards")}
    assert office.publish("nothing").status_code == 404


def test_one_guide_for_every_hall_of_a_region(office: Office) -> None:
    for name, region in (("near", "150602001"), ("far", "150700")):
        hall = HALL["hall"] | {"id": name, "region": region}
        seed.load(office.central.context, HALL | {"hall": hall, "staff": [], "terminal": []})
    path, body = "/api/v1/items/elder_card/guide", {"guide": GUIDE, "region": "150602"}
    told = office.leader.post(path, json=body).raise_for_status().json()["halls"]
    assert [(each["hall"], each["version"]) for each in told] == [("heelun", 1), ("near", 1)]
    assert [each["new"] for each in office.leader.post(path, json=body | {"region": ""}).json()["halls"]] == [True, False, False]
    assert office.leader.post(path, json=body | {"region": "99"}).status_code == 404
