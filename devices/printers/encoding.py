"""A ticket's picture as ESC/POS bytes. python-escpos encodes; nothing of it ever talks to a printer here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from escpos.printer import Dummy
from PIL import Image

from devices.printers.void_mark import void_mark

BAND_ROWS = 64  # 8 mm: between two status questions, and all that a torn-off picture can still be waiting for
# A 576-dot profile: without a known width python-escpos warns on standard output at every picture. Nothing else is used of it.
_PROFILE = "TM-T20II"


@dataclass(frozen=True)
class Encoded:
    """One ticket: ``bands`` put its picture on paper, ``cut`` then feeds it to the cutter and cuts."""

    bands: tuple[bytes, ...]
    cut: bytes
    rows: int


class Encoder:
    """For one printable width in dots."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._escpos = Dummy(profile=_PROFILE)
        self._cut = self._take(lambda printer: printer.cut(mode="PART"))
        self._initialise = self._take(lambda printer: printer.hw("INIT"))

    def ticket(self, picture: Image.Image) -> Encoded:
        """Raises ValueError for a picture that is not mode "1" and as wide as the paper."""
        if picture.mode != "1" or picture.width != self._width:
            raise ValueError(f'a ticket is mode "1" and {self._width} dots wide, this is {picture.mode!r} and {picture.width}')
        bands = [self._band(picture, top) for top in range(0, picture.height, BAND_ROWS)]
        bands[0] = self._initialise + bands[0]
        return Encoded(tuple(bands), self._cut, picture.height)

    def void(self) -> Encoded:
        """What makes worthless whatever hangs half-printed from the printer.

        It begins with as many zero bytes as a band and its command have: they complete a picture of which only a part had
        arrived, as blank paper, and mean nothing to a printer that has lost the picture's beginning with its power.
        """
        mark = self.ticket(void_mark(self._width))
        padding = bytes(len(mark.bands[0]))
        return Encoded((padding + mark.bands[0], *mark.bands[1:]), mark.cut, mark.rows + BAND_ROWS)

    def _band(self, picture: Image.Image, top: int) -> bytes:
        band = picture.crop((0, top, picture.width, min(top + BAND_ROWS, picture.height)))
        return self._take(lambda printer: printer.image(band, impl="bitImageRaster", fragment_height=BAND_ROWS))

    def _take(self, command: Callable[[Dummy], None]) -> bytes:
        command(self._escpos)
        data = bytes(self._escpos.output)
        self._escpos.clear()
        return data
