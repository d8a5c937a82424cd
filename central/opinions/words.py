"""Kinds, topics and states of opinions in words (``words.toml``)."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import partial
from pathlib import Path

WORDS = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))


def saying(lang: str) -> Callable[[str], str]:
    """Words for a key such as ``kind.complaint``. Raises ``KeyError`` for what has none."""
    return partial(_said, lang)


def _said(lang: str, key: str) -> str:
    kind, _, code = key.partition(".")
    word: str = WORDS[lang][kind][code]
    return word
