"""``bangban-devices``: what is plugged in, what it is, and whether a driver can serve it - without the kiosk."""

from __future__ import annotations

import argparse
import sys
import time
import tomllib
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from threading import Event, Lock
from typing import Any

from PIL import Image, ImageDraw

from devices import options, plugged, recognise, registry
from devices.options import Mistake
from devices.plugged import Found, Kind
from devices.ports import Utterance
from devices.sim.__main__ import main as simulate
from devices.types import CardPresented, DeviceEvent, DeviceUp

_HEADINGS = {
    Kind.SERIAL: "串口 serial ports",
    Kind.SMART_CARD: "智能卡读卡器 smart-card readers (PC/SC)",
    Kind.PRINTER: "打印机设备文件 printer device files",
    Kind.INPUT: "键盘类输入设备 keyboards",
}
_SENTENCE = "您好，声音正常。"
_SHORTEST_NUMBER = 8


def main(argv: Sequence[str] | None = None) -> int:
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == ["simulate"]:
        return simulate(words[1:])
    asked = _arguments().parse_args(words)
    work: Callable[[argparse.Namespace], int] = asked.work
    return work(asked)


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bangban-devices", description="接了什么设备，是什么，能不能用 · what is plugged in")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    listing = commands.add_parser("list", help="列出接着的设备 · list what is plugged in")
    listing.set_defaults(work=_list)
    identify = commands.add_parser("identify", help="问它是什么 · ask each what it is")
    identify.add_argument("place", nargs="*", help="a port, a device file or HOST:PORT; without any, all that is listed")
    identify.set_defaults(work=_identify)
    trying = commands.add_parser(
        "try",
        help="试用一个驱动 · run one driver and show what it tells",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog=_all_options(),
    )
    trying.add_argument("driver", choices=sorted(registry.drivers()), metavar="DRIVER")
    trying.add_argument("option", nargs="*", metavar="KEY=VALUE")
    trying.add_argument("--seconds", type=float, help="end after so long; without it, at Ctrl-C")
    trying.set_defaults(work=_try)
    commands.add_parser("simulate", help="模拟一个大厅的设备 · python -m devices.sim")
    return parser


def _all_options() -> str:
    lines = []
    for name, driver in sorted(registry.drivers().items()):
        lines += [f"{name}:", *(f"  {line}" for line in options.describe(driver.options))]
    return "\n".join(lines)


def _list(asked: argparse.Namespace) -> int:
    found = plugged.everything()
    for kind, heading in _HEADINGS.items():
        print(heading)
        of_kind = [one for one in found if one.kind is kind]
        for one in of_kind:
            print(f"  {one.place}  {one.about}".rstrip())
        if not of_kind:
            print("  无 none")
    return 0


def _identify(asked: argparse.Namespace) -> int:
    """Exit status 1 when something could not be opened."""
    failed = False
    for one in [_as_found(place) for place in asked.place] or plugged.everything():
        try:
            said = _recognised(one)
        except (OSError, ValueError) as why:
            failed, said = True, f"打不开 · cannot be opened: {why}"
        print(f"{one.place}\n  {said}")
    return 1 if failed else 0


def _as_found(place: str) -> Found:
    if Path(place).name.startswith("event") or place.endswith("-event-kbd"):
        return Found(Kind.INPUT, place)
    return Found(Kind.PRINTER if Path(place).name.startswith("lp") else Kind.SERIAL, place)


def _recognised(one: Found) -> str:
    if one.kind is Kind.SMART_CARD:
        return "读卡器 card reader: driver pcsc-card"
    if one.kind is Kind.INPUT:
        return recognise.at_input_device(one.place)
    if one.kind is Kind.PRINTER:
        return recognise.at_device_file(one.place)
    host, _, port = one.place.rpartition(":")
    if host and not one.place.startswith("/"):
        return recognise.at_address(host, int(port))
    return recognise.at_serial_port(one.place)


def _try(asked: argparse.Namespace) -> int:
    """Exit status 0 when the device was up at least once, 2 when its options are wrong."""
    given = dict(_pair(word) for word in asked.option)
    mistakes: list[Mistake] = registry.check(asked.driver, given)
    if mistakes:
        print("\n".join(str(mistake) for mistake in mistakes), file=sys.stderr)
        return 2
    shown = _Shown()
    device = registry.build(asked.driver, asked.driver, given)
    device.start(shown)
    try:
        end = time.monotonic() + (asked.seconds or float("inf"))
        tried = False
        while time.monotonic() < end:
            if shown.up.wait(0.2) and not tried:
                tried = True
                _exercise(device, shown)
            time.sleep(0.1)
    except KeyboardInterrupt:
        pass
    finally:
        device.stop()
    return 0 if shown.up.is_set() else 1


def _pair(word: str) -> tuple[str, Any]:
    """``port=9100`` is a number, ``levels=[5,4]`` a list, as in TOML; all else is text."""
    key, _, value = word.partition("=")
    try:
        return key, tomllib.loads(f"value = {value}")["value"]
    except tomllib.TOMLDecodeError:
        return key, value


class _Shown:
    """Passed as ``tell``: prints each event, and never a whole person."""

    def __init__(self) -> None:
        self.up = Event()
        self._lock = Lock()

    def __call__(self, event: DeviceEvent) -> None:
        if isinstance(event, DeviceUp):
            self.up.set()
        self.say(f"{event}\n    {_masked(event)}" if isinstance(event, CardPresented) else str(event))

    def say(self, sentence: str) -> None:
        with self._lock:
            print(f"{datetime.now():%H:%M:%S.%f}"[:-3], sentence, flush=True)


def _masked(event: CardPresented) -> str:
    """Surname and ＊, and the last four of the number."""
    holder = event.holder
    number = holder.id_number[-4:] if len(holder.id_number) >= _SHORTEST_NUMBER else "＊" * 4
    return f"{holder.name[:1]}＊ …{number}"


def _exercise(device: Any, shown: _Shown) -> None:
    """Once it is up, have the device do what it is for; readers and keypads are for the hand of whoever tries them."""
    if hasattr(device, "print"):
        shown.say(f"打印一张测试票 · a test ticket: {device.print(_test_ticket(device.width_dots))}")
    elif hasattr(device, "open"):
        device.open("try")
        shown.say("请按评价器 · press a key of the pad")
    elif hasattr(device, "say"):
        device.say("try", [Utterance(_SENTENCE, "zh")])
    else:
        shown.say("请放卡或按键 · lay a card, or press keys")


def _test_ticket(width: int) -> Image.Image:
    """A frame, a grid of millimetres and a wedge of greys: enough to see a lost line, a wrong width, a weak head."""
    ticket = Image.new("1", (width, 400), 1)
    draw = ImageDraw.Draw(ticket)
    draw.rectangle((0, 0, width - 1, 399), outline=0, width=4)
    for x in range(0, width, 8):
        draw.line((x, 20, x, 60 if x % 80 == 0 else 40), fill=0)
    for step in range(1, 8):
        box = (width * step // 9, 100, width * (step + 1) // 9, 220)
        shade = Image.new("L", (box[2] - box[0], box[3] - box[1]), 255 - 255 * step // 7)
        ticket.paste(shade.convert("1"), box)
    draw.line((0, 240, width, 390), fill=0, width=3)
    return ticket


if __name__ == "__main__":
    sys.exit(main())
