"""What waits on the disk: exactly once, whatever is killed and whenever."""

from __future__ import annotations

import random
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.hall.client import print_body, print_path, rating_body, rating_path
from kiosk.hall.courier import Courier
from kiosk.hall.link import Link
from kiosk.hall.outbox import Kind, Outbox, OutboxFailed
from tests.kit.fake_hall import FakeHall, dead_port, fake_hall
from tests.kit.waiting import until

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture
def service() -> Iterator[FakeHall]:
    with fake_hall() as hall:
        yield hall


def rate(outbox: Outbox, ticket: str, level: int | None = 5) -> None:
    outbox.put(Kind.RATING, "PUT", rating_path(ticket), rating_body(level, "touch"))


def printed(outbox: Outbox, ticket: str, outcome: str) -> None:
    outbox.put(Kind.PRINT, "PUT", print_path(ticket), print_body(outcome, None, False))


def deliver_all(outbox: Outbox, service: FakeHall) -> None:
    courier = Courier(outbox, Link(service.url, service.token, whole_s=0.5))
    for _ in range(1000):
        if courier.deliver_one() is None:
            return
    raise AssertionError("it is never empty")


def test_what_was_put_is_there_after_a_restart(tmp_path: Path, service: FakeHall) -> None:
    first = Outbox(tmp_path / "outbox.sqlite")
    rate(first, "t1", 4)
    rate(first, "t2", None)
    first.close()
    again = Outbox(tmp_path / "outbox.sqlite")
    assert len(again) == 2
    deliver_all(again, service)
    assert service.ratings == {"t1": 4, "t2": None} and len(again) == 0


def test_the_first_rating_of_a_ticket_counts(tmp_path: Path, service: FakeHall) -> None:
    outbox = Outbox(tmp_path / "outbox.sqlite")
    rate(outbox, "t1", 5)
    rate(outbox, "t1", 1)
    deliver_all(outbox, service)
    assert service.ratings == {"t1": 5}


def test_outcomes_of_a_ticket_keep_their_order(tmp_path: Path, service: FakeHall) -> None:
    outbox = Outbox(tmp_path / "outbox.sqlite")
    for outcome in ("not_printed", "uncertain", "printed"):
        printed(outbox, "t1", outcome)
    service.mischief = ["500", "close", "", "503"]
    deliver_all(outbox, service)
    assert service.prints == {"t1": ["not_printed", "uncertain", "printed"]}


@pytest.mark.parametrize("mischief", ["500", "401", "close", "after", "cut", "garbage", "html", "redirect", "trickle"])
def test_what_did_not_go_is_kept_and_goes_later(tmp_path: Path, service: FakeHall, mischief: str) -> None:
    outbox = Outbox(tmp_path / "outbox.sqlite")
    rate(outbox, "t1")
    service.mischief = [mischief]
    courier = Courier(outbox, Link(service.url, service.token, whole_s=0.3))
    assert courier.deliver_one() is False
    assert len(outbox) == 1
    deliver_all(outbox, service)
    assert service.ratings == {"t1": 5}


def test_one_that_the_service_chokes_on_does_not_keep_the_others(tmp_path: Path, service: FakeHall) -> None:
    outbox = Outbox(tmp_path / "outbox.sqlite")
    rate(outbox, "choke")
    rate(outbox, "t2")
    service.mischief = ["500"]
    courier = Courier(outbox, Link(service.url, service.token))
    assert courier.deliver_one() is False
    assert courier.deliver_one() is True
    assert service.ratings == {"t2": 5}


def test_what_the_service_refuses_for_good_is_kept_and_not_sent_again(tmp_path: Path, service: FakeHall) -> None:
    outbox = Outbox(tmp_path / "outbox.sqlite")
    rate(outbox, "unknown")
    rate(outbox, "t2")
    deliver_all(outbox, service)
    assert service.ratings == {"t2": 5} and len(outbox) == 0
    assert sum(path.endswith("unknown/rating") for _, path, _, _ in service.asked) == 1
    assert b"ticket_unknown" in (tmp_path / "outbox.sqlite").read_bytes()


def test_a_rating_that_the_service_has_already_is_done(tmp_path: Path, service: FakeHall) -> None:
    service.ratings["t1"] = 2
    outbox = Outbox(tmp_path / "outbox.sqlite")
    rate(outbox, "t1", 5)
    deliver_all(outbox, service)
    assert service.ratings == {"t1": 2}
    assert b"already_rated" not in (tmp_path / "outbox.sqlite").read_bytes()


def test_a_call_for_help_grows_old(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "outbox.sqlite")
    outbox.put(Kind.HELP, "POST", "/halls/heelun/help", {"doing": "menu"}, key="visit-1.1", expires=1000.0)
    assert outbox.next(999.0) is not None
    assert outbox.next(1000.0) is None and len(outbox) == 0


def test_the_file_is_its_owners(tmp_path: Path) -> None:
    Outbox(tmp_path / "deep" / "outbox.sqlite")
    assert stat.S_IMODE((tmp_path / "deep" / "outbox.sqlite").stat().st_mode) == 0o600


def test_a_damaged_file_is_put_aside(tmp_path: Path) -> None:
    (tmp_path / "outbox.sqlite").write_bytes(b"this is no database" * 100)
    outbox = Outbox(tmp_path / "outbox.sqlite")
    rate(outbox, "t1")
    assert len(outbox) == 1 and (tmp_path / "outbox.damaged").exists()


def test_a_disk_that_takes_nothing_is_told(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "outbox.sqlite")
    outbox.close()
    with pytest.raises(OutboxFailed):
        rate(outbox, "t1")


def test_the_courier_waits_for_the_service_and_then_delivers(tmp_path: Path, service: FakeHall) -> None:
    outbox = Outbox(tmp_path / "outbox.sqlite")
    rate(outbox, "t1")
    away = Courier(outbox, Link(f"http://127.0.0.1:{dead_port()}", service.token))
    away.start()
    away.stop()
    assert len(outbox) == 1
    heard: list[tuple[Kind, str, object]] = []
    courier = Courier(outbox, Link(service.url, service.token), lambda one, data: heard.append((one.kind, one.key, data)))
    service.mischief = ["500"]
    courier.start()
    until(lambda: service.mischief == [])
    courier.nudge()
    until(lambda: len(outbox) == 0)
    outbox.put(Kind.HELP, "POST", "/halls/heelun/help", {"doing": "menu"}, key="visit-1.1")
    courier.nudge()
    until(lambda: len(heard) == 2)
    courier.stop()
    assert heard == [(Kind.RATING, "", {"ticket": "t1", "rated": True}), (Kind.HELP, "visit-1.1", {"id": "help-1"})]


WRITER = """
import sys
from pathlib import Path
from kiosk.hall.client import rating_body, rating_path
from kiosk.hall.courier import Courier
from kiosk.hall.link import Link
from kiosk.hall.outbox import Kind, Outbox

folder, url, first = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
outbox = Outbox(folder / "outbox.sqlite")
courier = Courier(outbox, Link(url, "a-token"))
courier.start()
for n in range(first, first + 10000):
    outbox.put(Kind.RATING, "PUT", rating_path(f"t{n}"), rating_body(n % 5 + 1, "touch"))
    courier.nudge()
    print(n, flush=True)
"""


def test_nothing_confirmed_is_lost_or_doubled_by_a_kill_at_any_instant(tmp_path: Path, service: FakeHall) -> None:
    """A terminal saves ratings and delivers them at the same time, and is killed again and again in the middle of it."""
    confirmed: list[int] = []
    dice = random.Random(7)
    for life in range(6):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path), service.url, str(life * 10000)],
            cwd=REPOSITORY,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        lines = iter(process.stdout.readline, "")
        confirmed.append(int(next(lines)))
        threading.Timer(dice.uniform(0.02, 0.2), process.send_signal, [signal.SIGKILL]).start()
        confirmed += [int(line) for line in lines if line.endswith("\n")]
        process.wait(10)
    assert len(confirmed) > 6
    outbox = Outbox(tmp_path / "outbox.sqlite")
    waiting = len(outbox)
    deliver_all(outbox, service)
    assert set(f"t{n}" for n in confirmed) <= set(service.ratings), f"lost, of {len(confirmed)} with {waiting} waiting"
    assert all(level == int(ticket[1:]) % 5 + 1 for ticket, level in service.ratings.items())
    assert len(service.ratings) <= len(confirmed) + 6, "at most the one in the hand at each kill was saved unconfirmed"
