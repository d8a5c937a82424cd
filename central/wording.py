"""Codes in words, for files and pages: a ``words.toml`` beside the package that has the codes."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

Lang = Literal["zh", "en"]
Say = Callable[..., str]
"""Words for a key such as ``state.open``; values by name. Raises ``KeyError`` for what has none."""


def wording(package: str) -> Callable[[str], Say]:
    """From a language to its words. ``package``: its ``__file__``, or that of any module in it."""
    words: dict[str, dict[str, dict[str, str]]] = tomllib.loads(Path(package).with_name("words.toml").read_text("utf-8"))

    def saying(lang: str) -> Say:
        def say(key: str, **values: Any) -> str:
            kind, _, code = key.partition(".")
            return words[lang][kind][code].format(**values)

        return say

    return saying
