"""The hall with what it does for people: asked for anew when its set-up has changed, and its words spelled in pinyin."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace

from kiosk.hall.messages import Hall, Item, Refusal, Spelled

Spell = Callable[[Sequence[str]], tuple[Spelled, ...]]


Ask = Callable[[], tuple[Item, ...] | Refusal]


class Items:
    """``spell`` gives each of the texts with its readings, or without any where it cannot. Thread-safe."""

    def __init__(self, ask: Ask, spell: Spell) -> None:
        self._ask = ask
        self._spell = spell
        self._lock = threading.Lock()
        self._version: int | None = None
        self._items: tuple[Item, ...] = ()
        self._words: dict[str, Spelled] = {}

    def of(self, hall: Hall) -> Hall:
        """``hall`` with its items. Those from before stand in for an answer that did not come, and the next look asks again."""
        with self._lock:
            if hall.version != self._version:
                found = self._ask()
                if not isinstance(found, Refusal):
                    self._version, self._items = hall.version, self._spelled(found)
            return replace(hall, items=self._items)

    def begin(self, items: tuple[Item, ...]) -> None:
        """With what was kept from before this program started; the first look asks all the same."""
        with self._lock:
            if self._version is None:
                self._items = self._spelled(items)

    def known(self, hall: Hall) -> Hall:
        """``hall`` with the items from before; nothing is asked."""
        with self._lock:
            return replace(hall, items=self._items)

    def _spelled(self, items: tuple[Item, ...]) -> tuple[Item, ...]:
        texts = {word.text for item in items for word in item.words}
        if not texts <= self._words.keys():
            self._words = {word.text: word for word in self._spell(sorted(texts))}
        return tuple(replace(item, words=tuple(self._words.get(word.text, word) for word in item.words)) for item in items)
