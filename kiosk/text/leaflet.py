"""Parts of a page on leaves of one length, so that the strip from a ticket printer folds up to the size of a hand."""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image

from kiosk.text import ink

LEAF = 800  # dots: 100 mm of 203 dpi, folded on paper of 80 mm


def folded(parts: Sequence[Sequence[Image.Image]], width: int, gap: int) -> Image.Image:
    """``parts``: pieces one below the other. A part stays on one leaf if one holds it; the first two pieces of each, its title
    and what follows, always do. A piece that is longer than a leaf makes its leaf longer. Between two leaves lies a line to fold
    along."""
    leaves: list[list[Image.Image]] = [[]]
    for part in parts:
        pieces = _joined(part, width, gap)
        if leaves[-1] and _height([*leaves[-1], *pieces], gap) > LEAF:
            leaves.append([])
        for piece in pieces:
            if leaves[-1] and _height([*leaves[-1], piece], gap) > LEAF:
                leaves.append([])
            leaves[-1].append(piece)
    last = len(leaves) - 1
    sheets = [_leaf(pieces, width, gap, LEAF if i < last else 0) for i, pieces in enumerate(leaves)]
    return _below([one for sheet in sheets for one in (ink.dashes(width), sheet)][1:], width, gap)


def _joined(part: Sequence[Image.Image], width: int, gap: int) -> list[Image.Image]:
    first = ink.stack(part[:2], width, gap, centred=False)
    return [first, *part[2:]]


def _height(pieces: Sequence[Image.Image], gap: int) -> int:
    return sum(piece.height + gap for piece in pieces) - gap


def _leaf(pieces: Sequence[Image.Image], width: int, gap: int, least: int) -> Image.Image:
    """White below, down to the fold."""
    inside = ink.stack(pieces, width, gap, centred=False)
    sheet = Image.new("L", (width, max(inside.height, least)))
    sheet.paste(inside, (0, 0))
    return sheet


def _below(sheets: Sequence[Image.Image], width: int, gap: int) -> Image.Image:
    """With their white, which makes the leaves even."""
    whole = Image.new("L", (width, _height(sheets, gap)))
    y = 0
    for sheet in sheets:
        whole.paste(sheet, (0, y))
        y += sheet.height + gap
    return whole
