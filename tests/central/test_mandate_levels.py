"""代办 over true levels: halls of one service pass a mandate up and back, and nobody sees more of it than they need."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from central.halls.levels import are_near, level_of, steps_up
from tests.kit.central import Central
from tests.kit.levels import DISTRICT, STREET, three_levels
from tests.kit.mandates import BOOK, CARD, ELDER, SIGNATURE, TRACES, WORDS, given, post, read, refused, step, walk

DAY = 24 * 3600.0
STREET_NAME, DISTRICT_NAME = STREET["hall"]["name"]["zh"], DISTRICT["hall"]["name"]["zh"]
ASK = {"outcome": "supplement", "wanted": ["近期照片"]}


@pytest.fixture
def central(tmp_path: Path, database_url: str) -> Iterator[Central]:
    with three_levels(tmp_path, database_url=database_url) as running:
        yield running


def to_street(central: Central, mandate: str, **more: Any) -> int:
    told = walk(central, "helper", mandate, ("relay", {"hall": "street", **more}))
    return int(told["relays"][-1]["id"])


def passed(central: Central, who: str, relay: int, what: str, body: Any = None) -> Any:
    answer = post(central, who, f"/relays/{relay}/{what}", body)
    assert answer.status_code == 200, answer.text
    return answer.json()


def here(central: Central, who: str, hall: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = read(central, f"/halls/{hall}/relays", who)["relays"]
    return rows


def lies(central: Central) -> list[tuple[str, str | None]]:
    """Where it is, as the resident is told who lays the card at the village's terminal."""
    found = post(central, "T1", f"/halls/{central.hall}/mandates/find", {"holder": CARD}).json()["mandates"][0]
    return [(each["office"], each["taken_by"]) for each in found["places"]]


@pytest.mark.both
def test_up_two_levels_and_back_with_what_came_of_it(central: Central) -> None:
    mandate = given(central, papers=[BOOK])
    walk(central, "helper", mandate, "take")
    relay = to_street(central, mandate, until="2025-03-05", lead=True, note="请看户口簿第三页")
    assert lies(central) == [(STREET_NAME, None)]
    [row] = here(central, "street-other", "street")
    assert (row["due_on"], row["urgency"], row["hall_name"]["zh"]) == ("2025-03-05", "soon", "测试嘎查便民服务站")
    assert (row["lead"], row["leads"], row["taken_by"]) == (True, {"zh": STREET_NAME}, None)
    assert refused(post(central, "street-clerk", f"/relays/{relay}/holder")) == (403, "not_the_agent"), "who has it not"

    told = passed(central, "street-clerk", relay, "take")
    assert (told["taken_by"], told["papers"][0]["name"], told["agent_name"]) == ("街道辛", BOOK["name"], "帮办戊")
    assert passed(central, "street-clerk", relay, "take")["taken_at"] == told["taken_at"], "the answer was lost"
    for what, body in (("take", None), ("holder", None), ("back", {"outcome": "done"})):
        assert refused(post(central, "street-other", f"/relays/{relay}/{what}", body)) == (403, "not_the_agent")
    person = passed(central, "street-clerk", relay, "holder")
    assert person == {"name": ELDER["name"], "id_number": ELDER["id_number"], "note": "请看户口簿第三页"}

    passed(central, "street-clerk", relay, "onward", {"hall": "district", "until": "2025-03-04"})
    assert refused(post(central, "street-clerk", f"/relays/{relay}/holder")) == (409, "wrong_state"), "it is there no longer"
    assert lies(central) == [(DISTRICT_NAME, None)]
    central.clock.move(2 * DAY)
    [row] = here(central, "district-helper", "district")
    assert (row["urgency"], row["left"], row["lead"], row["leads"]) == ("late", -1, False, {"zh": STREET_NAME})
    passed(central, "district-helper", row["id"], "take")
    assert lies(central) == [(DISTRICT_NAME, "区里癸")]
    assert refused(post(central, "district-helper", f"/relays/{row['id']}/back", {"outcome": "refused"})) == (422, "invalid")
    gone = passed(central, "district-helper", row["id"], "back", {"outcome": "done", "note": "已发放到卡"})
    assert (gone["papers"], gone["acts"], gone["shown"]) == ([], [], False)
    assert [each["outcome"] for each in here(central, "street-clerk", "street")] == ["onward"]

    kept = read(central, f"/mandates/{mandate}")
    assert (kept["state"], [each["outcome"] for each in kept["relays"]]) == ("taken", ["onward", "done"])
    assert [(each["act"], each["who"]) for each in kept["steps"]][2:] == [
        ("take", "帮办戊"),
        ("relay", "帮办戊"),
        ("take_over", "街道辛"),
        ("relay", "街道辛"),
        ("take_over", "区里癸"),
        ("back", "区里癸"),
    ]
    assert list(post(central, "helper", f"/mandates/{mandate}/holder").json()["notes"].values()) == ["请看户口簿第三页", "已发放到卡"]
    with central.person("helper") as client:
        days = {"from": "2025-03-03", "to": "2025-03-03"}
        ledger = client.get(f"/api/v1/halls/{central.hall}/mandates.csv", params=days).content.decode("utf-8-sig")
    assert f"{STREET_NAME}、{DISTRICT_NAME}" in ledger
    shown = str((kept, told, gone, here(central, "district-helper", "district")))
    assert not [trace for trace in TRACES if trace in shown]
    for hall, who, actor in (("village", "manager", "街道辛"), ("street", "street-manager", "街道辛")):
        audit = read(central, f"/halls/{hall}/audit", who)["entries"]
        assert [each["actor_name"] for each in audit if each["action"] == "mandate.revealed"][-1] == actor
        assert {"mandate.take_over", "mandate.relay"} <= {each["action"] for each in audit if each["actor_name"] == actor}


def test_nobody_of_another_hall_sees_or_does_anything_else(central: Central) -> None:
    mandate = given(central)
    walk(central, "helper", mandate, "take")
    relay = to_street(central, mandate)
    passed(central, "street-clerk", relay, "take")
    for who in ("street-clerk", "street-manager", "far-helper"):
        for what in ("", "/others"):
            with central.person(who) as client:
                assert refused(client.get(f"/api/v1/mandates/{mandate}{what}")) == (403, "forbidden")
        assert refused(post(central, who, f"/mandates/{mandate}/holder")) == (403, "forbidden")
        assert refused(step(central, who, mandate, "note", note="x")) == (403, "forbidden")
    for who in ("far-helper", "helper", "manager"):
        with central.person(who) as client:
            assert refused(client.get(f"/api/v1/relays/{relay}")) == (403, "forbidden")
            assert refused(client.get("/api/v1/halls/street/relays")) == (403, "forbidden")
        for what, body in (("take", None), ("holder", None), ("back", {"outcome": "done"}), ("onward", {"hall": "far"})):
            assert refused(post(central, who, f"/relays/{relay}/{what}", body)) == (403, "forbidden"), (who, what)
    assert here(central, "far-helper", "far") == []
    [by_name] = walk(central, "helper", given(central), "take", ("relay", {"office": "市医保局", "level": "department"}))["relays"]
    assert refused(post(central, "street-manager", f"/relays/{by_name['id']}/take")) == (403, "forbidden"), "a name is nobody's"
    assert passed(central, "street-manager", relay, "take")["taken_by"] == "主任庚", "who leads the hall takes it from who is away"
    assert (by_name["hall_id"], by_name["taken_by"]) == (None, None)


def test_a_supplement_is_asked_for_once_and_what_is_recalled_is_gone(central: Central) -> None:
    mandate = given(central)
    walk(central, "helper", mandate, "take")
    relay = to_street(central, mandate)
    both = {"hall": "far", "office": "x", "level": "city"}
    for wrong in ({"hall": "street"}, {"hall": "village"}, {"hall": "nowhere"}, {}, both):
        assert refused(step(central, "helper", mandate, "relay", **wrong)) == (422, "invalid"), wrong
    passed(central, "street-clerk", relay, "take")
    assert refused(post(central, "street-clerk", f"/relays/{relay}/back", {"outcome": "supplement"})) == (422, "invalid")
    passed(central, "street-clerk", relay, "back", ASK)
    told = read(central, f"/mandates/{mandate}")
    assert (told["relays"][0]["outcome"], told["relays"][0]["wanted"], told["supplement"]) == ("supplement", ["近期照片"], None)
    walk(central, "helper", mandate, ("ask", {"wanted": ["近期照片"]}), "supply")
    second = to_street(central, mandate)
    passed(central, "street-clerk", second, "take")
    assert refused(post(central, "street-clerk", f"/relays/{second}/back", ASK)) == (409, "supplement_asked")

    walk(central, "helper", mandate, ("back", {"relay": second}))
    assert refused(post(central, "street-clerk", f"/relays/{second}/back", {"outcome": "done"})) == (409, "wrong_state")
    third = to_street(central, mandate)
    walk(central, "helper", mandate, "withdraw")
    assert refused(post(central, "street-clerk", f"/relays/{third}/take")) == (409, "wrong_state")
    assert [each["outcome"] for each in here(central, "street-clerk", "street")] == ["recalled", "recalled", "supplement"]
    assert SIGNATURE and WORDS not in str(here(central, "street-clerk", "street"))


def test_which_halls_are_near() -> None:
    village, street, district, far = "150602007203", "150602007", "150602", "150621"
    assert [level_of(each) for each in (village, street, district)] == ["village", "street", "district"]
    assert are_near(village, district) and are_near("150602000000", village) and not are_near(village, far)
    assert are_near("测试", far), "what has no code is near to all"
    assert sorted((far, district, street), key=lambda each: steps_up(village, each)) == [street, district, far]
