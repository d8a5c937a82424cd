"""How alike two pictures of ink are."""

from __future__ import annotations

from PIL import Image, ImageChops

INK = [255 if value >= 128 else 0 for value in range(256)]  # a pixel at least half covered


def cropped(mask: Image.Image) -> Image.Image:
    """Cut to its ink, which it must have."""
    box = mask.point(INK).getbbox()
    assert box is not None
    return mask.crop(box)


def likeness(one: Image.Image, other: Image.Image, shift: int = 2) -> float:
    """Ink that both share over ink that either has, at the best of the shifts of at most ``shift`` pixels. Both are laid with
    their top left corners together ("L", 255 is ink)."""
    size = (max(one.width, other.width) + 2 * shift, max(one.height, other.height) + 2 * shift)
    first, best = _laid(one, size, shift, shift), 0.0
    for dx in range(2 * shift + 1):
        for dy in range(2 * shift + 1):
            second = _laid(other, size, dx, dy)
            both = ImageChops.logical_and(first, second).histogram()[-1]
            best = max(best, both / max(1, ImageChops.logical_or(first, second).histogram()[-1]))
    return best


def _laid(mask: Image.Image, size: tuple[int, int], x: int, y: int) -> Image.Image:
    sheet = Image.new("L", size)
    sheet.paste(mask, (x, y))
    return sheet.point(INK, "1")
