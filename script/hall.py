"""A hall in a box: the central service, a terminal, the hall's display and a window's pad as processes of this machine, with
simulated devices on real wires unless the configuration names real ones. What ``script/run`` starts, and what the tour and the
journeys walk through.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import tempfile
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from devices.sim.control import BenchClient
from script import card_service, sound, virtual_reader, xvfb
from script.configs import PANELS, Panel, Place, transcript, write
from script.hand import Hand
from script.processes import Part, Processes, answers, own_program, until

PROGRAMS = {"terminal": "bangban-kiosk", "display": "bangban-display", "pad": "bangban-pad"}
MACHINES = {"terminal": "入口自助终端", "display": "等候区显示屏", "pad": "1号窗口评价器"}  # of the sample hall
TOUCHED = ("terminal", "pad")

Tell = Callable[[str], None]


@dataclass(frozen=True)
class Wishes:
    """How the hall shall stand. ``home``: the folder for all that it keeps. ``virtual``: screens, loudspeaker and card service
    of our own, whatever the machine has. ``config``: a terminal's configuration; its [[device]] tables replace the simulated
    devices. ``second``: the language beside Chinese. ``card_service``: whether there is a reader for chip cards. ``silent``: no
    machine has a loudspeaker. ``roles``: which machines stand in it. ``frames``: a folder in which the terminal's virtual
    screen keeps its picture. ``voice``: the program with which the service speaks. ``transcript``: a folder in which the
    terminal and the pad write what they say ("<role>.jsonl"), in place of saying it. ``between``: what the display shows
    between calls, where not as by itself. ``neighbour``: the description of another hall of the same service."""

    home: Path
    windowed: bool = False
    virtual: bool = False
    port: int = 0
    config: Path | None = None
    second: str = "mn"
    show_unreviewed: bool = True
    card_service: bool = True
    silent: bool = False
    roles: tuple[str, ...] = tuple(PANELS)
    frames: Path | None = None
    voice: Path | None = None
    transcript: Path | None = None
    between: Mapping[str, Any] = field(default_factory=dict)
    neighbour: Path | None = None


class Hall:
    """``start`` returns when every glass shows something; ``stop`` ends all that it started."""

    def __init__(self, wishes: Wishes) -> None:
        self.wishes = wishes
        self.home = wishes.home.resolve()
        self.processes = Processes(self.home / "log")
        self.port = wishes.port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.hands: dict[str, Hand] = {}
        self.loudspeaker: sound.SoundDaemon | None = None
        self.bench: BenchClient | None = None
        self.bench_url = ""
        self.central: Part | None = None
        self._reader_port = 0  # of a virtual reader of its own
        self._cards: dict[str, str] = {}  # where its programs find the card service, unless it is the machine's own

    # ---- from nothing to a hall ----

    def start(self, tell: Tell = lambda _sentence: None) -> None:
        tell("中心服务 · the central service")
        self.start_central()
        tell("模拟设备 · simulated devices")
        self._start_sound()
        devices = self._start_devices()
        tell("终端、大屏、评价器 · the terminal, the display, the pad")
        for role in self.wishes.roles:
            self._start_role(role, devices)
        for role, hand in self.hands.items():
            until(f"view of the {role}", hand.ready, self.part(role))

    def stop(self) -> None:
        self.processes.stop_all()
        if self.loudspeaker is not None:
            self.loudspeaker.close()

    def part(self, name: str) -> Part:
        return next(part for part in self.processes.parts if part.name == name)

    # ---- the central service ----

    def start_central(self) -> None:
        state = self.home / "central"
        state.mkdir(parents=True, exist_ok=True)
        self.central = self.processes.start(
            "central",
            [str(own_program("bangban-central")), "--state", str(state), "--port", str(self.port)]
            + ["--sample", "--always-open", "--credentials", str(self._credentials)]
            + (["--voice", str(self.wishes.voice)] if self.wishes.voice else [])
            + (["--hall", str(self.wishes.neighbour)] if self.wishes.neighbour else []),
        )
        until("answer of the central service", lambda: answers(f"{self.url}/api/v1/health"), self.central)

    @property
    def database(self) -> Path:
        return self.home / "central" / "central.sqlite"

    @property
    def _credentials(self) -> Path:
        return self.home / "central" / "credentials.toml"

    def credentials(self) -> dict[str, Any]:
        """``passwords`` by user and ``codes`` by machine, as the service generated them when the hall was made."""
        return tomllib.loads(self._credentials.read_text("utf-8"))

    # ---- what stands in the hall ----

    def start_card_service(self) -> None:
        """On the machine's own socket, so that any other program finds it; but beside that one in a hall that is virtual."""
        argv: list[str | Path] = ["pcscd", "--foreground"]
        if self.wishes.virtual:
            path = Path(tempfile.gettempdir()) / f"pcscd-{os.getpid()}.comm"
            readers = self.home / "readers"
            self._cards = {card_service.NAMED_BY: str(path)}
            self._reader_port = self._reader_port or virtual_reader.set_up(readers)  # the same after it was away
            argv = [own_program("python"), "-m", "script.card_service", path, "--config", readers]
        self.processes.start("pcscd", argv)

    def _start_sound(self) -> None:
        if not self.wishes.silent and (self.wishes.virtual or not sound.machine_has_sound()):
            self.loudspeaker = sound.SoundDaemon()
            self.loudspeaker.start()

    def _start_devices(self) -> dict[str, Any]:
        """What the simulators are reached by; nothing when the terminal's own configuration names devices."""
        if self.wishes.config is not None and tomllib.loads(self.wishes.config.read_text("utf-8")).get("device"):
            return {}
        if self.wishes.card_service and (self.wishes.virtual or not card_service.answers(card_service.MACHINES_OWN)):
            self.start_card_service()
        folder = self.home / "devices"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        cards = ["--vpcd-port", str(self._reader_port)] if self._reader_port else []
        cards = cards if self.wishes.card_service else ["--no-vpcd"]
        part = self.processes.start("devices", [own_program("python"), "-m", "devices.sim", "--dir", folder, *cards], self._cards)
        listing = folder / "devices.json"
        until("simulated devices", listing.exists, part)
        found: dict[str, Any] = json.loads(listing.read_text("utf-8"))
        self.bench_url = found["bench"]
        self.bench = BenchClient(self.bench_url)
        return found

    def _start_role(self, role: str, devices: dict[str, Any]) -> None:
        inspect = free_port()
        panel = PANELS[role].on_a_desk() if self.wishes.windowed else PANELS[role]
        wishes = self.wishes
        place = Place(self.home, self.url, wishes.second, wishes.show_unreviewed, wishes.config, wishes.silent, wishes.between)
        config = write(role, place, panel, devices)
        if self.wishes.transcript is not None and role in TOUCHED:
            transcript(config, self.wishes.transcript / f"{role}.jsonl")
        program = own_program(PROGRAMS[role])
        if not (self.home / role / "credential.json").exists():
            code = self.credentials()["codes"][MACHINES[role]]
            self.processes.run(f"enrol-{role}", [program, "--config", config, "--enrol", code])
        display = self._display(role)
        argv: list[str | Path] = [program, "--config", config, "--inspect", f"127.0.0.1:{inspect}"]
        argv += ["--windowed"] if self.wishes.windowed else []
        heard = self.loudspeaker.env if self.loudspeaker else {}
        self.processes.start(role, argv, {"DISPLAY": display, **self._cards, **heard})
        self.hands[role] = Hand(display, f"http://127.0.0.1:{inspect}")

    def _display(self, role: str) -> str:
        """Where a role is seen. Without windows, a real screen belongs to the terminal and the others get one of ours."""
        real = os.environ.get("DISPLAY", "")
        if real and not self.wishes.virtual and (self.wishes.windowed or role == "terminal"):
            return real
        panel: Panel = PANELS[role]
        return xvfb.start(self.processes, role, panel.width, panel.height, self.wishes.frames if role == "terminal" else None)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
