"""The machine's configuration: TOML -> frozen values, or every mistake at once with its section and key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from devices.options import build, check, option
from kiosk.flows.step import Turns
from kiosk.panel import Panel
from kiosk.reach import HIGHEST_MM, LOWEST_MM, SEATED_MM, Reach
from kiosk.text.runs import VERTICAL

ROLES = ("terminal", "display", "pad")
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,31}")

CheckDevice = Callable[[str, Mapping[str, Any]], list[str]]


@dataclass(frozen=True)
class Service:
    url: str = option("address of the central service, such as http://192.168.1.10:8080")
    state: str = option("folder of the machine's own files; relative to the configuration file")
    ca: str = option("file of certificates to trust in place of the system's", "")


@dataclass(frozen=True)
class PanelOptions:
    width_px: int = option("pixels across", low=480, high=7680)
    height_px: int = option("pixels down", low=480, high=7680)
    pitch_mm: float = option("millimetres a pixel; measure the glass and divide", low=0.05, high=2.0)
    fullscreen: bool = option("false: a window, for the bench", True)
    bottom_mm: float | None = option(
        "millimetres from the floor to the picture's lower edge; without it the reach is not looked after", None, low=0, high=2500
    )
    posture: str = option(
        "whom a visit begins for; seated: every control below seated_reach_mm", "standing", among=("standing", "seated")
    )
    reach_mm: float = option("the highest that a control may stand above the floor", HIGHEST_MM, low=800, high=HIGHEST_MM)
    seated_reach_mm: float = option("the same where the resident is seated", SEATED_MM, low=700, high=HIGHEST_MM)
    lowest_mm: float = option("the lowest that a control may stand above the floor", LOWEST_MM, low=LOWEST_MM, high=700)


@dataclass(frozen=True)
class Language:
    second: str = option("language beside Chinese, such as mn or en; without it Chinese alone", "")
    order: str = option(
        "which of two languages stands above the other: the resident's own, always Chinese, or always the second",
        "resident",
        among=("resident", "chinese", "second"),
    )
    side: str = option("side of the Chinese on which a language in columns stands (Mongolian)", "left", among=("left", "right"))
    size_ratio: float = option("height of the other language to that of the resident's; 1.0: equal", 0.62, low=0.62, high=1.0)
    show_unreviewed: bool = option("show translations that no reviewer has signed; for the bench, never in a hall", False)


@dataclass(frozen=True)
class VoiceOptions:
    on: bool = option("whether a visit begins with the voice on", True)
    clicks: bool = option("whether touches and keys are answered by a short sound", True)


@dataclass(frozen=True)
class Window:
    id: str = option("id of the window that the pad stands at; without it the one it was enrolled for", "")


@dataclass(frozen=True)
class DisplayOptions:
    area: str = option("call zone of the waiting area it hangs in: calls of other zones are not shown; without it all are", "")
    farthest_m: float = option("metres from the screen to the farthest seat: numbers are made so large", 5.0, low=1, high=40)
    guides: int = option("how many of the guides that are asked for most are shown between calls; 0: none", 6, low=0, high=24)
    staff: bool = option("whether the staff on duty are shown between calls, with their telephones", True)
    turn_s: float = option("seconds that each of these is shown", 15.0, low=5, high=120)


@dataclass(frozen=True)
class Inspect:
    address: str = option("HOST:PORT to answer GET /tree and /health; loopback only; without it nothing is answered", "")


@dataclass(frozen=True)
class DeviceConfig:
    """``options`` were checked against those of the driver."""

    driver: str
    name: str
    options: Mapping[str, Any]


@dataclass(frozen=True)
class Config:
    role: str
    service: Service
    panel: PanelOptions
    language: Language
    voice: VoiceOptions
    window: Window
    display: DisplayOptions
    inspect: Inspect
    devices: tuple[DeviceConfig, ...]
    folder: Path  # of the configuration file

    @property
    def state(self) -> Path:
        return self.folder / self.service.state

    @property
    def turns(self) -> Turns:
        given = self.display
        return Turns(given.guides, given.staff, given.turn_s, second=bool(self.language.second))

    @property
    def glass(self) -> Panel:
        given = self.panel
        return Panel(
            given.width_px,
            given.height_px,
            given.pitch_mm,
            given.fullscreen,
            bottom_mm=given.bottom_mm,
            reach=Reach(given.lowest_mm, given.reach_mm, min(given.seated_reach_mm, given.reach_mm)),
            farthest_mm=self.display.farthest_m * 1000,
        )


SECTIONS: dict[str, type] = {
    "service": Service,
    "panel": PanelOptions,
    "language": Language,
    "voice": VoiceOptions,
    "window": Window,
    "display": DisplayOptions,
    "inspect": Inspect,
}


class ConfigBroken(Exception):
    """``mistakes``: every one, each a line that names its section and key."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


def read(path: Path, role: str, *, languages: Collection[str], check_device: CheckDevice) -> Config:
    """``role``: what the machine was started as. ``languages``: those that have strings. ``check_device``: the mistakes in a
    driver's options, "" for its name standing for an unknown driver."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigBroken([f"{path}: cannot be read: {error}"]) from error
    return parse(text, path.parent, role, languages=languages, check_device=check_device)


def parse(text: str, folder: Path, role: str, *, languages: Collection[str], check_device: CheckDevice) -> Config:
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigBroken([f"not TOML: {error}"]) from error
    mistakes = [
        *_top(given, role),
        *(mistake for name, options in SECTIONS.items() for mistake in _section(given, name, options)),
        *_devices(given.get("device", []), check_device),
    ]
    mistakes += [] if mistakes else _meaning(given, languages)
    if mistakes:
        raise ConfigBroken(mistakes)
    return Config(
        role=role,
        folder=folder,
        devices=tuple(_device(one) for one in given.get("device", [])),
        **{name: build(options, given.get(name, {})) for name, options in SECTIONS.items()},
    )


def _top(given: Mapping[str, Any], role: str) -> Iterator[str]:
    known = {"role", "device", *SECTIONS}
    for key in given:
        if key not in known:
            yield f"{key}: unknown; known are role, [[device]] and [{'], ['.join(SECTIONS)}]"
    if "role" not in given:
        yield f"role: missing; one of {', '.join(ROLES)}"
    elif given["role"] not in ROLES:
        yield f"role: must be one of {', '.join(ROLES)}, not {given['role']!r}"
    elif given["role"] != role:
        yield f"role: this is the configuration of a {given['role']}, and a {role} was started"


def _section(given: Mapping[str, Any], name: str, options: type) -> Iterator[str]:
    table = given.get(name, {})
    if not isinstance(table, dict):
        yield f"[{name}]: a section is wanted"
        return
    for mistake in check(options, table):
        yield f"[{name}] {mistake}"


def _devices(tables: Any, check_device: CheckDevice) -> Iterator[str]:
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        yield "device: write [[device]], once for each"
        return
    names: set[str] = set()
    for number, table in enumerate(tables, 1):
        place = f"[[device]] {number}"
        name, driver = table.get("name"), table.get("driver")
        if not isinstance(name, str) or not _NAME.fullmatch(name):
            yield f"{place} name: small letters, digits, - and _ are wanted, not {name!r}"
        elif name in names:
            yield f"{place} name: {name} is there twice"
        else:
            names.add(name)
        if not isinstance(driver, str):
            yield f"{place} driver: missing"
            continue
        for mistake in check_device(driver, _device(table).options):
            yield f"{place} {mistake}"


def _device(table: Mapping[str, Any]) -> DeviceConfig:
    options = {key: value for key, value in table.items() if key not in ("driver", "name")}
    return DeviceConfig(str(table.get("driver")), str(table.get("name")), options)


def _meaning(given: Mapping[str, Any], languages: Collection[str]) -> list[str]:
    """What types and bounds cannot say; asked when they are right."""
    mistakes = []
    url = given["service"]["url"]
    if not _is_address(url):
        mistakes.append(f"[service] url: http://HOST:PORT or https://HOST is wanted, without a path, not {url!r}")
    second = given.get("language", {}).get("second", "")
    if second == "zh":
        mistakes.append("[language] second: Chinese is the first; leave this out where there is no other")
    elif second and second not in languages:
        others = ", ".join(sorted(set(languages) - {"zh"}))
        mistakes.append(f"[language] second: there are strings for {others}, not for {second!r}")
    paired = [key for key in ("order", "side", "size_ratio") if key in given.get("language", {})]
    if paired and not second:
        mistakes.append(f"[language] {', '.join(paired)}: there is no second language to set; say which, or leave this out")
    elif "side" in paired and second not in VERTICAL:
        mistakes.append(f"[language] side: {second!r} stands above or below Chinese, not beside it: order says which")
    panel = given["panel"]
    if panel.get("seated_reach_mm", 0) > panel.get("reach_mm", HIGHEST_MM):
        mistakes.append("[panel] seated_reach_mm: who sits reaches no higher than who stands: at most reach_mm is wanted")
    address = given.get("inspect", {}).get("address", "")
    if address and loopback(address) is None:
        mistakes.append(f"[inspect] address: 127.0.0.1:PORT is wanted, not {address!r}")
    return mistakes


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        _ = parts.port  # raises for what is no port
    except ValueError:
        return False
    bare = parts.path in ("", "/") and not parts.query and not parts.fragment and "@" not in parts.netloc
    return parts.scheme in ("http", "https") and bool(parts.hostname) and bare


def loopback(address: str) -> tuple[str, int] | None:
    """Host and port of "127.0.0.1:8765"; None for what is not on this machine's loopback."""
    host, _, port = address.rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    try:
        local = ip_address(host).is_loopback
    except ValueError:
        return None
    return (host, int(port)) if local and port.isdecimal() and int(port) <= 65535 else None
