"""``python -m tests.screens.gallery [DIR]``: a picture of every view for docs/gallery, and the page that shows them.

Chinese with English and Chinese with Mongolian at 100 %, Chinese at 200 %; of a few views also each set of colours, low mode, and
the other panels. Small, for reading in a browser; ``tests.screens.photograph`` gives every pixel.
"""

from __future__ import annotations

import argparse
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from screens import environment
from screens.theme import THEMES
from tests.screens import showing
from tests.screens.languages import TONGUES
from tests.screens.panels import TERMINALS, hung
from tests.screens.photograph import painted
from tests.screens.showing import ON, PANELS, TV, sheets
from tests.screens.specimens import DISPLAY, PAD, TERMINAL

DOCS = Path(__file__).parents[2] / "docs" / "gallery"
WIDTH, WIDE = 320, 520  # pixels of a picture that is higher than wide, and of one that is not
QUALITY = 50
PAGES = 2  # of a view, at most
SHOWN_IN_COLOURS = ("home", "confirm-offer", "ticket-printed", "trouble-card")
OTHER_PANELS = ("landscape", "15.6-wide", "43-high", "10.1-high")
HEAD = """# 每一屏 · Every view

由 `python -m tests.screens.gallery` 画出，缩小了；字里的人名、号码都是编的。蒙古文、维吾尔文、藏文还没有人审校，厅里不会显示。
*Drawn by the command above and made smaller; names and numbers are invented. Mongolian, Uyghur and Tibetan await their reviewers
and are not shown in a hall until then; Mongolian sentences that are not translated yet are filled with words of its glossary.*
"""


@dataclass(frozen=True)
class Shot:
    """One view as it is shown; ``words`` stand above its picture."""

    specimen: str
    words: str
    panel: str = "portrait"
    tongue: str = "zh+en"
    step: int = 0
    theme: str = "white"
    low: bool = False

    @property
    def name(self) -> str:
        parts = [self.specimen, self.panel, self.tongue.replace("+", "-"), str(self.step), self.theme, "low" if self.low else ""]
        return "-".join(part for part in parts if part)


PLAIN = (Shot("", "中文、英文"), Shot("", "中文、蒙古文", tongue="zh+mn"), Shot("", "中文 200 %", tongue="zh", step=3))


def sections() -> Iterator[tuple[str, list[Shot]]]:
    for specimen in TERMINAL:
        yield specimen, [Shot(specimen, one.words, tongue=one.tongue, step=one.step) for one in PLAIN]
    for specimen in PAD:
        yield specimen, [Shot(specimen, one.words, "tablet", one.tongue, one.step) for one in PLAIN]
    for specimen in DISPLAY:
        yield specimen, [Shot(specimen, "中文、英文", "tv"), Shot(specimen, "中文、蒙古文", "tv", "zh+mn")]
    for specimen in SHOWN_IN_COLOURS:
        yield f"{specimen}: 颜色 · colours", [Shot(specimen, theme, theme=theme) for theme in THEMES if theme != "white"]
    for specimen in ("home", "prompt-card"):
        others = [Shot(specimen, panel, panel) for panel in OTHER_PANELS]
        tongues = [Shot(specimen, one.name, tongue=one.name) for one in TONGUES if one.lang in ("en", "mn", "ug", "bo")]
        yield f"{specimen}: 屏幕、语言、低位 · panels, languages, low mode", [*others, *tongues, Shot(specimen, "低位 low", low=True)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=DOCS)
    parser.add_argument("--only", action="append", metavar="SPECIMEN")
    chosen = parser.parse_args()
    os.environ["SDL_VIDEODRIVER"] = environment.OFFSCREEN
    environment.prepare(TV)
    if not chosen.only:
        shutil.rmtree(chosen.folder, ignore_errors=True)
    chosen.folder.mkdir(parents=True, exist_ok=True)
    lines = [HEAD]
    for title, shots in sections():
        if chosen.only and shots[0].specimen not in chosen.only:
            continue
        lines += [f"## {title}", "", *_row(chosen.folder, shots), ""]
    if not chosen.only:
        (chosen.folder / "index.md").write_text("\n".join(lines), "utf-8")


def _row(folder: Path, shots: list[Shot]) -> list[str]:
    cells: list[tuple[str, str]] = []
    for shot in shots:
        for page, picture in enumerate(_pictures(shot), 1):
            file = f"{shot.name}-{page}.webp"
            picture.save(folder / file, quality=QUALITY)
            cells.append((shot.words if page == 1 else f"第 {page} 页", f"![{shot.name}, {page}]({file})"))
    showing.forget()
    rows = [cells[i:i + 4] for i in range(0, len(cells), 4)]
    return [line for row in rows for line in _table(row)]


def _table(row: list[tuple[str, str]]) -> list[str]:
    return [
        "| " + " | ".join(words for words, _ in row) + " |",
        "| " + " | ".join("---" for _ in row) + " |",
        "| " + " | ".join(picture for _, picture in row) + " |",
        "",
    ]


def _pictures(shot: Shot) -> Iterator[Image.Image]:
    panel = (TERMINALS | PANELS)[shot.panel]
    panel = hung(panel, 850.0) if shot.low else panel
    tongue = next(one for one in TONGUES if one.name == shot.tongue)
    view = (ON.get(shot.panel) or TERMINAL)[shot.specimen]
    tools = shot.panel != "tv"
    for sheet in sheets(view, panel, tongue, shot.step, theme=THEMES[shot.theme], tools=tools, low=shot.low)[:PAGES]:
        picture = painted(sheet)
        width = WIDTH if picture.width < picture.height else WIDE
        yield picture.resize((width, round(picture.height * width / picture.width)), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    main()
