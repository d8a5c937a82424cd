"""The words of the pages."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

from central.mandates.course import Act
from central.pages import drawing
from central.pages.words import LANGUAGES, WORDS, Words, read
from kiosk.views import View

HAN = re.compile(r"[\u4e00-\u9fff]")
CHINESE_NAMES = {"manage.days.offered"}  # offered where a name is written in Chinese
SENTENCES = {lang: read(lang) for lang in LANGUAGES}
CODE = [*drawing.HERE.glob("static/**/*.js"), *drawing.HERE.glob("templates/**/*.html"), *drawing.HERE.glob("**/*.py")]
TOLD = re.compile(r"""\b(?:t|word)\(\s*["']([a-z_]+\.[a-z_.]*[a-z_])["']\s*[,)]""")

NOTING = {"record", "add", "done", "changed", "_changed", "_told"}
ACTION = re.compile(r"[a-z_]+\.[a-z_]+")


def places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_every_language_says_everything() -> None:
    for lang in LANGUAGES:
        many = {key for key in SENTENCES[lang] if not key.endswith("_one")}
        assert many == {key for key in SENTENCES["zh"] if not key.endswith("_one")}, lang
        assert {key for key, sentence in SENTENCES[lang].items() if not sentence.strip()} == set()
        for key in SENTENCES[lang].keys() - many:
            assert key.removesuffix("_one") in many


def test_a_value_that_stands_in_one_language_stands_in_all() -> None:
    for key, sentence in SENTENCES["en"].items():
        of_chinese = places(SENTENCES["zh"][key.removesuffix("_one")])
        assert places(sentence) == of_chinese or (key.endswith("_one") and places(sentence) | {"n"} == of_chinese), key


def test_english_is_english() -> None:
    assert [key for key, sentence in SENTENCES["en"].items() if HAN.search(sentence) and key not in CHINESE_NAMES] == []


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.name)
def test_code_says_nothing_by_itself_and_asks_for_no_word_that_is_not_there(path: Path) -> None:
    text = path.read_text("utf-8")
    if path.suffix != ".py":
        assert HAN.findall(re.sub(r"//[^\n]*|\{#.*?#\}", "", text, flags=re.DOTALL)) == []
    assert [key for key in TOLD.findall(text) if key not in SENTENCES["zh"]] == []


def test_whatever_a_resident_was_looking_at_has_a_name_at_the_console() -> None:
    """A call for help says so by the name of the view."""
    views, found = [View], set()
    while views:
        kinds = views.pop().__subclasses__()
        views += kinds
        found |= {kind.__name__.lower() for kind in kinds if kind.__module__ == View.__module__}
    assert len(found) > 10 and {name for name in found if WORDS["zh"].maybe(f"help.doing.{name}") is None} == set()


def test_whatever_the_audit_may_have_is_said_in_the_history() -> None:
    noted = {f"mandate.{act.value}" for act in Act} | {"mandate.revealed"}
    for path in drawing.HERE.parent.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and ast.unparse(call.func).rsplit(".")[-1] in NOTING:
                said = [part.value for part in ast.walk(call) if isinstance(part, ast.Constant) and isinstance(part.value, str)]
                noted |= {each for each in said if ACTION.fullmatch(each)}
    assert len(noted) > 60 and [action for action in sorted(noted) if WORDS["zh"].maybe(f"action.{action}") is None] == []


def test_one_is_one_and_names_fall_back_to_chinese() -> None:
    words = Words("en", {"a.n": "{n} people", "a.n_one": "one person", "a.b": "<{who}>"})
    assert (words("a.n", n=1), words("a.n", n=2)) == ("one person", "2 people")
    assert words.named({"zh": "民政"}) == "民政" and words.named({"zh": "民政", "en": "Welfare"}) == "Welfare"
    assert words.marked("a.b", who="<b>") == "&lt;&lt;b&gt;&gt;"
    assert words.maybe("a.c") is None and set(WORDS) == set(LANGUAGES)
    with pytest.raises(KeyError):
        words("a.b")
