"""Timers, the toolbar, the journal, the zone of a clock."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

from devices.types import PrintOutcome
from kiosk.clock import CHINA, SystemClock, zone_of
from kiosk.effects import CallHelper, IssueTicket, OpenPad, PrintTicket, RefreshHall, SendRating
from kiosk.events import HallLost, HelpRefused, RatingLost, TicketPrinted, TicketRefused
from kiosk.failure import answer_for, place_of
from kiosk.hall.messages import Refusal
from kiosk.journal import Entry, Journal, What
from kiosk.timers import Timers
from kiosk.visit import GAINS_DB, RATES, SIZES, Settings, adjust, toolbar
from tests.kit.people import ticket

REPOSITORY = Path(__file__).parents[2]


def test_timers_come_due_in_their_order_and_once() -> None:
    timers = Timers()
    for name, at in (("b", 2.0), ("a", 1.0), ("c", 9.0)):
        timers.start(name, at)
    timers.start("a", 3.0)  # anew
    assert timers.next_due() == 2.0
    assert [timers.take(5.0), timers.take(5.0), timers.take(5.0)] == ["b", "a", None]
    timers.stop("c")
    timers.stop("never")
    assert timers.next_due() is None and timers.take(100.0) is None


def test_the_toolbar_has_no_language_button_in_a_hall_of_one_language() -> None:
    assert [one.id for one in toolbar(Settings(), ("zh",))] == ["tool.size", "tool.voice", "tool.settings", "tool.help"]
    assert [one.label.id for one in toolbar(Settings(lang="mn"), ("zh", "mn", "en"))][0] == "tool-lang-en"


def test_every_setting_goes_round() -> None:
    languages = ("zh", "mn", "en")
    for choice, field, turns in (
        ("tool.lang", "lang", len(languages)),
        ("tool.size", "size", len(SIZES)),
        ("tool.voice", "voice", 2),
        ("tool.speed", "rate", len(RATES)),
        ("tool.volume", "gain_db", len(GAINS_DB)),
    ):
        settings = Settings()
        seen = set()
        for _ in range(turns):
            seen.add(getattr(settings, field))
            settings = adjust(settings, choice, languages)
        assert settings == Settings() and len(seen) == turns
    assert adjust(Settings(lang="gone"), "tool.lang", languages).lang == "zh"
    assert adjust(Settings(), "tool.help", languages) == Settings()


def test_the_journal_appends_and_a_full_disk_costs_entries_alone(tmp_path: Path) -> None:
    at = datetime(2025, 3, 3, 1, 30, tzinfo=timezone.utc)
    journal = Journal(tmp_path / "deep" / "journal.jsonl")
    journal.write(Entry(What.VISIT_BEGAN), at)
    Journal(tmp_path / "deep" / "journal.jsonl").write(Entry(What.CARD_READ, "id-reader"), at)
    lines = [json.loads(line) for line in (tmp_path / "deep" / "journal.jsonl").read_text().splitlines()]
    assert [line["what"] for line in lines] == ["VISIT_BEGAN", "CARD_READ"]
    assert lines[1] == {"at": "2025-03-03T01:30:00.000+00:00", "what": "CARD_READ", "detail": "id-reader"}
    Journal(Path("/dev/full")).write(Entry(What.VISIT_BEGAN), at)
    Journal(None).write(Entry(What.VISIT_BEGAN), at)


def test_an_unknown_zone_is_chinas() -> None:
    assert zone_of("Nowhere/At_All") is CHINA and zone_of("") is CHINA and zone_of("../etc/passwd") is CHINA
    moment = SystemClock().utc()
    assert moment.tzinfo is not None
    assert moment.astimezone(zone_of("Asia/Shanghai")).utcoffset() == timedelta(hours=8)


def test_each_answer_in_place_of_a_broken_part_claims_least() -> None:
    assert answer_for(IssueTicket("k", "general", "zh")) == TicketRefused("k", Refusal.UNREACHABLE)
    printed = answer_for(PrintTicket(ticket(), "zh"))
    assert isinstance(printed, TicketPrinted) and printed.result.outcome is PrintOutcome.UNCERTAIN
    assert answer_for(CallHelper("k", "menu")) == HelpRefused("k", Refusal.UNREACHABLE)
    assert answer_for(SendRating("t1", 5, "pad")) == RatingLost("t1")
    assert answer_for(RefreshHall()) == HallLost()
    assert answer_for(OpenPad("t1")) is None


def test_what_nobody_caught_is_logged_by_its_place(tmp_path: Path) -> None:
    """In a process of its own, for the hooks are the interpreter's."""
    program = (
        "import sys, threading; from pathlib import Path; from kiosk.arguments import start_log\n"
        "start_log(Path(sys.argv[1]))\n"
        "thread = threading.Thread(target=lambda: int('secret-one')); thread.start(); thread.join()\n"
        "int('secret-two')\n"
    )
    log = tmp_path / "kiosk.log"
    done = subprocess.run([sys.executable, "-c", program, log], capture_output=True, text=True, timeout=60, cwd=REPOSITORY)
    said = log.read_text() + done.stderr + done.stdout
    assert done.returncode == 1 and said.count("not caught: ValueError in ") == 2
    assert "secret" not in said


def test_an_error_is_placed_and_not_quoted() -> None:
    try:
        int("张三丰")
    except ValueError as error:
        assert place_of(error).startswith("ValueError in test_an_error_is_placed_and_not_quoted:")
