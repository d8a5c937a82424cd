"""The shared life of a device."""

from __future__ import annotations

import logging
import termios
from collections.abc import Callable, Iterator
from threading import Event, Semaphore
from time import monotonic

import pytest

from devices.link import Link, Lost
from devices.types import DeviceDown, DeviceUp, Fault
from tests.drivers.cards_told import Told

UP, DOWN, MUTE = DeviceUp("d"), DeviceDown("d", Fault.PAD_DOWN), DeviceDown("d", Fault.READER_MUTE)
QUICK = {"first_pause_s": 0.01, "longest_pause_s": 0.02}


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def begin(told: Told) -> Iterator[Callable[..., Link]]:
    links: list[Link] = []

    def begin(live: Callable[[Link], None], **pauses: float) -> Link:
        links.append(Link("d", live, Fault.PAD_DOWN, **(pauses or QUICK)))
        links[-1].start(told)
        return links[-1]

    yield begin
    for link in links:
        link.stop()


def script(*connections: Exception | None) -> Callable[[Link], None]:
    """A connection that fails (an exception), or comes up and is lost at once (None); the last one stays up."""
    rest = list(connections)

    def live(link: Link) -> None:
        if not rest:
            link.up()
            link.wait(60)
            return
        trouble = rest.pop(0)
        if trouble is not None:
            raise trouble
        link.up()
        raise OSError

    return live


def test_down_and_up_are_said_once_for_each_change(told: Told, begin: Callable[..., Link]) -> None:
    begin(script(OSError(), OSError(), OSError(), None, OSError(), OSError()))
    told.expect(DOWN, UP, DOWN, UP)


@pytest.mark.parametrize("trouble", [OSError(), termios.error(5, "Input/output error"), ZeroDivisionError()])
def test_whatever_ends_a_connection_the_next_is_tried(told: Told, begin: Callable[..., Link], trouble: Exception) -> None:
    begin(script(trouble))
    told.expect(DOWN, UP)


def test_another_fault_is_a_change(told: Told, begin: Callable[..., Link]) -> None:
    begin(script(OSError(), Lost(Fault.READER_MUTE), Lost(Fault.READER_MUTE)))
    told.expect(DOWN, MUTE, UP)


def test_up_is_said_once_however_often_it_answers(told: Told, begin: Callable[..., Link]) -> None:
    answered = Event()

    def live(link: Link) -> None:
        for _ in range(5):
            link.up()
        answered.set()
        link.wait(60)

    begin(live)
    assert answered.wait(10) and told.all == [UP]


def test_the_pauses_double_up_to_the_longest(begin: Callable[..., Link]) -> None:
    at: list[float] = []
    enough = Semaphore(0)

    def live(link: Link) -> None:
        at.append(monotonic())
        enough.release()
        raise OSError

    begin(live, first_pause_s=0.05, longest_pause_s=0.2)
    for _ in range(6):
        assert enough.acquire(timeout=10)
    pauses = [later - earlier for earlier, later in zip(at, at[1:])]
    assert all(pause >= least for pause, least in zip(pauses, (0.05, 0.1, 0.2, 0.2, 0.2)))


def test_a_defect_is_logged_without_what_it_says(
    told: Told, begin: Callable[..., Link], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    begin(script(ValueError("invalid literal: 152601194803050119")))
    told.expect(DOWN, UP)
    assert "ValueError" in caplog.text and "test_link.py" in caplog.text and "152601194803050119" not in caplog.text


def test_stop_ends_a_wait_and_nothing_is_told_after(told: Told, begin: Callable[..., Link]) -> None:
    def live(link: Link) -> None:
        link.up()
        link.wait(60)
        link.tell(DOWN)
        raise OSError

    link = begin(live)
    told.expect(UP)
    before = monotonic()
    link.stop()
    assert monotonic() - before < 2 and told.all == [UP] and link.stopping


def test_stop_does_not_wait_for_ever(told: Told, begin: Callable[..., Link]) -> None:
    free = Event()

    def live(link: Link) -> None:
        link.up()
        free.wait(60)

    link = begin(live)
    told.expect(UP)
    before = monotonic()
    link.stop()
    assert 1.5 < monotonic() - before < 10
    free.set()


def test_a_device_may_be_stopped_from_what_it_tells(begin: Callable[..., Link]) -> None:
    stopped = Event()

    def tell(event: object) -> None:
        link.stop()
        stopped.set()

    link = Link("d", script(), Fault.PAD_DOWN)
    link.start(tell)
    assert stopped.wait(10)


def test_a_link_is_started_once(begin: Callable[..., Link]) -> None:
    with pytest.raises(RuntimeError):
        begin(script()).start(Told())
