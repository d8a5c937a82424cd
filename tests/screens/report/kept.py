"""What was measured of each setting, in a folder: an interrupted run goes on where it stopped."""

from __future__ import annotations

import pickle
from pathlib import Path

from tests.screens.report.cases import Setting
from tests.screens.report.rules import Ledger


class Kept:
    """``folder``: belongs to one state of the code; of another one its figures would be old."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def has(self, setting: Setting) -> bool:
        return self._path(setting).exists()

    def put(self, setting: Setting, ledger: Ledger, pages: int) -> None:
        new = self._folder / "new"
        new.write_bytes(pickle.dumps((ledger, pages)))
        new.rename(self._path(setting))

    def get(self, setting: Setting) -> tuple[Ledger, int]:
        """Raises KeyError and the like for what was never put."""
        found: tuple[Ledger, int] = pickle.loads(self._path(setting).read_bytes())
        return found

    def _path(self, setting: Setting) -> Path:
        return self._folder / setting.words.replace(" ", "")
