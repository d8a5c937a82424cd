"""Masks of words and drawings as textures on the graphics card: kept while they are of use, dropped when a visit ends.

A texture is white with the mask as its alpha and is coloured where it is drawn, so one serves a button's every colour.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable

from kivy.graphics.texture import Texture
from PIL import Image

BUDGET = 96 * 1024 * 1024  # bytes; a full screen of text is about 4 MB


class Textures:
    """Least recently used first out. Belongs to Kivy's thread."""

    def __init__(self, budget: int = BUDGET) -> None:
        self._budget = budget
        self._kept: OrderedDict[Hashable, Texture] = OrderedDict()
        self._bytes = 0

    def __len__(self) -> int:
        return len(self._kept)

    def of(self, key: Hashable, mask: Callable[[], Image.Image], *, sharp: bool = False) -> Texture:
        """The texture kept under ``key``, made from ``mask()`` ("L"; "RGB" of a photograph) if there is none. ``sharp``: enlarged
        without blur."""
        texture = self._kept.get(key)
        if texture is None:
            texture = self._kept[key] = _upload(mask(), sharp)
            self._bytes += _size(texture)
            self._shrink()
        self._kept.move_to_end(key)
        return texture

    def retain(self, keys: Iterable[Hashable]) -> None:
        """Drop all others."""
        wanted = set(keys)
        for key in [key for key in self._kept if key not in wanted]:
            self._bytes -= _size(self._kept.pop(key))

    def _shrink(self) -> None:
        while self._bytes > self._budget and len(self._kept) > 1:
            _, dropped = self._kept.popitem(last=False)
            self._bytes -= _size(dropped)


def _size(texture: Texture) -> int:
    return int(texture.width * texture.height * (3 if texture.colorfmt == "rgb" else 2))


def _upload(mask: Image.Image, sharp: bool) -> Texture:
    if mask.mode == "RGB":
        texture = Texture.create(size=mask.size, colorfmt="rgb")
        texture.blit_buffer(mask.tobytes(), colorfmt="rgb", bufferfmt="ubyte")
        texture.flip_vertical()
        return texture
    white = Image.new("L", mask.size, 255)
    texture = Texture.create(size=mask.size, colorfmt="luminance_alpha")  # half of RGBA, in memory and in time
    if sharp:
        texture.mag_filter = texture.min_filter = "nearest"
    texture.blit_buffer(Image.merge("LA", (white, mask)).tobytes(), colorfmt="luminance_alpha", bufferfmt="ubyte")
    texture.flip_vertical()
    return texture
