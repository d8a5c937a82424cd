"""A virtual reader for chip cards (vpcd): a folder of configuration for a pcscd of its own, with the reader on free ports.

The machine's own configuration names a port out of those that the system lends to any connection, and two readers cannot have it.
"""

from __future__ import annotations

import socket
from pathlib import Path

DRIVER = Path("/usr/lib/pcsc/drivers/serial/libifdvpcd.so")  # of Debian's vsmartcard-vpcd
NAME = "Virtual PCD"


def set_up(folder: Path) -> int:
    """Makes ``folder``, which pcscd reads every file of (``--config``); the port on which the reader takes its card."""
    port = _two_free_ports()
    folder.mkdir(parents=True, exist_ok=True)
    lines = [f'FRIENDLYNAME "{NAME}"', f"DEVICENAME /dev/null:{port:#x}", f"LIBPATH {DRIVER}", f"CHANNELID {port:#x}"]
    (folder / "vpcd").write_text("\n".join(lines) + "\n", "ascii")
    return port


def _two_free_ports() -> int:
    """The first of two neighbours: vpcd opens one a slot, and has two slots."""
    while True:
        with socket.socket() as first, socket.socket() as second:
            first.bind(("0.0.0.0", 0))
            port: int = first.getsockname()[1]
            try:
                second.bind(("0.0.0.0", port + 1))
            except (OSError, OverflowError):
                continue
            return port
