"""The files of ``assets/strings`` themselves: same ids and placeholders, nothing empty, nothing that is not that language."""

from __future__ import annotations

import ast
import re
from enum import Enum
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Message, MessageReference, Pattern, VariableReference
from fluent.syntax.visitor import Visitor

from devices.types import Fault
from kiosk.faults import CRASH, of_fault, of_refusal
from kiosk.hall.messages import Refusal
from kiosk.text.catalog import Catalog
from kiosk.text.normalise import for_speech
from kiosk.text.review import STRINGS, message_ids
from kiosk.text.shape import Shaper
from kiosk.views import Msg

ROOT = Path(__file__).parents[2]
LANGUAGES = sorted(path.stem for path in STRINGS.glob("*.ftl"))
SAMPLE: dict[str, str | int] = {"count": 12, "minutes": 14, "age": 65, "step": 2, "number": "A023", "window": "3"}


@cache
def messages(lang: str) -> dict[str, Message]:
    body = FluentParser().parse((STRINGS / f"{lang}.ftl").read_text("utf-8")).body
    return {entry.id.name: entry for entry in body if isinstance(entry, Message)}


class Variables(Visitor):
    def __init__(self, pattern: Pattern | None) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.messages: set[str] = set()
        if pattern:
            self.visit(pattern)

    def visit_VariableReference(self, node: VariableReference) -> None:
        self.names.add(node.id.name)

    def visit_MessageReference(self, node: MessageReference) -> None:
        self.messages.add(node.id.name)


def variables(entry: Message, others: dict[str, Message]) -> set[str]:
    """Of the message, and of those that it is put together from."""
    parts = [Variables(pattern) for pattern in (entry.value, *(attribute.value for attribute in entry.attributes))]
    inner = {id for part in parts for id in part.messages}
    return set().union(*(part.names for part in parts), *(variables(others[id], others) for id in inner))


def example(id: str, lang: str) -> Msg:
    names = variables(messages(lang)[id], messages(lang))
    return Msg(id, tuple((name, SAMPLE.get(name, "综合")) for name in sorted(names)))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_line_of_a_file_is_understood_and_no_id_comes_twice(lang: str) -> None:
    body = FluentParser().parse((STRINGS / f"{lang}.ftl").read_text("utf-8")).body
    assert not [entry.content for entry in body if isinstance(entry, Junk)]
    ids = message_ids(STRINGS / f"{lang}.ftl")
    assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_translation_uses_the_placeholders_of_the_source(lang: str) -> None:
    source = messages("zh")
    for id, entry in messages(lang).items():
        assert id in source, f"{lang}: {id} is not in Chinese"
        assert Variables(entry.value).names == Variables(source[id].value).names, f"{lang}: {id}"
        for attribute in entry.attributes:
            assert attribute.id.name in ("spoken", "lang", "clips"), f"{lang}: {id}"


def test_english_is_complete() -> None:
    assert set(messages("en")) == set(messages("zh"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sentence_can_be_given_drawn_and_said(lang: str, catalog: Catalog, shaper: Shaper) -> None:
    for id in messages(lang):
        m = example(id, lang)
        line, spoken = catalog.line(m, lang), catalog.spoken(m, lang)
        assert line.text and line.text == line.text.strip() and "  " not in line.text, f"{lang}: {id}"
        assert not shaper.block(line.text, line.lang, px=40, width=2000).missing, f"{lang}: {id}"
        said = for_speech(spoken.text, spoken.lang)
        assert said and "{" not in said
        if spoken.lang == "zh":
            assert not re.search(r"\d", said), f"{id}: {said}"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_stray_characters(lang: str) -> None:
    """Kana, private use, replacement and control characters have no place in any; nor marks of another typography."""
    text = (STRINGS / f"{lang}.ftl").read_text("utf-8")
    assert not re.findall(r"[\u3040-\u30ff\ue000-\uf8ff\ufffd\u0000-\u0009\u000b-\u001f]", text)
    for id, entry in messages(lang).items():
        words = "".join(element.value for element in (entry.value.elements if entry.value else []) if hasattr(element, "value"))
        if lang == "zh":
            assert not re.search(r"[\u4e00-\u9fff] ?[,?!;:]", words), f"{id}: half-width punctuation"
        if lang == "en":
            plain = words.replace("中文", "")
            assert not re.search(r"[\u2018-\u201d\u4e00-\u9fff\uff00-\uffef]", plain), f"{id}: not plain English"
        if lang == "mn":
            suffix = r"[\u1820-\u1842] [\u1836\u1833\u1824]\u180b?[\u1820-\u1842]{0,2}(?= |$)"
            assert not re.search(suffix, words), f"{id}: a suffix after a space"


def trouble_ids(trouble: Enum) -> list[str]:
    words = of_fault(trouble) if isinstance(trouble, Fault) else of_refusal(Refusal(trouble.value))
    return [words.title.id, words.do.id, words.staff.id]


@pytest.mark.parametrize("trouble", [*Fault, *Refusal], ids=lambda trouble: trouble.name)
def test_every_trouble_has_its_three_sentences(trouble: Enum) -> None:
    assert set(trouble_ids(trouble)) <= set(messages("zh"))


def test_a_crash_has_words() -> None:
    assert {CRASH.title.id, CRASH.do.id, CRASH.staff.id} <= set(messages("zh"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_names_every_language_in_its_own_script(lang: str, catalog: Catalog) -> None:
    for other in LANGUAGES:
        line = catalog.line(Msg(f"tool-lang-{other}"), lang)
        assert line.lang == other
        assert line.text == catalog.line(Msg(f"tool-lang-{other}"), other).text


def named_ids() -> set[str]:
    """Ids written out in a call of ``msg`` or ``Msg`` anywhere in the house."""
    found: set[str] = set()
    for path in [*ROOT.glob("kiosk/**/*.py"), *ROOT.glob("screens/**/*.py")]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("msg", "Msg") and node.args:
                first = node.args[0]
                choices = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
                values = [choice.value for choice in choices if isinstance(choice, ast.Constant)]
                found |= {value for value in values if isinstance(value, str)}
    return found


def test_every_id_that_the_house_names_has_a_string() -> None:
    named = named_ids()
    assert "home-title" in named and "take-plain" in named  # the search finds plain and conditional ids
    assert not named - set(messages("zh"))


def test_every_recording_named_by_a_recipe_is_a_message() -> None:
    for lang in LANGUAGES:
        for id, entry in messages(lang).items():
            for attribute in entry.attributes:
                if attribute.id.name == "clips":
                    words = [element.value for element in attribute.value.elements if hasattr(element, "value")]
                    assert set(" ".join(words).split()) <= set(messages(lang)), f"{lang}: {id}"
