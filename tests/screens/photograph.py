"""``python -m tests.screens.photograph DIR``: a picture of every specimen in each language, size and colour set, to look at."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from time import monotonic
from typing import Any

from PIL import Image

from kiosk.panel import Panel
from screens import environment
from screens.sheet import Element, Sheet
from screens.theme import THEMES
from tests.screens import showing
from tests.screens.languages import TONGUES
from tests.screens.panels import TERMINALS, hung
from tests.screens.showing import ON, PANELS, TV, sheets

STEPS = (0, 1, 2, 3)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--panel", choices=PANELS | TERMINALS, action="append")
    parser.add_argument("--only", action="append", help="names of specimens")
    parser.add_argument("--tongue", choices=[tongue.name for tongue in TONGUES], action="append")
    parser.add_argument("--size", type=int, choices=STEPS, action="append")
    parser.add_argument("--theme", choices=THEMES, action="append")
    parser.add_argument("--bottom", type=float, help="mm from the floor to the glass's lower edge")
    parser.add_argument("--low", action="store_true", help="every control below the reach line of a seated person")
    chosen = parser.parse_args()
    os.environ["SDL_VIDEODRIVER"] = environment.OFFSCREEN
    environment.prepare(TV)
    chosen.folder.mkdir(parents=True, exist_ok=True)
    for name, sheet in _sheets(chosen):
        painted(sheet).save(chosen.folder / f"{name}.png")


def painted(sheet: Sheet, focused: Element | None = None, ring: int = 1) -> Image.Image:
    """The sheet as the glass shows it, the focus on an element if there is one. Needs the environment prepared; opens a window
    that is not seen."""
    surface = _surface(sheet.size[1])
    surface.put(sheet, focused, ring, forget=True)
    return pixels(surface, sheet.size)


@lru_cache(maxsize=1)
def _surface(height: int) -> Any:
    """One for all sheets of a panel: each keeps textures of its own."""
    from screens.surface import Surface

    return Surface(height, lambda element: None, monotonic)


def pixels(surface: Any, size: tuple[int, int]) -> Image.Image:
    """What a surface shows now."""
    from kivy.core.window import Window
    from kivy.graphics import ClearBuffers, ClearColor, Fbo
    from kivy.graphics.context import get_context

    assert Window is not None
    buffer = Fbo(size=size)
    with buffer:
        ClearColor(*Window.clearcolor)
        ClearBuffers()
    buffer.add(surface.canvas)
    buffer.draw()
    buffer.remove(surface.canvas)
    picture = Image.frombytes("RGBA", size, buffer.pixels).transpose(Image.Transpose.FLIP_TOP_BOTTOM).convert("RGB")
    del buffer
    get_context().gl_dealloc()  # what is no longer drawn goes with a frame, and here there is none
    return picture


def _sheets(chosen: argparse.Namespace) -> Iterator[tuple[str, Sheet]]:
    for panel_name in chosen.panel or PANELS:
        panel: Panel = hung((PANELS | TERMINALS)[panel_name], chosen.bottom)
        tools = panel_name not in ("tv", "small-tv")
        for specimen, view in ON[panel_name].items():
            if chosen.only and specimen not in chosen.only:
                continue
            for tongue in TONGUES:
                if chosen.tongue and tongue.name not in chosen.tongue:
                    continue
                for step in chosen.size or ((0, 3) if tools else (0,)):
                    for theme in chosen.theme or ["white"]:
                        for sheet in sheets(view, panel, tongue, step, theme=THEMES[theme], tools=tools, low=chosen.low):
                            yield f"{panel_name}-{specimen}-{tongue.name}-{step}-{theme}-{sheet.page + 1}", sheet
            showing.forget()  # pictures of many panels would else fill the memory


if __name__ == "__main__":
    main()
