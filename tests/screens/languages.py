"""The languages that screens are tried in. Mongolian is not translated yet, so its missing sentences are filled in for the tests
with words of the glossary, as long as a translation would be: such filler never leaves this folder."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from kiosk.text.catalog import Catalog

STRINGS = Path(__file__).parents[2] / "assets" / "strings"
HAN_PER_WORD = 2.4  # Han characters that one Mongolian word stands for, as in the glossary
GLOSSARY = (
    "ᠬᠡᠷᠡᠭ ᠪᠦᠲᠦᠭᠡᠬᠦ ᠵᠢᠯᠤᠭᠤᠳᠤᠯᠭ᠎ᠠ ᠦᠨᠡᠮᠯᠡᠯ ᠭᠤᠶᠤᠴᠢᠯᠠᠯ ᠬᠦᠯᠢᠶᠡᠬᠦ ᠴᠣᠩᠬᠣ ᠨᠣᠮᠧᠷ "
    "ᠠᠪᠬᠤ ᠲᠤᠰᠠᠯᠠᠮᠵᠢ ᠮᠠᠲ᠋ᠧᠷᠢᠶᠠᠯ ᠮᠡᠳᠡᠭᠳᠡᠯ ᠬᠡᠪᠯᠡᠬᠦ ᠬᠦᠯᠢᠶᠡᠨ ᠪᠠᠲᠤᠯᠠᠬᠤ"
).split()


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
)


@lru_cache
def catalog(second: str | None) -> Catalog:
    return Catalog(_strings(), second=second, show_unreviewed=True, strict=True)


@lru_cache
def _strings() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="bangban-strings-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for path in STRINGS.iterdir():
        shutil.copy(path, folder)
    written = {entry.id.name for entry in _messages(STRINGS / "mn.ftl")}
    words = count()
    lines = [
        f"{entry.id.name} = {_filler(entry, words)}" for entry in _messages(STRINGS / "zh.ftl") if entry.id.name not in written
    ]
    with (folder / "mn.ftl").open("a", encoding="utf-8") as file:
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


def _filler(message: ast.Message, words: "count[int]") -> str:
    content = _Content()
    content.visit(message)
    if not content.han:
        return " ".join(f"{{ ${name} }}" for name in content.variables)
    filled = [GLOSSARY[next(words) % len(GLOSSARY)] for _ in range(max(1, round(content.han / HAN_PER_WORD)))]
    return " ".join(filled[:1] + [f"{{ ${name} }}" for name in content.variables] + filled[1:])
