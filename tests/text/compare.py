"""``python -m tests.text.compare``: every string of Mongolian, Uyghur and Tibetan beside HarfBuzz's and Chromium's own drawing.

For each: ink that both share over ink that either has, as columns for Mongolian, and the width of the line against ``hb-shape``.
Exit status 1 if a bar is missed: widths are equal in all; at least 0.9 of the ink is HarfBuzz's, and Chromium's in columns.
Chromium sets letters at fractions of a pixel, which costs thin strokes of Uyghur and Tibetan more than that.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass

from PIL import Image

from kiosk.text import strings
from kiosk.text.bidi import levels
from kiosk.text.fonts import Fonts
from kiosk.text.review import STRINGS
from kiosk.text.runs import Setter, Type
from kiosk.text.shape import Shaper
from tests.text.likeness import cropped, likeness
from tests.text.peers import browser_ink, family, harfbuzz_advance, harfbuzz_ink, here

LEAST = 0.9  # of the ink
PX = 49  # height of 国: 12 mm on the terminal's glass
UNITS = 1000  # thousandths of an em, in which advances are compared
BATCH = 40  # strings on one page of the browser
# Suffixes behind U+202F, a vowel apart behind U+180E, a variant asked for by U+180B, a digit and a mark within the line.
JOINTS = (
    "ᠪᠡᠶ᠎ᠡ\u202fᠶᠢᠨ ᠦᠨᠡᠮᠯᠡᠯ",
    "ᠵᠢᠯᠤᠭᠤᠳᠤᠯᠭ᠎ᠠ\u202fᠶᠢᠨ",
    "ᠨᠡᠶᠢᠭᠡᠮ\u202fᠦᠨ ᠪᠠᠲᠤᠯᠠᠭ᠎ᠠ\u202fᠶᠢᠨ ᠺᠠᠷᠲ᠋",
    "ᠨᠣᠮᠧᠷ 23᠂ ᠴᠣᠩᠬᠣ 5",
)
LETTERS = {
    "mn": JOINTS,
    "ug": ("ئۇيغۇرچە", "مۇلازىمەت نومۇرىڭىز A023", "خىزمەت، كۆزنەك؟", "لائىق ئەڭ"),
    "bo": ("བསྒྲུབས་ཞབས་ཞུ།", "རྒྱུད་སྐྱོར་འཛིན།", "བརྒྱ་ཕྱོགས་ཀློག"),
}


@dataclass(frozen=True)
class Compared:
    """``harfbuzz`` and ``browser``: shares of ink; ``wider``: our width less HarfBuzz's, in thousandths of an em. ``hb-view``
    draws runs of one direction, and cuts what reaches above the font's ascent, as vowels of Tibetan do: None for these."""

    lang: str
    text: str
    harfbuzz: float | None
    browser: float | None
    wider: float

    @property
    def passed(self) -> bool:
        asked = (self.harfbuzz, self.browser if self.lang == "mn" else None)
        return all(share is None or share >= LEAST for share in asked) and self.wider == 0


def compared(fonts: Fonts, lang: str, texts: tuple[str, ...], *, browser: bool) -> list[Compared]:
    """Each text as one line, in the regular weight, which every peer has."""
    shaper, setter, scale = Shaper(fonts), Setter(fonts), family(fonts, lang).scale
    em = round(fonts.em(PX, "regular") * scale)
    seen = browser_ink(fonts, texts, lang, em) if browser else [None] * len(texts)
    found = []
    for text, shot in zip(texts, seen):
        drawn = cropped(shaper.block(text, lang, px=PX, width=10**6, weight="regular").mask())
        whole = lang != "bo" and len(set(levels(text, rightwards=lang != "ug"))) == 1
        peer = _as_set(harfbuzz_ink(fonts, text, lang, em), lang) if whole else None
        wider = setter.length(text, lang, Type(round(UNITS / scale), "regular")) - harfbuzz_advance(fonts, text, lang, UNITS)
        share = likeness(cropped(shot), drawn) if shot is not None else None
        found.append(Compared(lang, text, likeness(cropped(peer), drawn) if peer else None, share, wider))
    return found


def _as_set(line: Image.Image, lang: str) -> Image.Image:
    return line.transpose(Image.Transpose.ROTATE_270) if lang == "mn" else line


def shipped(lang: str) -> tuple[str, ...]:
    """The words of the language's file that are in its own script, without what is put into them."""
    first = {"mn": "\u1820", "ug": "\u0620", "bo": "\u0f40"}[lang]
    last = {"mn": "\u18aa", "ug": "\u06ff", "bo": "\u0fbc"}[lang]
    texts = [text.words for text in strings.load(STRINGS, lang).values() if not text.names]
    return tuple(dict.fromkeys(text for text in texts if any(first <= char <= last for char in text)))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("languages", nargs="*", default=list(LETTERS))
    chosen = parser.parse_args()
    fonts, browser = Fonts.find(), here("chromium")
    status = 0
    for lang in chosen.languages:
        texts = tuple(dict.fromkeys(LETTERS[lang] + tuple(text for text in shipped(lang) if _own(fonts, text, lang))))
        batches = [texts[i : i + BATCH] for i in range(0, len(texts), BATCH)]
        rows = [row for batch in batches for row in compared(fonts, lang, batch, browser=browser)]
        print(f"{lang}: ink shared with HarfBuzz, with Chromium; width less HarfBuzz's in thousandths of an em")
        for row in rows:
            told = "  ".join("  -  " if share is None else f"{share:.3f}" for share in (row.harfbuzz, row.browser))
            print(f"  {told}  {row.wider:+.1f}  {'pass' if row.passed else 'FAIL'}  {row.text}")
            status = status or int(not row.passed)
        for peer, shares in (("HarfBuzz", [row.harfbuzz for row in rows]), ("Chromium", [row.browser for row in rows])):
            known = [share for share in shares if share is not None]
            print(f"  {peer}: " + (f"{min(known):.3f} the least, of {len(known)}" if known else "not compared"))
    return status


def _own(fonts: Fonts, text: str, lang: str) -> bool:
    """Whether the language's own face has all of it: the names of other languages are set in theirs."""
    return all(char in family(fonts, lang).coverage for char in text)


if __name__ == "__main__":
    sys.exit(main())
