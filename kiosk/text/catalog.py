"""Fluent message id and language -> the line that a person is given, with the language it is really in.

A string that is missing from a language, or that nobody has reviewed, is given in Chinese. A message may carry attributes:
``.spoken`` what is said where it differs from what is shown; ``.lang`` the language its words are in, when that is not the
file's (the name of a language, in its own script); ``.clips`` the recordings which said in order give the sentence.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from fluent.runtime import FluentBundle

from kiosk.hall.messages import HallName
from kiosk.text.bidi import RIGHT_TO_LEFT, unmarked
from kiosk.text.entries import Entries
from kiosk.text.review import SOURCE, Reviews
from kiosk.views import Arg, Msg

ID = re.compile(r"^([a-zA-Z][a-zA-Z0-9_-]*) *=", re.MULTILINE)  # of a message, which begins at the left edge

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Line:
    """Words to show or say. ``lang`` is the language really given, which may be Chinese where another was asked for."""

    id: str
    text: str
    lang: str


class Catalog:
    """Every string of the house.

    ``second``: language shown beside Chinese when the resident has chosen Chinese (None: Chinese alone).
    ``show_unreviewed``: give translations that no reviewer has signed, for the bench and for reviewers; never in a hall.
    ``strict``: raise KeyError on an id that no file holds and ValueError on a missing argument. Otherwise they are logged once
    and the id is shown, since a screen with one odd word serves a resident better than a screen that fell.
    """

    def __init__(self, folder: Path, *, second: str | None, show_unreviewed: bool, strict: bool = False) -> None:
        self.second = second
        self._strict = strict
        self._told: set[str] = set()
        self._texts: dict[str, str] = {}
        self._bundles: dict[str, tuple[FluentBundle, Entries]] = {}  # made when a language is first used
        self._shown: dict[str, frozenset[str]] = {}
        reviews = Reviews.load(folder)
        for path in sorted(folder.glob("*.ftl"), key=lambda path: (path.stem != SOURCE, path.stem)):
            lang = path.stem
            text = self._texts[lang] = path.read_text("utf-8")
            self._shown[lang] = frozenset(id for id in ID.findall(text) if show_unreviewed or reviews.covers(lang, id))

    @property
    def languages(self) -> tuple[str, ...]:
        """What a resident may choose: Chinese first, then each language with strings that may be shown."""
        return tuple(lang for lang, ids in self._shown.items() if ids or lang == SOURCE)

    @property
    def ids(self) -> frozenset[str]:
        return self._shown[SOURCE]

    def line(self, m: Msg, lang: str) -> Line:
        """What is shown."""
        given = self._given(m.id, lang)
        text = self._format(m, given, None)
        if _lacks_names(m, given) and text == self._format(m, SOURCE, None):
            given = SOURCE
        return Line(m.id, text, self._attribute(m, given, "lang") or given)

    def spoken(self, m: Msg, lang: str) -> Line:
        """What is said: the ``.spoken`` attribute, else what is shown."""
        given = self._given(m.id, lang)
        words = self._attribute(m, given, "spoken")
        line = self.line(m, lang) if words is None else Line(m.id, words, given)
        return replace(line, text=unmarked(line.text))

    def pair(self, m: Msg, lang: str) -> tuple[Line, Line | None]:
        """In the chosen language, and in the other one: beside Chinese the second language of the hall, beside any other
        language Chinese. None where the other would say the same."""
        first = self.line(m, lang)
        other = self.second if lang == SOURCE else SOURCE
        if other is None:
            return first, None
        second = self.line(m, other)
        return first, None if second.text == first.text or second.lang == first.lang else second

    def clips(self, m: Msg, lang: str, spelled: dict[str, str]) -> tuple[str, ...]:
        """The recordings that make up ``m``, with ``spelled`` (clip ids) in place of its arguments; () if it has no recipe."""
        recipe = self._attribute(Msg(m.id, tuple(sorted(spelled.items()))), self._given(m.id, lang), "clips")
        return tuple(recipe.split()) if recipe else ()

    def _given(self, id: str, lang: str) -> str:
        return lang if id in self._shown.get(lang, ()) else SOURCE

    def _strings(self, lang: str) -> tuple[FluentBundle, Entries]:
        held = self._bundles.get(lang)
        if held is None:
            bundle = FluentBundle([lang], use_isolating=lang in RIGHT_TO_LEFT)
            held = self._bundles[lang] = bundle, Entries(self._texts[lang], bundle)
        return held

    def _format(self, m: Msg, lang: str, attribute: str | None) -> str:
        bundle, entries = self._strings(lang)
        message = entries.message(m.id)
        pattern = None if message is None else message.attributes[attribute] if attribute else message.value
        if pattern is None:
            return self._trouble(KeyError(m.id), m.id)
        text, errors = bundle.format_pattern(pattern, _arguments(m.args, lang))
        return self._trouble(ValueError(f"{lang} {m.id}: {errors}"), str(text)) if errors else str(text)

    def _attribute(self, m: Msg, lang: str, name: str) -> str | None:
        _, entries = self._strings(lang)
        message = entries.message(m.id)
        if message is None or name not in message.attributes:
            return None
        return self._format(m, lang, name)

    def _trouble(self, error: Exception, instead: str) -> str:
        if self._strict:
            raise error
        if instead not in self._told and isinstance(error, KeyError):
            self._told.add(instead)
            log.error("no string has the id %s", instead)
        return instead


def _arguments(args: Iterable[tuple[str, Arg]], lang: str) -> dict[str, str | int]:
    return {name: _in_language(value, lang) if isinstance(value, HallName) else value for name, value in args}


def _lacks_names(m: Msg, lang: str) -> bool:
    """The hall has not given one of its names in ``lang``; a sentence of that name alone is then Chinese."""
    return any(isinstance(value, HallName) and value.in_language(lang) is None for _, value in m.args)


def _in_language(name: HallName, lang: str) -> str:
    return name.in_language(lang) or name.zh
