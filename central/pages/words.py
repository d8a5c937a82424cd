"""What the pages say, by language: ``strings/<part>.<lang>.toml``. A key is ``part.key``; all languages have the same keys."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

LANGUAGES = ("zh", "en")
"""Those of the staff's pages; the first is the one that everybody starts with."""

STRINGS = Path(__file__).parent / "strings"


class Words:
    """The sentences of one language. A thing of the hall that has no name in it keeps its Chinese one."""

    def __init__(self, lang: str, sentences: Mapping[str, str]) -> None:
        self.lang = lang
        self._sentences = sentences
        # Made once: a page has a hundred sentences, and asks for a few of two thousand for its scripts.
        self._whole: dict[str, Markup] = {}
        self._escaped: dict[str, Markup] = {}
        self._parts: dict[tuple[str, ...], dict[str, str]] = {}

    def __call__(self, key: str, **values: Any) -> str:
        """Raises ``KeyError`` for a key or a value that is missing. With ``n=1``, ``key_one`` goes before ``key``."""
        return self._pattern(key, values).format(**values)

    def marked(self, key: str, **values: Any) -> Markup:
        """For templates: values are escaped unless they are markup already."""
        if values:
            return self._escape(self._pattern(key, values)).format(**values)
        if key not in self._whole:
            self._whole[key] = self._escape(self._sentences[key]).format()
        return self._whole[key]

    def maybe(self, key: str) -> str | None:
        """For a code that the service stores and these pages may not know: it is then passed over, never shown raw."""
        return self._sentences.get(key)

    def of(self, *parts: str) -> dict[str, str]:
        """Everything that stands in ``parts``, for the page's scripts."""
        if parts not in self._parts:
            those = {key: sentence for key, sentence in self._sentences.items() if key.partition(".")[0] in parts}
            self._parts[parts] = those
        return self._parts[parts]

    def named(self, names: Mapping[str, str]) -> str:
        """What a thing of the hall is called."""
        return names.get(self.lang) or names["zh"]

    def _escape(self, sentence: str) -> Markup:
        if sentence not in self._escaped:
            self._escaped[sentence] = Markup(escape(sentence))
        return self._escaped[sentence]

    def _pattern(self, key: str, values: Mapping[str, Any]) -> str:
        one = self._sentences.get(f"{key}_one") if values.get("n") == 1 else None
        return one or self._sentences[key]


def _flat(table: Mapping[str, Any], before: str) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{before}{key}.")
        else:
            yield before + key, value


def read(lang: str) -> dict[str, str]:
    """All sentences of one language."""
    sentences: dict[str, str] = {}
    for path in sorted(STRINGS.glob(f"*.{lang}.toml")):
        sentences.update(_flat(tomllib.loads(path.read_text("utf-8")), f"{path.name.partition('.')[0]}."))
    return sentences


WORDS = {lang: Words(lang, read(lang)) for lang in LANGUAGES}
