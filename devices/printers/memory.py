"""Whether a half-printed ticket may hang from the printer; remembered in a file, if there is one, through a power cut."""

from __future__ import annotations

import logging
import os
from pathlib import Path

_log = logging.getLogger(__name__)


class HalfPrinted:
    """True from before the first byte of a ticket until it is known to be whole. ``file`` None: forgotten when the kiosk ends.

    The file holds nothing; that it is there says all. Trouble with it is logged and otherwise ignored: a kiosk with a full disk
    still prints.
    """

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._now = file is not None and file.exists()

    def __bool__(self) -> bool:
        return self._now

    def set(self, half_printed: bool) -> None:
        if half_printed == self._now:
            return
        self._now = half_printed
        if self._file is None:
            return
        try:
            if half_printed:
                self._file.touch()
            else:
                self._file.unlink(missing_ok=True)
            _to_disk(self._file.parent)
        except OSError as why:
            _log.warning("%s cannot be kept: %s", self._file.name, why.strerror)


def _to_disk(folder: Path) -> None:
    directory = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)
