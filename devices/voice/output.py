"""Where sound leaves the machine: the player that works, on the loudspeaker's sink or on the headphones'."""

from __future__ import annotations

from collections.abc import Sequence

from devices.voice.player import command, sounds


class Output:
    """``sink``, ``headphone_sink``: names of the sound server's sinks, or of ALSA devices for aplay; None: the default one. A
    card that switches over by itself when a plug goes in has one sink for both.

    ``private`` may be set from any thread, and holds for every player started after that.
    """

    def __init__(self, players: Sequence[str], sink: str | None, headphone_sink: str | None) -> None:
        self._players = tuple(players)
        self._sinks = (sink, headphone_sink or sink)
        self._working: str | None = None
        self.private = False

    @property
    def command(self) -> Sequence[str] | None:
        """Of the player to start now; None while none works."""
        working = self._working
        return self._command(working) if working is not None else None

    def find(self) -> bool:
        """Try the players in their order, and keep the first that sounds. Blocks for as long as a player that plays silence."""
        self._working = next((player for player in self._players if sounds(self._command(player))), None)
        return self._working is not None

    def lose(self) -> None:
        self._working = None

    def _command(self, player: str) -> Sequence[str]:
        return command(player, self._sinks[self.private])
