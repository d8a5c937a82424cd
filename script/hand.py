"""A hand in front of a terminal: it finds things on the glass by the inspect tree and touches them with real X events."""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from PIL import Image

from script import xvfb

Tree = dict[str, Any]

NEXT_PAGE = "choice.page.next"
LOOK_EVERY_S = 0.04  # each look makes the program tell all that it shows
REACH_S = 0.1  # from seeing to touching; nobody is faster
TWICE_S = 0.6  # between two strikes that are meant as two; what comes within half a second is one (EN 301 549, 5.8)


class NotOnTheGlass(Exception):
    """What was to be seen or touched did not appear; the message says what was there instead."""


class Hand:
    """``display``: the X screen, ``inspect``: base URL of the program's inspect port."""

    def __init__(self, display: str, inspect: str) -> None:
        self.display = display
        self._inspect = inspect
        self.touches = 0
        self._struck_at = 0.0

    @property
    def inspect(self) -> str:
        return self._inspect

    def tree(self) -> Tree:
        with urlopen(f"{self._inspect}/tree", timeout=5) as reply:
            answer: Tree = json.load(reply)
        return answer

    def health(self) -> Tree:
        """What the program says of itself: the service, the devices that are down."""
        with urlopen(f"{self._inspect}/health", timeout=5) as reply:
            answer: Tree = json.load(reply)
        return answer

    def ready(self) -> bool:
        """True once the program shows anything."""
        try:
            return bool(self.tree().get("elements"))
        except (URLError, OSError, ValueError):
            return False

    def see(self, what: str, holds: Callable[[Tree], bool], limit_s: float = 20.0) -> Tree:
        """Wait until the glass shows something; returns the tree that did."""
        end = time.monotonic() + limit_s
        while True:
            tree = self.tree()
            if holds(tree):
                return tree
            if time.monotonic() > end:
                raise NotOnTheGlass(f"no {what} within {limit_s:.0f} s; the view is {tree['view']}: {labels(tree)}")
            time.sleep(LOOK_EVERY_S)

    def see_view(self, name: str, limit_s: float = 20.0) -> Tree:
        return self.see(f"view {name}", lambda tree: tree["view"] == name, limit_s)

    def touch(self, element: str, limit_s: float = 20.0) -> float:
        """Touch an element by its id, with a real pointer; returns the monotonic time of letting go. Pages are turned to find
        it, which are touches too."""
        tree = self.see(f"button {element}", lambda tree: can_touch(tree, element) or can_touch(tree, NEXT_PAGE), limit_s)
        while not can_touch(tree, element):
            self._press(NEXT_PAGE)
            tree = self._see_page(tree["page"] + 1)
            if not (can_touch(tree, element) or can_touch(tree, NEXT_PAGE)):
                raise NotOnTheGlass(f"{element} is on no page of the view {tree['view']}")
        return self._press(element)

    def _see_page(self, page: int) -> Tree:
        return self.see(f"page {page}", lambda tree: tree["page"] == page)

    def _press(self, element: str) -> float:
        self.see("glass that takes a touch", lambda tree: bool(tree["ready"]))  # the second of two strikes would not count
        time.sleep(max(REACH_S, self._struck_at + TWICE_S - time.monotonic()))  # a busy glass may still say so of the time before
        x, y, width, height = find(self.tree(), element)["box_px"]  # where it is now: a view that is drawn again may move it
        here = ["xdotool", "mousemove", str(int(x + width / 2)), str(int(y + height / 2))]
        subprocess.run([*here, "mousedown", "1"], env={"DISPLAY": self.display, "PATH": _path()}, check=True)
        time.sleep(0.06)  # a finger rests on the glass for a moment
        subprocess.run(["xdotool", "mouseup", "1"], env={"DISPLAY": self.display, "PATH": _path()}, check=True)
        self.touches += 1
        self._struck_at = time.monotonic()
        return self._struck_at

    def picture(self, path: Path) -> Image.Image:
        """Save what is on the screen."""
        image = xvfb.picture(self.display)
        image.save(path, optimize=True)
        return image


def find(tree: Tree, element: str) -> Tree:
    for entry in tree["elements"]:
        if entry["id"] == element:
            found: Tree = entry
            return found
    raise NotOnTheGlass(f"{element} is not on the view {tree['view']}")


def can_touch(tree: Tree, element: str) -> bool:
    return any(entry["id"] == element and entry.get("enabled", True) for entry in tree["elements"])


def labels(tree: Tree, lang: str = "zh") -> list[str]:
    """The words on the glass, top to bottom."""
    return [entry["label"][lang] for entry in tree["elements"] if entry.get("label", {}).get(lang)]


def _path() -> str:
    return os.environ.get("PATH", "/usr/bin:/bin")
