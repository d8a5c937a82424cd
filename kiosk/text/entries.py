"""The messages of one language's file, each read when it is first wanted: reading the whole file takes a tenth of a second, and a
visit needs a tenth of it."""

from __future__ import annotations

import re

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Message

ENTRY = re.compile(r"^(-?[a-zA-Z][a-zA-Z0-9_-]*) *=.*(?:\n(?:[ }].*)?)*", re.MULTILINE)  # what follows is indented, or empty
NAMED = re.compile(r"\{\s*(-?[a-zA-Z][a-zA-Z0-9_-]*)")  # in braces: another message, a term, or a function


class Entries:
    """``text``: of the whole file. Any thread may ask: the same entry read twice does no harm."""

    def __init__(self, text: str, bundle: FluentBundle) -> None:
        self._waiting = {entry[1]: entry[0] for entry in ENTRY.finditer(text)}
        self._bundle = bundle

    def message(self, id: str) -> Message | None:
        """None for an id that the file does not hold."""
        self._read(id)
        return self._bundle.get_message(id) if self._bundle.has_message(id) else None

    def _read(self, id: str, by: tuple[str, ...] = ()) -> None:
        """Waits no longer once it is there with all that it names. ``by``: the entries that name it."""
        text = self._waiting.get(id)
        if text is None or id in by:
            return
        self._bundle.add_resource(FluentResource(text))
        for name in NAMED.findall(text):
            self._read(name, (*by, id))
        self._waiting.pop(id, None)
