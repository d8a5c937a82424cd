"""Screens are tested without a display: SDL's offscreen driver draws the same pixels (kivy-and-text.md)."""

from __future__ import annotations

import os

from screens import environment

os.environ["SDL_VIDEODRIVER"] = environment.OFFSCREEN
