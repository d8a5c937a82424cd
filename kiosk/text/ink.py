"""Pieces of a printed page, as pictures of ink: mode "L", 255 where the paper turns black."""

from __future__ import annotations

from collections.abc import Sequence

import segno
from PIL import Image, ImageOps

DASH = 12
QUIET = 4  # modules of white that a QR code needs around it (ISO/IEC 18004, 6.3.8)


def stack(pieces: Sequence[Image.Image], width: int, gap: int, *, centred: bool) -> Image.Image:
    """One below the other on a sheet of ``width`` dots, at the left or in the middle, ``gap`` dots of white between their ink."""
    pieces = [_trimmed(piece) for piece in pieces]
    sheet = Image.new("L", (width, sum(piece.height for piece in pieces) + gap * max(0, len(pieces) - 1)))
    y = 0
    for piece in pieces:
        sheet.paste(piece, ((width - piece.width) // 2 if centred else 0, y))
        y += piece.height + gap
    return sheet


def beside(left: Image.Image, right: Image.Image, gap: int, *, centred: bool = True) -> Image.Image:
    """Side by side, the lower one at half the height of the taller, or at its top."""
    height = max(left.height, right.height)
    sheet = Image.new("L", (left.width + gap + right.width, height))
    sheet.paste(left, (0, (height - left.height) // 2 if centred else 0))
    sheet.paste(right, (left.width + gap, (height - right.height) // 2 if centred else 0))
    return sheet


def at_right(piece: Image.Image, width: int) -> Image.Image:
    """At the right edge of ``width`` dots, which it is not wider than."""
    sheet = Image.new("L", (max(width, piece.width), piece.height))
    sheet.paste(piece, (sheet.width - piece.width, 0))
    return sheet


def _trimmed(piece: Image.Image) -> Image.Image:
    """Without the white rows above and below the ink."""
    box = piece.getbbox()
    return piece.crop((0, box[1], piece.width, box[3])) if box else piece


def padded(piece: Image.Image, x: int, y: int) -> Image.Image:
    """With white around it."""
    return ImageOps.expand(piece, (x, y, x, y), 0)


def banner(words: Image.Image, width: int, pad: int) -> Image.Image:
    """White words on a black bar."""
    bar = Image.new("L", (width, words.height + 2 * pad), 255)
    bar.paste(0, ((width - words.width) // 2, pad), words)
    return bar


def rule(width: int) -> Image.Image:
    return Image.new("L", (width, 3), 255)


def frame(width: int, height: int) -> Image.Image:
    """Room to write in."""
    return ImageOps.expand(Image.new("L", (width - 6, height - 6)), 3, 255)


def dashes(width: int) -> Image.Image:
    """A line to fold along."""
    line = rule(width)
    for x in range(0, width, 2 * DASH):
        line.paste(0, (x, 0, x + DASH, line.height))
    return line


def qr(data: str, least: int) -> Image.Image:
    """A QR code of error correction M whose code proper is at least ``least`` dots wide, with its quiet zone, in whole dots."""
    code = segno.make(data, error="m", micro=False)
    rows = [list(row) for row in code.matrix]
    modules = Image.new("L", (len(rows[0]), len(rows)))
    modules.putdata([255 if dark else 0 for row in rows for dark in row])
    scale = -(-least // modules.width)
    big = modules.resize((modules.width * scale, modules.height * scale), Image.Resampling.NEAREST)
    return padded(big, QUIET * scale, QUIET * scale)
