"""意见投诉、咨询: told with or without a name, answered in time by whom it was given to, and forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import httpx
import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from central import keeper
from central.callers import Caller
from central.events.models import Event
from central.opinions.models import Opinion
from central.opinions.rules import KINDS, RESULTS, TOPICS, may_see
from central.opinions.words import WORDS, saying
from tests.kit.central import Central, running_central
from tests.kit.opinions import SAID, TRACES, WHO, listed, post, staff_id, tell, told

DAY = 24 * 3600.0
EXPLAINED = {"result": "explained", "words": "带身份证和户口簿就行", "office": "民政科"}
FOUNDED = {"result": "founded", "words": "已经道歉，并重新培训"}


@pytest.fixture(scope="module")
def central(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Central]:
    with running_central(tmp_path_factory.mktemp("opinions")) as running:
        yield running


def refused(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, str(answer.json()["error"]["code"])


def test_every_kind_topic_and_result_has_words() -> None:
    for lang in WORDS:
        say = saying(lang)
        assert all(say(f"kind.{kind}") for kind in KINDS)
        assert all(say(f"topic.{topic}") for kind in KINDS for topic in TOPICS[kind])
        assert all(say(f"result.{result}") for kind in KINDS for result in RESULTS[kind])
    assert {part: set(words) for part, words in WORDS["zh"].items()} == {part: set(words) for part, words in WORDS["en"].items()}


def test_a_complaint_is_not_shown_to_colleagues() -> None:
    clerk, manager = Caller("c", "hall", "clerk", "丙"), Caller("m", "hall", "manager", "乙")
    for kind in ("complaint", "suggestion", "praise"):
        assert [may_see(clerk, kind, owner) for owner in (None, "m", "c")] == [False, False, True]  # type: ignore[arg-type]
        assert may_see(manager, kind, None)  # type: ignore[arg-type]
    assert may_see(clerk, "enquiry", None) and may_see(clerk, "enquiry", "m")


def test_from_a_complaint_at_the_terminal_to_its_end(central: Central) -> None:
    again = "opinion-0001"
    first = tell(central, key=again, words=SAID, contact=WHO)
    assert first.status_code == 201 and not [trace for trace in TRACES if trace in first.text]
    receipt = first.json()
    # Monday 2025-03-03; five working days of the hall
    assert (receipt["number"], receipt["due_on"]) == ("2025-0001", "2025-03-10")
    replay = tell(central, key=again, words=SAID, contact=WHO)
    assert (replay.status_code, replay.json()) == (200, receipt)
    assert refused(tell(central, key=again)) == (409, "key_reused")

    opinion = receipt["id"]
    assert listed(central, "clerk") == []
    row = listed(central, "manager")[0]
    assert (row["kind"], row["topics"], row["source"], row["state"]) == ("complaint", ["told_twice"], "terminal", "received")
    assert (row["worded"], row["reachable"], row["urgency"], row["left"]) == (True, True, "fine", 5)
    for step, body in (("holder", None), ("answer", FOUNDED), ("assign", {"staff": staff_id(central, "clerk3")})):
        assert refused(post(central, "clerk", f"/opinions/{opinion}/{step}", body)) == (403, "not_the_owner"), step

    assigned = post(central, "manager", f"/opinions/{opinion}/assign", {"staff": staff_id(central, "helper")}).json()
    assert assigned["owner_name"] == "帮办戊" and [one["id"] for one in listed(central, "helper")] == [opinion]
    person = post(central, "helper", f"/opinions/{opinion}/holder").json()
    assert person == {"words": SAID, **WHO, "answer": None}
    assert refused(post(central, "helper", f"/opinions/{opinion}/answer", EXPLAINED)) == (422, "invalid")
    assert refused(post(central, "helper", f"/opinions/{opinion}/close", {"reply": "phone"})) == (409, "wrong_state")
    answered = post(central, "helper", f"/opinions/{opinion}/answer", FOUNDED).json()
    assert (answered["state"], answered["result"], answered["urgency"]) == ("answered", "founded", None)
    assert refused(post(central, "helper", f"/opinions/{opinion}/close", {"reply": "no_contact"})) == (422, "invalid")
    closed = post(central, "helper", f"/opinions/{opinion}/close", {"reply": "phone"}).json()
    assert (closed["state"], closed["reply"]) == ("closed", "phone")
    assert refused(post(central, "manager", f"/opinions/{opinion}/answer", FOUNDED)) == (409, "wrong_state")
    with central.person("manager") as client:
        entries = client.get(f"/api/v1/halls/{central.hall}/audit").json()["entries"]
    actions = [each["action"] for each in entries if each["subject"] == opinion]
    assert sorted(actions) == [f"opinion.{each}" for each in ("answered", "assigned", "closed", "revealed", "told")]
    events = central.context.database.read(lambda session: list(session.scalars(select(Event).order_by(Event.id))))
    assert {each.name for each in events} == {"opinion.told", "opinion.changed"}
    assert all(each.data == {"opinion": opinion} for each in events)


def test_an_enquiry_is_everybodys_work_and_may_be_answered_at_once(central: Central) -> None:
    words = "老年证要带什么"
    owed = told(central, "clerk", kind="enquiry", topics=[], words=words, office="民政科", source="phone")
    at_once = told(central, "clerk", kind="enquiry", topics=[], words=words, answer=EXPLAINED)
    states = {one["id"]: (one["state"], one["office"]) for one in listed(central, "clerk3")}
    assert states[owed] == ("received", "民政科") and states[at_once] == ("answered", "民政科")
    assert post(central, "clerk3", f"/opinions/{owed}/answer", EXPLAINED).json()["owner_name"] == "窗口丁"
    assert post(central, "clerk", f"/opinions/{at_once}/close", {"reply": "no_contact"}).json()["state"] == "closed"
    box = tell(central, "clerk", source="box", answer=FOUNDED)
    assert refused(box) == (403, "not_the_owner"), "a colleague's complaint is not answered by who found the paper"
    assert refused(tell(central, kind="enquiry", topics=[], words=words, answer=EXPLAINED)) == (403, "not_the_owner")


WRONG = [{"topics": ["fast"]}, {"topics": []}, {"words": " "}, {"contact": {"name": "测试居民"}}, {"kind": "gossip"}, {"surplus": 1}]


@pytest.mark.parametrize("wrong", WRONG)
def test_what_cannot_be_told(central: Central, wrong: dict[str, object]) -> None:
    assert refused(tell(central, **wrong)) == (422, "invalid")


@pytest.mark.both
def test_the_record_counts_what_was_late_and_names_nobody(tmp_path: Path, database_url: str) -> None:
    with running_central(tmp_path, database_url=database_url, keep_opinions_days=30) as central:
        answered = told(central, words=SAID, contact=WHO, topics=["attitude", "slow"])
        told(central, topics=["graft"])
        told(central, kind="praise", topics=["kind"])
        told(central, kind="suggestion", topics=["hours"])
        post(central, "manager", f"/opinions/{answered}/answer", FOUNDED).raise_for_status()
        post(central, "manager", f"/opinions/{answered}/close", {"reply": "in_person"}).raise_for_status()
        central.clock.move(8 * DAY)
        asked = "from=2025-03-01&to=2025-03-31"
        with central.person("manager") as client:
            base = f"/api/v1/halls/{central.hall}"
            sums = client.get(f"{base}/opinion-statistics?{asked}").raise_for_status().json()
            table = client.get(f"{base}/opinions.csv?{asked}").raise_for_status().text
            book = load_workbook(BytesIO(client.get(f"{base}/opinions.xlsx?{asked}&lang=en").raise_for_status().content))
        assert {name: sums["total"][name] for name in ("told", "open", "late", "answered", "in_time", "founded")} == {
            "told": 4, "open": 3, "late": 1, "answered": 1, "in_time": 0.5, "founded": 1,
        }  # fmt: skip
        assert [one["key"] for one in sums["kinds"]] == ["complaint", "suggestion", "praise"]
        assert {one["key"]: one["told"] for one in sums["topics"]}["slow"] == 1
        assert [one["key"] for one in sums["months"]] == ["2025-03"]
        assert "2025-0002,2025-03-03,投诉,吃拿卡要,自助终端,2025-03-10,待答复,超期" in table
        assert book.sheetnames == ["Opinions and enquiries", "Sums"] and book["Sums"]["A2"].value == "Total"

        def kept() -> list[bool]:
            row = central.context.database.read(lambda session: session.get_one(Opinion, answered))
            return [bool(each) for each in (row.words, row.name, row.phone, row.answer, row.request_mark)]

        keeper.tidy(central.context)
        assert kept() == [True] * 5
        central.clock.move(23 * DAY)
        keeper.tidy(central.context)
        assert kept() == [False] * 5
        assert [one["forgotten"] for one in listed(central, "manager") if one["id"] == answered] == [True]
        assert not [trace for trace in TRACES if trace in table]
        files = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert not [path for path, content in files.items() for trace in TRACES if trace.encode() in content], "in plain"
