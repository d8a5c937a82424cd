from __future__ import annotations

from pathlib import Path

import pytest
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, MessageReference, Term, TermReference
from fluent.syntax.visitor import Visitor

from kiosk.text.entries import ENTRY, Entries
from kiosk.text.review import STRINGS

FILES = sorted(STRINGS.glob("*.ftl"))


class _Named(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_MessageReference(self, node: MessageReference) -> None:
        self.found.add(node.id.name)

    def visit_TermReference(self, node: TermReference) -> None:
        self.found.add(f"-{node.id.name}")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_entry_is_cut_out_of_the_file_whole(path: Path) -> None:
    text = path.read_text("utf-8")
    cut = {match[1]: match[0] for match in ENTRY.finditer(text)}
    whole = [entry for entry in FluentParser(with_spans=True).parse(text).body if isinstance(entry, Message | Term)]
    assert len(cut) == len(whole)
    for entry in whole:
        name = f"-{entry.id.name}" if isinstance(entry, Term) else entry.id.name
        assert entry.span is not None
        assert text[entry.span.start : entry.span.end].endswith(cut[name].strip()) and cut[name].startswith(name)


def test_what_a_message_names_is_there_with_it() -> None:
    text = "title = { -hall }：{ count-of }\n    .spoken = { -hall }\ncount-of = { $count }个\n-hall = 大厅\n"
    text += "round = { round }\nlone = 一\n"
    bundle = FluentBundle(["zh"], use_isolating=False)
    entries = Entries(text, bundle)
    message = entries.message("title")
    assert message is not None and message.value is not None
    assert bundle.format_pattern(message.value, {"count": 3}) == ("大厅：3个", [])
    assert not bundle.has_message("lone") and entries.message("round") is not None and entries.message("nothing") is None


def test_every_message_of_the_house_finds_all_that_it_names() -> None:
    for path in FILES:
        text = path.read_text("utf-8")
        for entry in FluentResource(text).body:
            if isinstance(entry, Message):
                (named := _Named()).visit(entry)
                if named.found:
                    bundle = FluentBundle(["zh"])
                    Entries(text, bundle).message(entry.id.name)
                    held = set(bundle._messages) | {f"-{name}" for name in bundle._terms}
                    assert named.found <= held, entry.id.name
