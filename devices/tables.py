"""Where python-escpos keeps its table of printers between two starts: reading it from YAML takes a third of a second each time,
before the first view."""

from __future__ import annotations

import os
from pathlib import Path

NAMED_BY = "ESCPOS_CAPABILITIES_PICKLE_DIR"  # read when python-escpos is imported


def keep_in(folder: Path) -> None:
    """``folder`` is the machine's own: nobody else may write what is loaded from there. One that cannot be written to is left."""
    if os.access(folder, os.W_OK):
        os.environ.setdefault(NAMED_BY, str(folder))
