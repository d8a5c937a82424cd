"""ESC/POS bytes, in any pieces, as the commands that a ticket printer carries out; the printer's own reading of the manual.

Only what a ticket needs is drawn; what else is well-known is skipped with its parameters. Bytes that are no command at all are
kept as :class:`Unknown`, so that a test can see that a driver sends none.
"""

from __future__ import annotations

from dataclasses import dataclass

_LINE_DOTS = 30  # the line spacing after ESC @: 1/6 inch


@dataclass(frozen=True)
class Row:
    """One line of dots, most significant bit first, 1 is black."""

    bits: bytes


@dataclass(frozen=True)
class Feed:
    dots: int


@dataclass(frozen=True)
class Words:
    """A line in the printer's own font."""

    text: bytes


@dataclass(frozen=True)
class Cut:
    pass


@dataclass(frozen=True)
class SensorQuestion:
    """GS r n."""


@dataclass(frozen=True)
class AutomaticStatus:
    """GS a n; ``wanted`` False for n = 0."""

    wanted: bool


@dataclass(frozen=True)
class Unknown:
    data: bytes


Command = Row | Feed | Words | Cut | SensorQuestion | AutomaticStatus | Unknown

_ESC, _GS, _FS, _DLE = 0x1B, 0x1D, 0x1C, 0x10
# Bytes that follow the two of the command and are of no consequence here.
_SKIPPED = {
    (_ESC, ord("@")): 0,
    (_ESC, ord("2")): 0,
    (_ESC, ord("3")): 1,
    (_ESC, ord("a")): 1,
    (_ESC, ord("E")): 1,
    (_ESC, ord("!")): 1,
    (_ESC, ord("t")): 1,
    (_GS, ord("!")): 1,
    (_GS, ord("L")): 2,
    (_GS, ord("W")): 2,
    (_FS, ord("&")): 0,
    (_FS, ord(".")): 0,
    (_DLE, 0x04): 1,  # a real-time command was obeyed when it arrived
}


class StreamReader:
    """Commands from bytes. A picture gives its rows as they become whole, so that it can be torn anywhere."""

    def __init__(self) -> None:
        self._held = bytearray()
        self._line = b""
        self._row_bytes = self._rows_left = 0

    @property
    def at_rest(self) -> bool:
        """Between two commands."""
        return not (self._held or self._line or self._rows_left)

    def feed(self, data: bytes) -> list[Command]:
        self._held += data
        commands: list[Command] = []
        while self._held:
            if self._rows_left:
                used, command = self._row()
            else:
                used, command = self._command()
            if not used:
                break
            del self._held[:used]
            if command is not None:
                commands.append(command)
        return commands

    def _row(self) -> tuple[int, Command | None]:
        if len(self._held) < self._row_bytes:
            return 0, None
        self._rows_left -= 1
        return self._row_bytes, Row(bytes(self._held[:self._row_bytes]))

    def _command(self) -> tuple[int, Command | None]:
        first = self._held[0]
        if first == 0x0A:
            line, self._line = self._line, b""
            return 1, Words(line) if line else Feed(_LINE_DOTS)
        if first not in (_ESC, _GS, _FS, _DLE):
            if first >= 0x20:
                self._line += self._held[:1]
            return 1, None  # other control characters mean nothing to a printer
        if len(self._held) < 2:
            return 0, None
        if self._held[:2] == b"\x1b@":
            self._line = b""
        skipped = _SKIPPED.get((first, self._held[1]))
        if skipped is not None:
            return (2 + skipped, None) if len(self._held) >= 2 + skipped else (0, None)
        return self._drawn()

    def _drawn(self) -> tuple[int, Command | None]:
        name, values = bytes(self._held[:2]), self._held[2:]
        if name == b"\x1dv":
            return self._picture()
        if name == b"\x1dV":
            return self._cut()
        if name not in (b"\x1bd", b"\x1bJ", b"\x1dr", b"\x1da"):
            return 2, Unknown(name)
        if not values:
            return 0, None
        commands: dict[bytes, Command] = {
            b"\x1bd": Feed(values[0] * _LINE_DOTS),
            b"\x1bJ": Feed(values[0]),
            b"\x1dr": SensorQuestion(),
            b"\x1da": AutomaticStatus(bool(values[0])),
        }
        return 3, commands[name]

    def _picture(self) -> tuple[int, Command | None]:
        """GS v 0 m xL xH yL yH, and the rows follow."""
        if len(self._held) < 8:
            return 0, None
        self._row_bytes = int.from_bytes(self._held[4:6], "little")
        self._rows_left = int.from_bytes(self._held[6:8], "little") if self._row_bytes else 0
        return 8, None

    def _cut(self) -> tuple[int, Command | None]:
        """GS V m, or GS V m n with a feed before the cut."""
        if len(self._held) < 3:
            return 0, None
        if self._held[2] in (65, 66):
            return (4, Cut()) if len(self._held) >= 4 else (0, None)
        return 3, Cut()
