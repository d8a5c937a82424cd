"""Screens are tested without a display: SDL's offscreen driver draws the same pixels (kivy-and-text.md)."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from screens import environment
from tests.screens import showing

os.environ["SDL_VIDEODRIVER"] = environment.OFFSCREEN


@pytest.fixture(autouse=True, scope="module")
def _sheets_are_kept_for_one_file() -> Iterator[None]:
    yield
    showing.forget()
