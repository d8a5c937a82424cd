"""The two that are set side by side: the terminal as a hall starts it, and a browser in kiosk mode."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Protocol

from bench.central.service import family
from script.hall import Hall
from script.hand import Tree, find
from script.processes import Part

Box = tuple[int, int, int, int]
BROWSER = "chromium"


class Program(Protocol):
    """``start`` returns at once; ``shown``: whether what it shows can be used; ``pids``: it and all that it started."""

    name: str

    def start(self) -> None: ...

    def shown(self) -> bool: ...

    def takes_touch(self) -> bool: ...

    def pids(self) -> list[int]: ...

    def stop(self) -> None: ...


class Terminal:
    """The terminal of a hall that was started; it was enrolled then."""

    name = "terminal"

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        part = hall.part(self.name)
        self._argv, self._env = part.argv, part.env
        self._hand = hall.hands[self.name]
        self._part: Part | None = part

    def start(self) -> None:
        self._part = self._hall.processes.start(self.name, self._argv, self._env)

    def shown(self) -> bool:
        return self._hand.ready() and self.tree()["view"] == "home"

    def takes_touch(self) -> bool:
        return bool(self.tree()["ready"])

    def tree(self) -> Tree:
        return self._hand.tree()

    def pids(self) -> list[int]:
        return family(self._part.process.pid) if self._part is not None else []

    def stop(self) -> None:
        if self._part is not None:
            self._hall.processes.stop(self._part)
            self._part = None


class Browser:
    """Chromium with a profile that has been used before, on a page from the disk."""

    name = BROWSER

    def __init__(self, hall: Hall, page: Path, size: tuple[int, int]) -> None:
        self._hall = hall
        self._display = hall.hands["terminal"].display
        program = shutil.which(BROWSER)
        if program is None:
            raise FileNotFoundError(f"{BROWSER} is not installed")
        self._argv = [program, "--kiosk", "--no-first-run", "--no-default-browser-check", "--no-sandbox"]
        self._argv += ["--password-store=basic", f"--window-size={size[0]},{size[1]}", "--window-position=0,0"]
        self._argv += [f"--user-data-dir={page.parent / 'profile'}", page.as_uri()]
        self._part: Part | None = None

    def start(self) -> None:
        self._part = self._hall.processes.start(self.name, self._argv, {"DISPLAY": self._display})

    def shown(self) -> bool:
        return True

    def takes_touch(self) -> bool:
        return True

    def pids(self) -> list[int]:
        return family(self._part.process.pid) if self._part is not None else []

    def stop(self) -> None:
        if self._part is not None:
            self._hall.processes.stop(self._part)
            self._part = None


def box_of(tree: Tree, id: str) -> Box:
    x, y, width, height = find(tree, id)["box_px"]
    return x, y, width, height
