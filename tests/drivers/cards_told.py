"""What a card reader told, in order, and whether the order makes sense."""

from __future__ import annotations

from threading import Condition
from time import monotonic

from devices.types import CardFailed, CardPresented, CardRemoved, CardSeen, DeviceDown, DeviceEvent, DeviceUp, Holder

WITHIN_S = 20.0  # against hanging, and not a promise


class Told:
    """To be passed as ``tell``. Events are taken one by one; none may be passed over."""

    def __init__(self) -> None:
        self.all: list[DeviceEvent] = []
        self._taken = 0
        self._more = Condition()

    def __call__(self, event: DeviceEvent) -> None:
        with self._more:
            self.all.append(event)
            self._more.notify_all()

    def next(self, within_s: float = WITHIN_S) -> DeviceEvent:
        end = monotonic() + within_s
        with self._more:
            while len(self.all) <= self._taken:
                assert self._more.wait(end - monotonic()), f"nothing more was told after {self.all[-6:]}"
            self._taken += 1
            return self.all[self._taken - 1]

    def expect(self, *events: DeviceEvent) -> None:
        for event in events:
            assert self.next() == event

    def outcome(self) -> CardPresented | CardFailed:
        """Of the next card."""
        assert isinstance(self.next(), CardSeen)
        event = self.next()
        assert isinstance(event, CardPresented | CardFailed)
        return event

    def presented(self) -> Holder:
        event = self.outcome()
        assert isinstance(event, CardPresented), event
        return event.holder

    def up(self) -> None:
        """The device is up, perhaps after it was down."""
        event = self.next()
        if isinstance(event, DeviceDown):
            event = self.next()
        assert isinstance(event, DeviceUp)

    def check_order(self) -> None:
        """Up and down are changes; a card is seen, then presented or failed, then removed, and only while the device is up."""
        state: DeviceEvent | None = None
        may_follow: dict[type | None, tuple[type, ...]] = {
            None: (DeviceUp, DeviceDown),
            DeviceUp: (DeviceDown, CardSeen),
            DeviceDown: (DeviceDown, DeviceUp),
            CardSeen: (CardPresented, CardFailed),
            CardPresented: (CardRemoved,),
            CardFailed: (CardRemoved,),
            CardRemoved: (CardSeen, DeviceDown),
        }
        for event in self.all:
            assert isinstance(event, may_follow[type(state) if state else None]), (state, event)
            assert event != state, f"{event} twice"
            state = event
