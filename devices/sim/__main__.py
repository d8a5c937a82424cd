"""``python -m devices.sim --dir DIR``: simulated hardware for a whole hall, and the bench to play with it.

``DIR/devices.json`` is written when everything stands: {"bench": URL, "devices": [...], "toml": "..."}; ``DIR/devices.toml`` has
the [[device]] tables for a kiosk's configuration. Ends at SIGTERM or Ctrl-C and takes its wires with it.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from threading import Event

from devices.sim.bench import BenchServer
from devices.sim.card_vpcd import PORT
from devices.sim.hall import Hall

_VPCD_WITHIN_S = 3.0  # a card service that was started together with this has its slot open by then
_LISTENING = "0A"


def main(argv: Sequence[str] | None = None) -> int:
    options = _arguments().parse_args(argv)
    folder: Path = options.dir.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    if options.tickets is not None:
        options.tickets.mkdir(parents=True, exist_ok=True)
    ended = Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: ended.set())
    card_port = _card_port(options.vpcd, options.vpcd_port)
    with Hall(folder, card_port=card_port, printer_port=options.printer, tickets=options.tickets) as hall:
        with BenchServer(hall, options.http) as bench:
            _publish(folder, hall, bench.url)
            print(f"开发者台 bench        {bench.url}/\n设备清单 devices      {folder / 'devices.json'}", flush=True)
            if card_port is None:
                print("没有社保卡读卡器 · no social security card reader: pcscd with vpcd is not running here", flush=True)
            ended.wait()
    _withdraw(folder)
    return 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m devices.sim", description="模拟一个大厅的设备 · a hall's worth of simulated hardware")
    parser.add_argument("--dir", type=Path, required=True, help="folder of the wires and of devices.json")
    parser.add_argument("--http", type=int, default=0, metavar="PORT", help="port of the bench on loopback (default: any)")
    parser.add_argument("--printer", type=int, default=0, metavar="PORT", help="port of the network printer (default: any)")
    parser.add_argument("--tickets", type=Path, metavar="DIR", help="keep a PNG of every piece of paper here")
    parser.add_argument(
        "--vpcd",
        action=argparse.BooleanOptionalAction,
        help="a card reader behind pcscd; default: if pcscd has a virtual reader within three seconds",
    )
    parser.add_argument("--vpcd-port", type=int, default=PORT, metavar="PORT", help=f"of the virtual reader (default: {PORT})")
    return parser


def _card_port(wanted: bool | None, port: int) -> int | None:
    if wanted is not None:
        return port if wanted else None
    end = time.monotonic() + _VPCD_WITHIN_S
    while not _is_listened_to(port):
        if time.monotonic() > end:
            return None
        time.sleep(0.1)
    return port


def _is_listened_to(port: int) -> bool:
    """Looked up in the kernel's table: to connect would be to insert a card."""
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        if Path(table).exists():
            rows = [row.split() for row in Path(table).read_text().splitlines()[1:]]
            if any(row[3] == _LISTENING and int(row[1].rpartition(":")[2], 16) == port for row in rows):
                return True
    return False


def _publish(folder: Path, hall: Hall, url: str) -> None:
    """All at once: who waits for devices.json may read it as soon as it is there."""
    (folder / "devices.toml").write_text(hall.toml(), "utf-8")
    listing = {"bench": url, "devices": hall.devices, "toml": hall.toml()}
    new = folder / "devices.json.new"
    new.write_text(json.dumps(listing, ensure_ascii=False, indent=1) + "\n", "utf-8")
    os.replace(new, folder / "devices.json")


def _withdraw(folder: Path) -> None:
    for name in ("devices.json", "devices.toml"):
        (folder / name).unlink(missing_ok=True)


if __name__ == "__main__":
    sys.exit(main())
