"""The configurations of a hall in a box, one a role."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

SMALLEST_SIDE = 480  # pixels; [panel] of the terminal's configuration takes no less
VOICES = Path(__file__).resolve().parents[1] / "assets" / "voices"


@dataclass(frozen=True)
class Panel:
    """A role's glass: pixels, and millimetres a pixel."""

    width: int
    height: int
    pitch_mm: float

    def on_a_desk(self) -> Panel:
        """The same glass in millimetres with half the pixels a side, as far as a panel may go down, to fit beside others."""
        part = max(Fraction(1, 2), Fraction(SMALLEST_SIDE, min(self.width, self.height)))
        return Panel(int(self.width * part), int(self.height * part), float(self.pitch_mm / part))


PANELS = {
    "terminal": Panel(1080, 1920, 0.248),  # 21.5 inches, upright
    "display": Panel(1920, 1080, 0.633),  # a 55-inch television
    "pad": Panel(1280, 800, 0.17),  # a 10-inch tablet
}

WRITING = {"driver": "zinnia", "name": "writing"}
ROLES_OF = {"voice": ("terminal", "display"), "writing": ("terminal",)}  # what needs no wire

DEVICES_OF = {  # names in devices.json that a role is wired to
    "terminal": ("id-reader", "card-reader", "printer", "keypad", "jack"),
    "display": (),
    "pad": ("pad", "pad-keypad"),
}


@dataclass(frozen=True)
class Place:
    """``home``: where the configurations go. ``config``: a terminal's configuration to begin with. ``silent``: without voices.
    ``between``: what the display shows between calls, as in its table [display]; what isn't there is as by itself."""

    home: Path
    url: str
    second: str
    show_unreviewed: bool
    config: Path | None = None
    silent: bool = False
    between: Mapping[str, Any] = field(default_factory=dict)


def write(role: str, place: Place, panel: Panel, devices: Mapping[str, Any]) -> Path:
    """Write ``<role>.toml`` and return its path. ``devices``: the listing of the simulators."""
    path = place.home / f"{role}.toml"
    own = place.config if role == "terminal" else None
    text = own.read_text("utf-8") if own is not None else _text(role, place, panel)
    wires = [table for table in devices.get("devices", []) if table["name"] in DEVICES_OF[role]]
    for table in wires:
        if table["driver"].startswith("escpos-"):  # a half ticket is voided even after the terminal itself lost power
            table = {**table, "memory": str(place.home / role / f"{table['name']}.memory")}
        text += _device(table)
    path.write_text(text, "utf-8")
    return path


def _text(role: str, place: Place, panel: Panel) -> str:
    there = () if place.silent else (_voice(role, place),)
    return (
        f'role = "{role}"\n'
        f'\n[service]\nurl = "{place.url}"\nstate = "{role}"\n'
        f"\n[panel]\nwidth_px = {panel.width}\nheight_px = {panel.height}\npitch_mm = {panel.pitch_mm}\n"
        f'\n[language]\nsecond = "{place.second}"\nshow_unreviewed = {str(place.show_unreviewed).lower()}\n'
        + (f"\n[display]\n{_lines(place.between)}" if role == "display" and place.between else "")
    ) + "".join(_device(table) for table in (*there, WRITING) if role in ROLES_OF[table["name"]])


def _voice(role: str, place: Place) -> dict[str, str]:
    return {"driver": "voice", "name": "voice", "voices": str(VOICES), "cache": str(place.home / role / "speech")}


def _device(table: Mapping[str, Any]) -> str:
    return f"\n[[device]]\n{_lines(table)}"


def _lines(table: Mapping[str, Any]) -> str:
    return "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in table.items())


def transcript(config: Path, path: Path) -> None:
    """Put a written voice in place of the one that sounds, or where there is none."""
    before, _, rest = config.read_text("utf-8").partition('[[device]]\ndriver = "voice"')
    _, table, after = rest.partition("\n\n[[device]]")
    written = f'\n[[device]]\ndriver = "transcript"\nname = "voice"\npath = "{path}"\n'
    config.write_text(before.rstrip("\n") + "\n" + written + table + after, "utf-8")
