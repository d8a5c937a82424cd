"""Who is on duty, for whom a call rings and when it goes on to others."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from sqlalchemy import select

from central.events.models import Event
from central.halls.calendar import Spans
from central.halls.rules import Rules
from central.help import listening
from central.help.escalation import ACKNOWLEDGED, RINGING, rings_for, standing
from central.roster.duty import Helper, OnDuty, hours_of, on_duty
from tests.kit.central import Central, running_central

MONDAY = date(2025, 3, 3)
RUNG_AT = datetime(2025, 3, 3, 1, 30, tzinfo=timezone.utc)
OPEN = [(510, 720), (870, 1050)]


def hall_on(day: date) -> Spans:
    """Open Monday to Friday, as a hall is."""
    return OPEN if day.isoweekday() < 6 else []


spans = st.lists(
    st.tuples(st.integers(1, 7), st.integers(0, 1438), st.integers(1, 1439)).filter(lambda span: span[1] < span[2]), max_size=6
).map(tuple)
rungs = st.sampled_from(("first", "deputy", "never"))
people = st.lists(st.builds(Helper, st.uuids().map(str), st.just("甲"), st.none(), rungs, spans))
moments = st.datetimes(datetime(2025, 3, 3), datetime(2025, 3, 30))


@given(people, moments)
def test_nobody_is_on_duty_in_a_closed_hall_and_the_next_is_really_the_next(helpers: list[Helper], local: datetime) -> None:
    now = on_duty(helpers, hall_on, local)
    minute = local.hour * 60 + local.minute
    for helper in now.people:
        assert any(opens <= minute < closes for opens, closes in hall_on(local.date()))
        assert helper.rung != "never"
    if now.next is not None:
        begins = datetime.combine(now.next.day, datetime.min.time()) + timedelta(minutes=now.next.minute)
        assert not now.people and begins > local.replace(second=0, microsecond=0)
        assert on_duty(helpers, hall_on, begins).people
        assert not on_duty(helpers, hall_on, begins - timedelta(minutes=1)).people


def test_who_is_away_is_not_on_duty_and_whoever_has_no_hours_keeps_the_halls() -> None:
    helper = Helper("h", "甲", None, "first", away_from=MONDAY, away_until=MONDAY + timedelta(days=1))
    assert [bool(hours_of(helper, OPEN, MONDAY + timedelta(days=ahead))) for ahead in range(-1, 3)] == [True, False, False, True]
    assert hours_of(Helper("h", "甲", None, "first"), OPEN, MONDAY) == OPEN


@given(st.integers(0, 4000), st.one_of(st.none(), st.integers(0, 4000)))
def test_a_call_only_goes_up_and_says_when_it_goes_on(passed: int, acknowledged: int | None) -> None:
    rules, state = Rules(), RINGING if acknowledged is None else ACKNOWLEDGED
    seen = None if acknowledged is None else RUNG_AT + timedelta(seconds=acknowledged)
    look = lambda seconds: standing(state, 0, RUNG_AT, seen, rules, RUNG_AT + timedelta(seconds=seconds))
    now = look(passed)
    assert acknowledged is not None or now.level == sum(passed >= after for after in (60, 120, 180))
    if now.turns_at is None:
        assert now.level == 3 and look(passed + 9999) == now
    else:
        turns = (now.turns_at - RUNG_AT).total_seconds()
        assert turns > passed and look(turns - 1) == now
        assert (look(turns).level, look(turns).state) != (now.level, now.state)


def test_for_whom_it_rings() -> None:
    first, deputy = Helper("first", "甲", None, "first"), Helper("deputy", "乙", None, "deputy")
    both = OnDuty(True, (first,), (deputy,))
    staff = {"first": "helper", "deputy": "clerk", "boss": "manager", "clerk": "clerk"}
    rung = lambda level, duty: {one for one, role in staff.items() if rings_for(level, one, role, duty)}
    assert [rung(level, both) for level in range(4)] == [{"first"}, {"first", "deputy"}, {"first", "deputy", "boss"}, set(staff)]
    assert rung(0, OnDuty(True, (), (deputy,))) == {"deputy"}
    assert rung(0, OnDuty(True)) == rung(0, OnDuty(False)) == set(staff)


@pytest.fixture(scope="module")
def central(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Central]:
    with running_central(tmp_path_factory.mktemp("duty")) as running:
        yield running


def ask(central: Central, who: str, method: str, path: str, body: Any = None, key: str | None = None) -> Any:
    token = central.enrol(who) if who in central.codes else central.log_in(who)
    headers = {"Idempotency-Key": key} if key else {}
    with central.client(token) as client:
        return client.request(method, f"/api/v1{path}", json=body, headers=headers)


def setup(central: Central) -> dict[str, Any]:
    return dict(ask(central, "manager", "GET", f"/halls/{central.hall}/setup").raise_for_status().json())


def put_on(central: Central, user: str, **body: Any) -> str:
    """Puts a member of the staff on the roster; their id."""
    person = next(each["id"] for each in setup(central)["staff"] if each["user"] == user)
    ask(central, "manager", "PUT", f"/halls/{central.hall}/setup/roster/{person}", body).raise_for_status()
    return str(person)


def ring(central: Central, who: str = "T1", **body: Any) -> dict[str, Any]:
    answer = ask(central, who, "POST", f"/halls/{central.hall}/help", {"doing": "menu", **body}, str(uuid4()))
    return dict(answer.raise_for_status().json())


def events(central: Central, name: str) -> list[dict[str, Any]]:
    """What was announced, without holding a stream open."""
    query = select(Event.data).where(Event.name == name).order_by(Event.id)
    return central.context.database.read(lambda session: list(session.scalars(query)))


def test_a_call_on_its_way_through_the_hall(central: Central) -> None:
    first = put_on(central, "helper", rung="first", phone="0477-0000009", shown=True)
    put_on(central, "clerk3", rung="deputy")
    with central.machine() as terminal:
        duty = terminal.get(f"/api/v1/halls/{central.hall}").json()["duty"]
    assert [each["name"] for each in duty["people"]] == ["帮办戊", "窗口丁"] and duty["planned"]
    call = ring(central, line="social", item="social_card")
    assert (call["state"], call["level"], call["phone_after_s"]) == ("ringing", 0, 180)

    central.clock.move(61)
    listening.listen(central.context)
    listening.listen(central.context)
    terminal_id = events(central, "help.called")[-1]["terminal"]
    assert events(central, "help.escalated") == [{"id": call["id"], "terminal": terminal_id, "level": 1}]
    assert ask(central, "clerk3", "POST", f"/help/{call['id']}/acknowledge").json()["state"] == "acknowledged"
    assert ask(central, "clerk", "POST", f"/help/{call['id']}/acknowledge").status_code == 409
    central.clock.move(59)
    listening.listen(central.context)
    assert len(events(central, "help.escalated")) == 1, "whoever acknowledged it has a minute"
    central.clock.move(61)
    listening.listen(central.context)
    assert events(central, "help.escalated")[-1]["level"] == 3, "nobody came: it goes on where the time is"
    coming = ask(central, "helper", "POST", f"/help/{call['id']}/answer", {"minutes": 2}).json()
    assert coming["helper"] == {"staff": first, "name": "帮办戊", "minutes": 2, "picture": None}
    central.clock.move(100)
    assert ask(central, "T1", "POST", f"/help/{call['id']}/close").json()["state"] == "closed"
    assert events(central, "help.closed")[-1]["outcome"] == "helped"
    told = ask(central, "manager", "GET", f"/halls/{central.hall}/help-statistics?by=place").json()["total"]
    assert (told["calls"], told["answered"], told["escalated"], told["in_time"]) == (1, 1, 1, 0.0)
    assert (told["answer_p50_s"], told["answer_max_s"], told["help_p50_s"]) == (181, 181, 100)
    table = ask(central, "manager", "GET", f"/halls/{central.hall}/help-statistics.csv?by=place").content.decode("utf-8-sig")
    assert table.splitlines()[1] == "T1,1,1,0,0,1,181,181,181,0.0,100"


def test_a_call_that_nobody_answers_ends_and_says_so(central: Central) -> None:
    call = ring(central)
    central.clock.move(30 * 60)
    listening.listen(central.context)
    [closed] = [each for each in events(central, "help.closed") if each["id"] == call["id"]]
    assert closed["outcome"] == "missed"


def test_when_nobody_is_on_duty_it_says_who_comes_when_and_which_phone(central: Central) -> None:
    put_on(central, "clerk3")
    put_on(central, "helper", rung="first", phone="0477-0000009", spans=[{"weekday": 2, "opens": "08:00", "closes": "11:00"}])
    duty = ring(central)["duty"]
    assert duty["people"] == [] and duty["next"] == {"name": "帮办戊", "phone": "0477-0000009", "day": "2025-03-04", "at": "08:30"}


def test_the_staff_send_a_helper_to_a_place(central: Central) -> None:
    assert ring(central, "manager", window="w2")["state"] == "ringing"
    assert events(central, "help.called")[-1] | {"terminal_name": "2", "window": "w2"} == events(central, "help.called")[-1]
    for place in ({}, {"window": "w2", "terminal": "nowhere"}, {"terminal": "nowhere"}):
        wrong = ask(central, "clerk", "POST", f"/halls/{central.hall}/help", {"doing": "staff", **place}, "nowhere-0001")
        assert wrong.status_code == 422


def test_on_show_and_with_a_picture_that_tells_nothing_else(central: Central) -> None:
    person = put_on(
        central, "helper", shown=True, post={"zh": "帮办员", "en": ""}, duty={"zh": ""}, items=["elder_card"], phone="0477-0000009"
    )
    photograph, told = BytesIO(), Image.Exif()
    told[0x010F] = "whose camera this is"
    Image.new("RGB", (300, 300), "#446688").save(photograph, "JPEG", exif=told)
    path = f"/halls/{central.hall}/setup/roster/{person}/picture"
    body = {"picture": base64.b64encode(photograph.getvalue()).decode()}
    ask(central, "manager", "PUT", path, body).raise_for_status()
    assert ask(central, "manager", "PUT", path, {"picture": base64.b64encode(b"no picture").decode()}).status_code == 422
    [shown] = ask(central, "T1", "GET", f"/halls/{central.hall}/roster").json()["people"]
    assert (shown["name"], shown["post"], shown["duty"]) == ("帮办戊", {"zh": "帮办员"}, None)
    assert [item["id"] for item in shown["items"]] == ["elder_card"]
    picture = ask(central, "T1", "GET", f"/halls/{central.hall}/roster/{person}/picture")
    assert picture.headers["ETag"] == f'"{shown["picture"]}"' and b"whose camera" not in picture.content
    assert Image.open(BytesIO(picture.content)).size == (360, 480)
    assert ask(central, "T1", "GET", f"/halls/{central.hall}/roster").json()["complaints"] == "12345"
    entry = next(each for each in setup(central)["roster"] if each["id"] == person)
    sent = {name: value for name, value in entry.items() if name not in ("id", "name", "active", "picture")}
    assert ask(central, "manager", "PUT", f"/halls/{central.hall}/setup/roster/{person}", sent).status_code == 200
    unheard_of = ask(central, "manager", "PUT", f"/halls/{central.hall}/setup/roster/{person}", sent | {"items": ["none"]})
    assert unheard_of.status_code == 422
