"""The sample hall is a hall that one can work in."""

from __future__ import annotations

from pathlib import Path

from central import seed
from tests.kit.central import running_central

DOMAINS = {
    "public_education",
    "employment",
    "social_insurance",
    "health_care",
    "elderly_care",
    "social_services",
    "housing",
    "culture_sports",
    "disability_services",
}  # 东诃办发〔2022〕21号, 二（一）1


def test_it_covers_the_domains_of_the_plan() -> None:
    hall = seed.sample_hall()
    assert len(hall["item"]) >= 40
    assert DOMAINS <= {item["domain"] for item in hall["item"]}
    assert {window["type"] for window in hall["window"]} >= {"comprehensive", "medical_insurance", "assistance", "tidal"}
    for part in (*hall["line"], *hall["window"], *hall["item"], *hall["priority"]):
        assert part["name"]["zh"] and part["name"]["en"]


def test_every_line_can_be_taken_and_called_on_a_working_morning(tmp_path: Path) -> None:
    sample = seed.sample_hall()
    with running_central(tmp_path, hall=sample) as central:
        with central.machine("入口自助终端") as terminal:
            hall = terminal.get(f"/api/v1/halls/{central.hall}").json()
        assert hall["hours_today"] == "08:30–12:00 14:30–17:30"
        for line in sample["line"]:
            ticket = central.issue(line["id"], "入口自助终端")
            assert ticket["number"] == f"{line['letter']}001" and ticket["windows"]


def test_saturday_is_for_the_general_line_and_night_for_nobody(tmp_path: Path) -> None:
    with running_central(tmp_path, hall=seed.sample_hall()) as central:

        def open_lines() -> list[str]:
            with central.machine("入口自助终端") as terminal:
                lines = terminal.get(f"/api/v1/halls/{central.hall}").json()["lines"]
            return [line["id"] for line in lines if line["open"]]

        assert len(open_lines()) == 8
        central.clock.move(12 * 3600)
        assert open_lines() == []
        central.clock.move(4 * 24 * 3600 + 12 * 3600)  # Saturday, 09:30
        assert open_lines() == ["general"]


def test_it_can_be_kept_open_at_night(tmp_path: Path) -> None:
    with running_central(tmp_path, hall=seed.sample_hall(always_open=True)) as central:
        central.clock.move(15 * 3600)  # 00:30
        assert central.issue("general", "入口自助终端")["number"] == "A001"
