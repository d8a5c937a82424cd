"""The states and choices of mandates in words (``words.toml``)."""

from __future__ import annotations

import tomllib
from functools import partial
from pathlib import Path
from typing import Literal

from central.mandates.facts import Say

Lang = Literal["zh", "en"]

WORDS = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))


def _said(lang: str, key: str) -> str:
    kind, _, code = key.partition(".")
    word: str = WORDS[lang][kind][code]
    return word


def saying(lang: str) -> Say:
    """Raises ``KeyError`` for what has no words."""
    return partial(_said, lang)
