"""The languages that screens are tried in. Mongolian, Uyghur and Tibetan are not translated yet, so their missing sentences are
filled in for the tests, as long as a translation would be: with terms of the glossary, or with words and syllables that are there
for their letters alone. They mean nothing together, and such filler never leaves this folder."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import cycle, islice
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from kiosk.text.catalog import Catalog

STRINGS = Path(__file__).parents[2] / "assets" / "strings"


@dataclass(frozen=True)
class Filler:
    """``words`` to fill with, what parts two of them, and what ends a sentence of more than one. ``han``: Han characters of the
    Chinese that one of them stands for; a Tibetan syllable takes about the place of one, and a sentence is a third longer."""

    words: tuple[str, ...]
    han: float
    gap: str = " "
    end: str = ""

    def take(self, words: Iterator[str], han: int) -> list[str]:
        """As many as stand for so many Han characters."""
        return [next(words) for _ in range(max(1, round(han / self.han)))]


FILLERS = {
    "mn": Filler(
        tuple(
            "ᠬᠡᠷᠡᠭ ᠪᠦᠲᠦᠭᠡᠬᠦ ᠵᠢᠯᠤᠭᠤᠳᠤᠯᠭ᠎ᠠ ᠦᠨᠡᠮᠯᠡᠯ ᠭᠤᠶᠤᠴᠢᠯᠠᠯ ᠬᠦᠯᠢᠶᠡᠬᠦ ᠴᠣᠩᠬᠣ ᠨᠣᠮᠧᠷ "
            "ᠠᠪᠬᠤ ᠲᠤᠰᠠᠯᠠᠮᠵᠢ ᠮᠠᠲ᠋ᠧᠷᠢᠶᠠᠯ ᠮᠡᠳᠡᠭᠳᠡᠯ ᠬᠡᠪᠯᠡᠬᠦ ᠬᠦᠯᠢᠶᠡᠨ ᠪᠠᠲᠤᠯᠠᠬᠤ".split()
        ),
        2.4,  # as in the glossary
    ),
    "ug": Filler(
        tuple("مۇلازىمەت نومۇرىڭىز كۆزنەككە ياردەم كۈتۈۋاتىدۇ ھۆججەتلەر تاللاڭ ئالدىدا خىزمەت ئورنى بىلەن جەدۋەل ئۈچۈن".split()),
        2.2,
    ),
    "bo": Filler(
        tuple("བསྒྲུབས ཞབས ཞུ ཡིག ཨང རྒྱུད སྒེའུ ཁུང རོགས རམ དཔྱད ཁྲིམས འཛིན ཀློག ཕྱོགས ལས བརྒྱ སྐྱོར".split()),
        0.77,
        gap="་",
        end="།",
    ),
}


def named(lang: str, zh: str) -> str:
    """A name that a hall might give in ``lang`` to what it calls ``zh``."""
    filler = FILLERS[lang]
    start = sum(map(ord, zh)) % len(filler.words)
    return filler.gap.join(filler.take(islice(cycle(filler.words), start, None), len(zh)))


@dataclass(frozen=True)
class Tongue:
    """A way of showing: the visit's language, and the language beside Chinese."""

    name: str
    lang: str
    second: str | None


TONGUES = (
    Tongue("zh", "zh", None),
    Tongue("zh+en", "zh", "en"),
    Tongue("zh+mn", "zh", "mn"),
    Tongue("en", "en", "en"),
    Tongue("mn", "mn", "mn"),
    Tongue("zh+ug", "zh", "ug"),
    Tongue("zh+bo", "zh", "bo"),
    Tongue("ug", "ug", "ug"),
    Tongue("bo", "bo", "bo"),
)
BY_NAME = {tongue.name: tongue for tongue in TONGUES}


@lru_cache
def catalog(second: str | None) -> Catalog:
    return Catalog(_strings(), second=second, show_unreviewed=True, strict=True)


@lru_cache
def _strings() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="bangban-strings-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for path in STRINGS.iterdir():
        shutil.copy(path, folder)
    for lang, filler in FILLERS.items():
        written = {entry.id.name for entry in _messages(folder / f"{lang}.ftl")}
        words = cycle(filler.words)
        missing = [entry for entry in _messages(STRINGS / "zh.ftl") if entry.id.name not in written]
        lines = [f"{entry.id.name} = {_filled(entry, filler, words)}" for entry in missing]
        with (folder / f"{lang}.ftl").open("a", encoding="utf-8") as file:
            file.write("\n" + "\n".join(lines) + "\n")
    return folder


def _messages(path: Path) -> list[ast.Message]:
    return [entry for entry in FluentParser().parse(path.read_text("utf-8")).body if isinstance(entry, ast.Message)]


class _Content(Visitor):
    def __init__(self) -> None:
        self.variables: list[str] = []
        self.han = 0

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        if node.id.name not in self.variables:
            self.variables.append(node.id.name)

    def visit_TextElement(self, node: ast.TextElement) -> None:
        self.han = max(self.han, len(node.value))

    def visit_Attribute(self, node: ast.Attribute) -> None:
        """What is only spoken takes no room."""


def _filled(message: ast.Message, filler: Filler, words: Iterator[str]) -> str:
    content = _Content()
    content.visit(message)
    names = [f"{{ ${name} }}" for name in content.variables]
    if not content.han:
        return " ".join(names)
    taken = filler.take(words, content.han)
    half = len(taken) // 2 if names else len(taken)
    parts = [filler.gap.join(taken[:half]), *names, filler.gap.join(taken[half:])]
    return " ".join(part for part in parts if part) + (filler.end if len(taken) > 4 else "")
