"""A hall's description: checked whole, loaded once, its secrets handed out once."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any, get_args

import pytest
from sqlalchemy import func, select

from central import seed
from central.config import Settings
from central.context import AlreadyRunning, Context, open_context
from central.description import DescriptionMistakes, read
from central.halls.models import Hall
from central.halls.rules import Rules, WindowType
from central.models import metadata
from central.setup import service as setup
from central.setup import warnings
from central.setup.fields import TidalPart
from central.unit import unit_for
from central.vault import VaultTrouble, open_vault
from tests.kit.central import HALL

OTHERS = ("window.3.tidal.close_below", "rules.undo_s")


@pytest.fixture
def context(tmp_path: Path) -> Any:
    opened = open_context(Settings(f"sqlite:///{tmp_path / 'central.sqlite'}", tmp_path / "state"))
    yield opened
    opened.close()


def sizes(context: Context) -> dict[str, int]:
    tables = {table.name: table for table in metadata.sorted_tables}
    return context.database.read(
        lambda session: {
            name: session.execute(select(func.count()).select_from(table)).scalar_one() for name, table in tables.items()
        }
    )


def test_loading_hands_out_secrets_once(context: Context) -> None:
    made = seed.load(context, HALL)
    assert set(made.passwords) == {each["user"] for each in HALL["staff"]}
    assert set(made.codes) == {each["name"] for each in HALL["terminal"]}
    assert len({*made.passwords.values(), *made.codes.values()}) == len(made.passwords) + len(made.codes)
    assert not [secret for secret in (*made.passwords.values(), *made.codes.values()) if secret in repr(made)]
    before = sizes(context)
    assert not seed.load(context, HALL)
    assert sizes(context) == before


def test_only_what_is_new_is_added(context: Context) -> None:
    seed.load(context, HALL)
    wider: dict[str, Any] = copy.deepcopy(HALL)
    wider["staff"].append({"user": "clerk9", "name": "窗口己", "role": "clerk", "windows": ["w9"]})
    wider["window"].append({"id": "w9", "label": "9", "name": {"zh": "兜底窗口"}, "type": "fallback", "lines": ["general"]})
    wider["terminal"].append({"name": "T9", "role": "terminal"})
    made = seed.load(context, wider)
    assert (list(made.passwords), list(made.codes)) == (["clerk9"], ["T9"])


def test_new_secrets_when_asked(context: Context) -> None:
    first, second = seed.load(context, HALL), seed.load(context, HALL, reset_credentials=True)
    assert first.passwords.keys() == second.passwords.keys() and first.codes.keys() == second.codes.keys()
    assert not {*first.passwords.values(), *first.codes.values()} & {*second.passwords.values(), *second.codes.values()}


def test_the_sample_hall_is_described_without_mistakes() -> None:
    for always_open in (False, True):
        assert read(seed.sample_hall(always_open)).hall.zone == "Asia/Shanghai"


def test_every_mistake_is_reported_at_once() -> None:
    wrong: dict[str, Any] = copy.deepcopy(HALL)
    wrong["hall"]["zone"] = "Mars/Olympus"
    wrong["hours"][0] = {"weekday": 8, "opens": "25:00", "closes": "12:00"}
    wrong["hours"][1] = {"weekday": 1, "opens": "12:00", "closes": "08:00"}
    wrong["line"][0]["name"] = {"en": "no Chinese"}
    wrong["staff"][0]["password"] = "in the clear"
    wrong["window"][3]["tidal"] = {"open_above": 2, "close_below": 2}
    wrong["rules"] = {"undo_s": 999}
    with pytest.raises(DescriptionMistakes) as caught:
        read(wrong)
    text = str(caught.value)
    for place in ("hall.zone", "hours.0.weekday", "hours.0.opens", "hours.1", "line.0.name", "staff.0.password", *OTHERS):
        assert place in text, place
    assert "in the clear" not in text


def test_what_hangs_in_the_air_and_what_stands_twice() -> None:
    wrong: dict[str, Any] = copy.deepcopy(HALL)
    wrong["window"][0]["lines"] = ["nowhere"]
    wrong["staff"][2]["windows"] = ["w77"]
    wrong["line"][1]["letter"] = "A"
    wrong["terminal"][1]["name"] = "T1"
    wrong["staff"][3]["lines"] = ["skill"]
    wrong["special_day"] = 2 * [{"day": "2025-10-01", "kind": "holiday", "name": {"zh": "国庆节"}, "line": "away"}]
    wrong["hours"].append({"weekday": 1, "opens": "15:00", "closes": "17:00", "line": "civil"})
    with pytest.raises(DescriptionMistakes) as caught:
        read(wrong)
    named = ("nowhere", "w77", "skill", "away")
    twice = ("line letter A", "terminal name T1", "special day 2025-10-01 holiday away")
    for words in (*(f"names {each}," for each in named), *(f"{each} stands twice" for each in twice), "hours of civil overlap"):
        assert words in str(caught.value), words


def test_a_description_says_all_that_a_manager_can_change(context: Context) -> None:
    """What the shipped sample writes down is what the set-up shows."""
    sample = seed.sample_hall()
    hall = seed.load(context, sample).hall
    shown = context.database.read(lambda session: setup.describe(unit_for(context, session), hall))
    lines, windows = {each.id: each for each in shown.lines}, {each.id: each for each in shown.windows}
    assert [each.id for each in shown.lines] == [each["id"] for each in sample["line"]]
    assert (lines["medical"].slot_min, lines["medical"].slot_places, lines["assistance"].daily_quota) == (30, 2, 60)
    assert {each.id: each.weight for each in windows["w2"].lines} == {"general": 2, "civil": 1}
    assert windows["w9"].tidal == TidalPart(open_above=8, close_below=3)
    assert {each.area["zh"] for each in shown.windows if each.area} == {"东区", "西区"}
    assert {each.type for each in shown.windows} == set(get_args(WindowType))
    assert shown.rules == Rules(longest_wait_min=30)
    assert len(shown.special_days) == len(sample["special_day"]) and not seed.sample_hall(always_open=True)["special_day"]
    assert {each.user: each.lines for each in shown.staff}["zonghe2"] == ["civil", "general"]
    assert {each.id: each.evidence for each in shown.priorities}["soldier"] == ["own_word", "paper_at_window"]
    assert context.database.read(lambda session: warnings.of(unit_for(context, session), hall)) == []


def test_what_is_added_to_a_hall_that_is_there_is_in_force_at_once(context: Context) -> None:
    """Another process may be serving it."""

    def version() -> int:
        return context.database.read(lambda session: session.get_one(Hall, HALL["hall"]["id"]).version)

    seed.load(context, HALL)
    before = version()
    seed.load(context, HALL)
    assert version() == before
    seed.load(context, HALL | {"priority": [*HALL["priority"], {"id": "pregnant", "name": {"zh": "孕妇"}}]})
    assert version() == before + 1


def test_a_database_and_its_key_belong_together(tmp_path: Path) -> None:
    settings = Settings(f"sqlite:///{tmp_path / 'central.sqlite'}", tmp_path / "state")
    open_context(settings).close()
    (tmp_path / "state" / "vault.key").unlink()
    with pytest.raises(VaultTrouble, match="another key"):
        open_context(settings)


def test_one_process_serves_a_state_directory(context: Context) -> None:
    with pytest.raises(AlreadyRunning):
        open_context(context.settings)


def test_the_key_file_is_for_the_service_alone(tmp_path: Path) -> None:
    vault = open_vault(tmp_path)
    key = tmp_path / "vault.key"
    assert key.stat().st_mode & 0o777 == 0o600
    assert open_vault(tmp_path).fingerprint == vault.fingerprint
    assert vault.encrypt("同一句话", "here") != vault.encrypt("同一句话", "here")
    assert vault.mark("one", "x") != vault.mark("other", "x") != vault.seal(b"x")
    key.chmod(0o640)
    with pytest.raises(VaultTrouble, match="chmod 600"):
        open_vault(tmp_path)
    key.chmod(0o600)
    key.write_bytes(b"too short")
    with pytest.raises(VaultTrouble, match="32 bytes"):
        open_vault(tmp_path)
