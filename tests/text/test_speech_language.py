"""What is said is in the language of what is shown (accessibility.md row 33): an unread translation is neither."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kiosk.hall.messages import HallName
from kiosk.text.catalog import Catalog
from kiosk.text.facts import facts
from kiosk.text.review import STRINGS
from kiosk.text.speech import utterances
from kiosk.views import Choice, HelperComing, Menu, Msg, TicketShown, View, msg
from kiosk.visit import Settings, toolbar

READ = ("go-back", "go-home", "tool-help", "line-name")
LINE = HallName((("zh", "综合业务"), ("ug", "ئورتاق"), ("bo", "སྤྱི")))
VIEWS: tuple[View, ...] = (
    Menu(msg("home-title"), body=(msg("home-card"),), choices=(Choice("a", msg("line-name", name=LINE)),), back=True, home=True),
    TicketShown(msg("ticket-title", number="A023"), number="A023", line=LINE, ahead=2, outcome=msg("ticket-printed")),
    HelperComing(msg("help-coming", name="刘工"), body=(msg("help-queued", phone="0477-3980000"),), helper="刘工"),
)


@pytest.fixture(params=["mn", "ug", "bo"])
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def catalog(tmp_path: Path, lang: str) -> Catalog:
    """A hall whose reader has signed a few strings of one language."""
    for path in STRINGS.glob("*.ftl"):
        shutil.copy(path, tmp_path)
    entry = f'[[{lang}]]\nname = "A Reader"\ndate = 2026-01-31\nids = {list(READ)}\n'.replace("'", '"')
    (tmp_path / "reviewers.toml").write_text(entry, "utf-8")
    return Catalog(tmp_path, second=lang, show_unreviewed=False, strict=True)


def shown(view: View, catalog: Catalog, lang: str) -> dict[str, str]:
    """The language in which each element's words stand on the glass."""
    tools = toolbar(Settings(lang=lang), catalog.languages)
    words: dict[str, Msg] = {"title": view.title} | {f"body.{i}": one for i, one in enumerate(view.body)}
    words |= {fact.element: fact.words for fact in facts(view)}
    words |= {f"choice.{one.id}": one.label for one in (*view.choices, *tools) if one.id != "tool.lang"}
    words |= {"choice.back": msg("go-back")} if view.back else {}
    words |= {"choice.home": msg("go-home")} if view.home else {}
    return {element: catalog.line(one, lang).lang for element, one in words.items()}


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_each_sentence_is_said_in_the_language_it_is_shown_in(view: View, catalog: Catalog, lang: str) -> None:
    said = utterances(view, toolbar(Settings(lang=lang), catalog.languages), catalog, lang)
    on_glass = shown(view, catalog, lang)
    heard = {one.element: one.lang for one in said if one.element in on_glass}
    assert heard == {element: on_glass[element] for element in heard}
    assert set(heard.values()) == {"zh", lang}, "some of it is read, most of it is not"


def test_words_for_the_voice_have_no_marks_of_direction(catalog: Catalog, lang: str) -> None:
    for view in VIEWS:
        for one in utterances(view, (), catalog, lang):
            assert not any("\u2066" <= char <= "\u2069" for char in one.text), one.element


def test_without_a_reader_all_is_said_in_chinese(lang: str) -> None:
    unread = Catalog(STRINGS, second=lang, show_unreviewed=False)
    assert unread.languages == ("zh",)
    for view in VIEWS:
        assert {one.lang for one in utterances(view, (), unread, lang)} == {"zh"}
