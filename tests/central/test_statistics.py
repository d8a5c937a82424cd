"""What is counted where: a morning with everything that can happen to a ticket, and what the figures make of it."""

from __future__ import annotations

import copy
import csv
from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from central.statistics.figures import quantile
from central.statistics.schemas import FiguresOut, StatisticsOut
from central.statistics.sheets import as_csv, as_xlsx
from tests.kit.central import HALL, Central, running_central

FORMULA = "=cmd|' /C calc'!A0"


NAMED = copy.deepcopy(HALL)
NAMED["line"][2]["name"] = {"zh": FORMULA}
NAMED["hours"] = [span for span in HALL["hours"] if "line" not in span]


@pytest.fixture(scope="module")
def morning(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Central]:
    with running_central(tmp_path_factory.mktemp("morning"), hall=NAMED) as central:
        live(central)
        yield central


def live(central: Central) -> None:
    """Five tickets from half past nine on: one called, uncalled and called; one transferred, parked and finished; one that came
    after all; one that didn't; one given up."""
    move = central.clock.move
    first = central.issue()["id"]
    move(600)
    central.call_next("w1")
    move(5)
    central.step(first, "undo")
    move(5)
    central.call_next("w1")
    move(300)
    central.step(first, "finish")

    second = central.issue(priority={"class": "soldier", "evidence": "own_word"})["id"]
    move(120)
    central.call_next("w1")
    move(60)
    post(central, f"tickets/{second}/transfer", {"line": "social"})
    move(600)
    central.call_next("w2")
    move(120)
    central.step(second, "park")
    move(1200)
    post(central, f"halls/{central.hall}/windows/w2/call", {"ticket": second})
    move(60)
    central.step(second, "finish")

    third = central.issue()["id"]
    central.call_next("w1")
    central.step(third, "no-show")
    move(60)
    central.step(third, "reenter")
    central.call_next("w1")
    move(60)
    central.step(third, "finish")

    central.issue()
    called = central.call_next("w1")
    assert called is not None
    move(60)
    central.step(called["id"], "no-show")
    post(central, f"tickets/{central.issue('civil')['id']}/cancel", {"by": "staff"})


def post(central: Central, path: str, body: dict[str, Any]) -> None:
    with central.person() as client:
        client.post(f"/api/v1/{path}", json=body).raise_for_status()


def get(central: Central, kind: str = "", **query: str) -> Any:
    with central.person("manager") as client:
        return client.get(f"/api/v1/halls/{central.hall}/statistics{kind}", params=query)


def figures(central: Central, by: str, **query: str) -> dict[str, dict[str, Any]]:
    told = get(central, by=by, **query).raise_for_status().json()
    return {row["key"]: row for row in told["rows"]} | {"total": told["total"]}


@pytest.mark.both
def test_what_counts_where(tmp_path: Path, database_url: str) -> None:
    with running_central(tmp_path, hall=NAMED, database_url=database_url) as central:
        live(central)
        _lines(central)
        _windows_hours_and_classes(central)
        central.context.paces.look(central.hall, central.clock.utc())
        assert central.context.paces.of(central.hall, "general", central.clock.utc()) is None  # five tickets teach nothing


def _lines(central: Central) -> None:
    rows = figures(central, "line")
    general, social, civil = rows["general"], rows["social"], rows["civil"]
    assert [general[each] for each in ("issued", "served", "transferred", "no_show", "cancelled")] == [4, 2, 1, 1, 0]
    assert [social[each] for each in ("issued", "served", "transferred", "no_show", "cancelled")] == [0, 1, 0, 0, 0]
    assert [civil[each] for each in ("issued", "served", "waits", "cancelled")] == [1, 0, 0, 1]
    # the first waited 610 s, the second 120 s and again 600 s after the transfer; who came back was not kept waiting
    assert [general[each] for each in ("waits", "wait_p50_s", "wait_p90_s", "wait_max_s")] == [4, 0, 610, 610]
    assert [social[each] for each in ("waits", "wait_p50_s", "wait_max_s")] == [1, 600, 600]
    # 300 s, 60 s until the transfer, 60 s; at the other line 120 s and 60 s around the parking are one service
    assert [general[each] for each in ("service_p50_s", "service_p90_s")] == [60, 300]
    assert social["service_p90_s"] == 180
    assert general["over_bound"] == 0
    assert [rows["total"][each] for each in ("issued", "served", "waits", "cancelled")] == [5, 3, 5, 1]


def _windows_hours_and_classes(central: Central) -> None:
    windows = figures(central, "window")
    assert [windows["w1"]["served"], windows["w2"]["served"], windows["w1"]["issued"]] == [2, 1, None]
    assert windows["w2"]["label"] == "2"
    hours = figures(central, "hour")
    assert [hours["09"]["issued"], hours["10"]["issued"]] == [2, 3]
    assert hours["09"]["waits"] == 3  # by the hour in which a wait began
    assert hours["10"]["served"] == 2
    classes = figures(central, "priority")
    assert [classes["soldier"]["issued"], classes["none"]["issued"]] == [1, 4]
    assert classes["soldier"]["waits"] == 2
    day = figures(central, "day", **{"from": "2025-03-01", "to": "2025-03-03"})
    assert [day[each]["served"] for each in ("2025-03-01", "2025-03-02", "2025-03-03")] == [0, 0, 3]


def test_no_figure_is_about_a_person(morning: Central) -> None:
    assert get(morning, by="staff").status_code == 422
    for by in ("line", "window", "hour", "day", "priority"):
        text = get(morning, by=by).text
        assert not [person["name"] for person in HALL["staff"] if person["name"] in text]


def test_periods_that_are_none(morning: Central) -> None:
    for query in ({"from": "2025-03-04", "to": "2025-03-03"}, {"from": "2023-01-01", "to": "2025-03-03"}, {"to": "x"}):
        answer = get(morning, **query)
        assert (answer.status_code, answer.json()["error"]["code"]) == (422, "invalid")
    assert get(morning, **{"from": "2030-01-01", "to": "2030-01-02"}).json()["total"]["wait_p50_s"] is None


def test_a_spreadsheet_is_given_no_formula(morning: Central) -> None:
    answer = get(morning, ".csv", lang="zh")
    assert answer.content.startswith(b"\xef\xbb\xbf")
    table = list(csv.reader(StringIO(answer.content.decode("utf-8-sig"))))
    assert table[0][:3] == ["业务", "取号", "办结"]
    assert table[1][:3] == ["A 综合业务", "4", "2"]
    assert [row[0] for row in table][-1] == "合计"
    named = get(morning, ".xlsx", lang="en")
    book = load_workbook(BytesIO(named.content))
    assert book.sheetnames == ["Line", "Window", "Hour", "Day", "Priority"]
    assert all(cell.data_type != "f" for sheet in book for row in sheet.rows for cell in row)
    assert book["Line"]["B2"].value == 4


def test_a_name_that_is_a_formula_stays_a_name() -> None:
    row = dict.fromkeys(FiguresOut.model_fields) | {"served": 1, "transferred": 0, "no_show": 0, "waits": 0}
    rows = [FiguresOut(**{**row, "key": str(place), "name": {"zh": name}}) for place, name in enumerate(["=1+1", "@x", "-2"])]
    told = StatisticsOut(
        **{"from_": "2025-03-03", "to": "2025-03-03", "by": "line", "zone": "Asia/Shanghai", "bound_min": 45},
        total=FiguresOut(**{**row, "key": "total"}),
        rows=rows,
    )
    lines = list(csv.reader(StringIO(as_csv(told, "zh").decode("utf-8-sig"))))
    assert [line[0] for line in lines[1:4]] == ["'=1+1", "'@x", "'-2"]
    sheet = load_workbook(BytesIO(as_xlsx([told], "zh"))).active
    assert sheet is not None and (sheet["A2"].value, sheet["A2"].data_type) == ("=1+1", "s")


@pytest.mark.both
def test_a_day_is_the_halls_own(tmp_path: Path, database_url: str) -> None:
    """Called two minutes before midnight and forgotten: it counts on its day, but nobody knows how long it took."""
    hall = copy.deepcopy(HALL)
    hall["hours"] = [{"weekday": day, "opens": "00:00", "closes": "24:00"} for day in range(1, 8)]
    with running_central(tmp_path, hall=hall, database_url=database_url) as central:
        central.clock.move((14 * 60 + 25) * 60)  # 23:55, in UTC still the afternoon
        central.issue()
        central.clock.move(180)
        central.call_next("w1")
        central.clock.move(9 * 3600)
        central.issue()
        central.call_next("w1")
        days = figures(central, "day", **{"from": "2025-03-03", "to": "2025-03-04"})
        central.clock.move(48 * 3600)  # by now both days are kept in memory
        again = [figures(central, "day", **{"from": "2025-03-03", "to": "2025-03-04"}) for _ in range(2)]
    assert again[0]["2025-03-03"] == again[1]["2025-03-03"] == days["2025-03-03"]
    before, after = days["2025-03-03"], days["2025-03-04"]
    assert [before[each] for each in ("issued", "served", "wait_max_s", "service_p50_s")] == [1, 1, 180, None]
    assert [after[each] for each in ("issued", "served", "waits")] == [1, 0, 1]


@given(st.lists(st.integers(0, 10_000), min_size=1), st.sampled_from([0.1, 0.5, 0.9]))
def test_a_quantile_is_one_of_the_values(values: list[int], share: float) -> None:
    found = quantile(sorted(values), share)
    assert found in values
    assert sum(value <= found for value in values) >= share * len(values) > sum(value < found for value in values)
