"""The paper under a simulated print head, and the pieces that come off it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

_WORDS_DOTS = 24


@dataclass(frozen=True)
class Piece:
    """What fell from the printer: one ticket if all went well.

    ``first_byte_at``: monotonic time at which the first byte of what is printed on it reached the printer; None for a piece
    with nothing on it. ``cut`` False: the paper ended, and this came loose by itself.
    """

    rows: tuple[bytes, ...]
    width: int
    cut: bool
    first_byte_at: float | None
    finished_at: float

    @cached_property
    def picture(self) -> Image.Image:
        """Mode "1", black on white, as the driver's own picture."""
        bits = b"".join(self.rows)
        return Image.frombytes("1", (self.width, len(self.rows)), bytes(255 - byte for byte in bits))

    def shows(self, picture: Image.Image) -> bool:
        """Whether this whole picture stands on the piece, row by row without a gap."""
        wanted = bytes(255 - byte for byte in picture.tobytes())
        return wanted in b"".join(self.rows)

    def save(self, path: Path) -> None:
        self.picture.save(path)


@dataclass
class Strip:
    """The paper that hangs from the printer, since the last cut."""

    width: int
    rows: list[bytes] = field(default_factory=list)
    first_byte_at: float | None = None

    def print_row(self, bits: bytes) -> None:
        row_bytes = (self.width + 7) // 8
        self.rows.append(bits[:row_bytes].ljust(row_bytes, b"\0"))

    def come_off(self, now: float, *, cut: bool) -> Piece:
        piece = Piece(tuple(self.rows), self.width, cut, self.first_byte_at, now)
        self.rows, self.first_byte_at = [], None
        return piece


def words_as_rows(text: bytes, width: int) -> list[bytes]:
    """A line in a font of the simulator's own; Chinese is boxes in it, as on a printer without a Chinese font."""
    line = Image.new("1", (width, _WORDS_DOTS + 6), 0)
    ImageDraw.Draw(line).text((0, 0), text.decode("gbk", "replace"), fill=1, font=ImageFont.load_default(_WORDS_DOTS))
    row_bytes = (width + 7) // 8
    bits = line.tobytes()
    return [bits[start:start + row_bytes] for start in range(0, len(bits), row_bytes)]
