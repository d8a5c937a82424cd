"""Everything that can be seen can be heard (accessibility.md row 25): the words of every element on every page of every view are
among its sentences, but for the instruction to the staff."""

from __future__ import annotations

import re

import pytest

from kiosk.text.normalise import for_speech
from kiosk.text.speech import utterances
from kiosk.views import Board, Menu
from kiosk.visit import SIZES
from screens.widgets.navigation import NEXT, PREVIOUS
from tests.screens.languages import TONGUES, catalog
from tests.screens.showing import PORTRAIT, TV, sheets, shown
from tests.screens.specimens import DISPLAY, SPECIMENS

FOR_STAFF = ("trouble.staff", "trouble.code")
SAID_OTHERWISE = {  # and why the words that are said are others
    "choice.tool.lang": "a language is named in its own script, and said in the resident's",
    "choice.tool.size": "the step it is at is said too",
    "letters.typed": "marks for letters still to come are not said",
    "who": "of a telephone number the last four are said, for others hear it",
    "ticket.number": "a code of digits alone is said one by one",
    "keys.typed": "marks for digits still to come are not said; what others may not hear is counted",
}
HEAD = "board."  # heads of the display's table: each row is a whole sentence
CALLING = {name for name, view in DISPLAY.items() if isinstance(view, Board) and any(row.fresh for row in view.rows)}


def plain(text: str) -> str:
    return re.sub(r"[\s，。、：；？！·,.:;?!]", "", text)


@pytest.mark.parametrize("tongue", TONGUES[:2], ids=lambda tongue: tongue.name)
def test_what_is_shown_is_among_what_is_said(tongue: object) -> None:
    words = catalog(None)
    for name in SPECIMENS.keys() - CALLING:  # a call is said alone
        view = SPECIMENS[name]
        there = shown(view, tongue, 0)
        turning = utterances(Menu(NEXT.label, choices=(PREVIOUS, NEXT)), (), words, there.settings.lang)[1:]
        said: dict[str, str] = {}
        for one in (*utterances(view, there.tools, words, there.settings.lang), *turning):
            owner = one.element.removesuffix(".hint")
            said[owner] = said.get(owner, "") + plain(one.text)
        for sheet in sheets(view, TV if name in DISPLAY else PORTRAIT, tongue, len(SIZES) - 1 if name == "home" else 0):
            for element in sheet.elements:
                if not element.label or element.id in FOR_STAFF or element.id.startswith(HEAD):
                    continue
                assert said.get(element.id), f"{name}: {element.id} is not said"
                for lang, seen in (*element.label[:1], *element.hint[:1]):
                    if element.id not in SAID_OTHERWISE:
                        assert plain(for_speech(seen, lang)) in said[element.id], f"{name}: {element.id}"
