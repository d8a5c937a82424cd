"""Templates of one language. A sentence that has no values is put into its template when that is compiled: a clerk's page has a
hundred of them, and looking each up costs more than all the rest of its drawing."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.visitor import NodeTransformer

from central.pages.words import WORDS, Words


class _Spoken(NodeTransformer):
    """``t("window.next")`` becomes what it says."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def visit_Call(self, node: nodes.Call) -> nodes.Node:
        match node:
            case nodes.Call(
                node=nodes.Name(name="t"), args=[nodes.Const(value=str(key))], kwargs=[], dyn_args=None, dyn_kwargs=None
            ):
                return nodes.TemplateData(str(self._words.marked(key)), lineno=node.lineno)
        return self.generic_visit(node)


class Templates(Environment):
    """Globals reach every macro too, however it is imported."""

    def __init__(self, folder: Path, words: Words) -> None:
        loader = FileSystemLoader(folder)
        super().__init__(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
        self._spoken = _Spoken(words)
        self.globals |= {"lang": words.lang, "words": WORDS}
        self.globals |= {"t": words.marked, "maybe": words.maybe, "named": words.named, "words_of": words.of}
        self.filters["named"] = words.named

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree: nodes.Template = self._spoken.visit(super()._parse(source, name, filename))
        return tree
