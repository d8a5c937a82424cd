"""Mongolian, Uyghur and Tibetan as HarfBuzz and Chromium draw them; ``python -m tests.text.compare`` does so for every string."""

from __future__ import annotations

import pytest
from PIL import Image

from kiosk.text.fonts import Fonts
from kiosk.text.runs import Setter, Type
from kiosk.text.shape import Shaper
from tests.text.compare import LEAST, LETTERS, PX, UNITS, compared
from tests.text.likeness import cropped, likeness
from tests.text.peers import browser_ink, family, harfbuzz_advance, here

needs_harfbuzz = pytest.mark.skipif(not here("hb-view", "hb-shape"), reason="no HarfBuzz to compare with (libharfbuzz-bin)")
COLUMNS = "ᠮᠠᠰᠢ ᠰᠡᠳᠬᠢᠯ\nᠬᠠᠨᠤᠭᠰᠠᠨ ᠦᠭᠡᠢ"


@needs_harfbuzz
@pytest.mark.parametrize("lang", LETTERS)
def test_ink_and_width_are_those_of_harfbuzz(fonts: Fonts, lang: str) -> None:
    """Suffixes behind U+202F and vowels behind U+180E among them."""
    rows = compared(fonts, lang, LETTERS[lang][:3], browser=False)
    assert not [row for row in rows if not row.passed]


@needs_harfbuzz
@pytest.mark.parametrize("lang", LETTERS)
def test_a_suffix_and_a_letter_more_are_as_wide_as_in_harfbuzz(fonts: Fonts, lang: str) -> None:
    text, em = "".join(LETTERS[lang]), round(UNITS / family(fonts, lang).scale)
    assert Setter(fonts).length(text, lang, Type(em, "regular")) == harfbuzz_advance(fonts, text, lang, UNITS)


@pytest.mark.skipif(not here("chromium"), reason="no Chromium to compare with")
def test_columns_of_mongolian_look_as_in_a_browser(fonts: Fonts, shaper: Shaper) -> None:
    """Chromium's ``vertical-lr`` was found right for Mongolian. Turned the other way it shares less than a quarter."""
    texts = (COLUMNS, *LETTERS["mn"][:2])
    shots = browser_ink(fonts, texts, "mn", fonts.em(PX, "regular"))
    for text, shot in zip(texts, shots):
        drawn = cropped(shaper.block(text, "mn", px=PX, width=10**6, weight="regular").mask())
        seen = cropped(shot)
        assert likeness(seen, drawn) >= LEAST
        assert likeness(seen, drawn.transpose(Image.Transpose.ROTATE_180)) < 0.25
