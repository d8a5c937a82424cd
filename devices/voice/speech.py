"""One speech under way: what it still waits for, and how it is hushed from another thread."""

from __future__ import annotations

import threading

from devices.ports import Utterance
from devices.voice.player import Player
from devices.voice.studio import Order


class Hushed(Exception):
    """The speech was ended from outside."""


class Speech:
    """``hush`` may come from any thread, at any time, more than once; the rest belongs to the speaking thread."""

    def __init__(self, token: str, utterances: tuple[Utterance, ...], rate: float, gain_db: float) -> None:
        self.token = token
        self.utterances = utterances
        self.rate = rate
        self.gain_db = gain_db
        self.hushed = threading.Event()
        self._orders: list[Order] = []
        self.player: Player | None = None
        self._lock = threading.Lock()

    def hush(self) -> None:
        self.hushed.set()
        with self._lock:
            if self.player is not None:
                self.player.kill()
            for order in self._orders:
                order.cancel()

    def waits_for(self, order: Order) -> Order:
        with self._lock:
            self._orders.append(order)
        if self.hushed.is_set():
            order.cancel()
        return order

    def plays_on(self, player: Player) -> Player:
        """Hushed when the speech is over already."""
        with self._lock:
            self.player = player
        if self.hushed.is_set():
            raise Hushed
        return player

    def __enter__(self) -> Speech:
        return self

    def __exit__(self, *error: object) -> None:
        """Nothing of it goes on."""
        with self._lock:
            player, self.player = self.player, None
            for order in self._orders:
                order.cancel()
        if player is not None:
            player.close()
