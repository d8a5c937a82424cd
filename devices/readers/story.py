"""What is told of a card: seen, then presented or failed, then removed; each once, in this order, whatever happens."""

from __future__ import annotations

from devices.link import Link, Lost
from devices.types import CardFailed, CardPresented, CardRemoved, CardSeen, Fault, Holder


class CardStory:
    """To be used in ``with`` around one connection: when that is lost, a card that lies on the reader is out of reach, which
    for the hall is the same as taken away."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._lying = False
        self._outcome_due = False

    def __enter__(self) -> CardStory:
        return self

    def __exit__(self, kind: object, why: BaseException | None, trace: object) -> None:
        if self._outcome_due:
            self.failed(why.fault if isinstance(why, Lost) else Fault.READER_DOWN)
        self.removed()

    @property
    def lying(self) -> bool:
        """A card was seen and has not been removed."""
        return self._lying

    def seen(self) -> None:
        self._lying = self._outcome_due = True
        self._link.tell(CardSeen(self._link.name))

    def presented(self, holder: Holder) -> None:
        self._outcome_due = False
        self._link.tell(CardPresented(self._link.name, holder))

    def failed(self, fault: Fault) -> None:
        self._outcome_due = False
        self._link.tell(CardFailed(self._link.name, fault))

    def removed(self) -> None:
        if self._lying:
            self._lying = False
            self._link.tell(CardRemoved(self._link.name))
