"""What is told of one card: seen, then presented or failed, then removed; each once, in this order, whatever happens."""

from __future__ import annotations

from devices.link import Link
from devices.types import CardFailed, CardPresented, CardRemoved, CardSeen, Fault, Holder


class CardStory:
    def __init__(self, link: Link) -> None:
        self._link = link
        self._lying = False
        self._outcome_due = False

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

    def abandon(self, fault: Fault) -> None:
        """The reader is lost: a card that lies on it is out of reach, which for the hall is the same as taken away."""
        if self._outcome_due:
            self.failed(fault)
        self.removed()
