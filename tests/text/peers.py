"""The same words drawn by others: HarfBuzz's own ``hb-view`` and ``hb-shape`` (Debian: libharfbuzz-bin), and Chromium."""

from __future__ import annotations

import html
import json
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from kiosk.text.fonts import Family, Fonts

SPACE = 30  # pixels kept around every string
CHROMIUM = ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--font-render-hinting=none"]
STYLE = (
    "@font-face{{font-family:F;src:url({font})}}body{{margin:0}}"
    "div{{position:absolute;white-space:pre;font:{em}px/1.5 F;font-kerning:normal;writing-mode:{mode};"
    "text-orientation:sideways}}"
)


def here(*programs: str) -> bool:
    return all(shutil.which(program) for program in programs)


def family(fonts: Fonts, lang: str) -> Family:
    return next(family for family in fonts.families if family.language == lang)


def font(fonts: Fonts, lang: str) -> Path:
    """The file that draws ``lang`` in the regular weight."""
    return family(fonts, lang).file("regular")


def harfbuzz_ink(fonts: Fonts, text: str, lang: str, em: int) -> Image.Image:
    """A line of ink as ``hb-view`` draws it, laid horizontally ("L", 255 is ink)."""
    command = ["hb-view", f"--font-size={em}", f"--margin={SPACE}", "--output-format=png", f"--language={lang}"]
    made = subprocess.run([*command, str(font(fonts, lang)), text], capture_output=True, check=True, timeout=30)
    return ImageOps.invert(Image.open(BytesIO(made.stdout)).convert("L"))


def harfbuzz_advance(fonts: Fonts, text: str, lang: str, units: int = 1000) -> float:
    """Width of a line in thousandths of an em, by ``hb-shape``."""
    command = ["hb-shape", f"--font-size={units}", "--output-format=json", f"--language={lang}"]
    made = subprocess.run([*command, str(font(fonts, lang)), text], capture_output=True, check=True, timeout=30)
    return float(sum(glyph["ax"] for glyph in json.loads(made.stdout)))


def browser_ink(fonts: Fonts, texts: Sequence[str], lang: str, em: int) -> list[Image.Image]:
    """Each text, of two lines at most, as Chromium draws it: Mongolian in columns, by ``writing-mode: vertical-lr;
    text-orientation: sideways``."""
    upright = lang == "mn"
    pitch, long = 4 * em, 2 * SPACE + max(len(text) for text in texts) * em
    mode = "vertical-lr" if upright else "horizontal-tb"
    style = STYLE.format(font=font(fonts, lang).as_uri(), em=em, mode=mode)
    starts = [i * pitch + em * 3 // 4 for i in range(len(texts))]
    places = [(start, SPACE) if upright else (SPACE, start) for start in starts]
    divs = "".join(
        f"<div lang={lang} dir=auto style='left:{x}px;top:{y}px'>{html.escape(text)}</div>" for (x, y), text in zip(places, texts)
    )
    size = (pitch * len(texts), long) if upright else (long, pitch * len(texts))
    with tempfile.TemporaryDirectory() as folder:
        page, shot = Path(folder, "page.html"), Path(folder, "shot.png")
        page.write_text(f"<!doctype html><meta charset=utf-8><style>{style}</style>{divs}", "utf-8")
        command = [*CHROMIUM, f"--window-size={size[0]},{size[1]}", f"--user-data-dir={folder}/profile", f"--screenshot={shot}"]
        subprocess.run([*command, page.as_uri()], capture_output=True, timeout=120, check=True)
        seen = ImageOps.invert(Image.open(shot).convert("L"))
    cells = [(i * pitch, (i + 1) * pitch) for i in range(len(texts))]
    return [seen.crop((low, 0, high, long) if upright else (0, low, long, high)) for low, high in cells]
