"""The configuration: read, or every mistake at once by its section and key."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from kiosk.config import Config, ConfigBroken, loopback, parse, read

GOOD = """
role = "terminal"

[service]
url = "http://192.168.1.10:8080"
state = "state"

[panel]
width_px = 1080
height_px = 1920
pitch_mm = 0.248

[language]
second = "mn"

[[device]]
driver = "reader"
name = "reader-1"
port = "/dev/ttyUSB0"
"""


def check_device(driver: str, options: Mapping[str, Any]) -> list[str]:
    if driver != "reader":
        return [f"driver: no driver is called {driver}"]
    return [f"{key}: unknown; known are port" for key in options if key != "port"]


def parsed(text: str = GOOD, role: str = "terminal", folder: Path = Path("/etc/bangban")) -> Config:
    return parse(text, folder, role, languages=("zh", "en", "mn"), check_device=check_device)


def mistakes(text: str, role: str = "terminal") -> list[str]:
    with pytest.raises(ConfigBroken) as broken:
        parsed(text, role)
    return broken.value.mistakes


def test_a_good_one() -> None:
    config = parsed()
    assert (config.role, config.service.url, config.state) == ("terminal", "http://192.168.1.10:8080", Path("/etc/bangban/state"))
    assert (config.panel.width_px, config.panel.pitch_mm, config.panel.fullscreen) == (1080, 0.248, True)
    assert (config.language.second, config.language.show_unreviewed) == ("mn", False)
    assert (config.voice.on, config.inspect.address, config.window.id) == (True, "", "")
    assert [(one.driver, one.name, dict(one.options)) for one in config.devices] == [
        ("reader", "reader-1", {"port": "/dev/ttyUSB0"})
    ]


def test_the_glass_knows_where_it_hangs_and_whom_it_is_for() -> None:
    given = "pitch_mm = 0.248\nbottom_mm = 850\nreach_mm = 1100\n[display]\nfarthest_m = 12"
    glass = parsed(GOOD.replace("pitch_mm = 0.248", given)).glass
    assert (glass.bottom_mm, glass.farthest_mm) == (850, 12000)
    assert (glass.reach.line_mm(low=False), glass.reach.line_mm(low=True)) == (1100, 1100), "who sits reaches no higher"
    assert parsed().glass.bottom_mm is None and parsed().glass.reach.line_mm(low=True) == 1120


def test_an_absolute_state_folder_stays() -> None:
    assert parsed(GOOD.replace('"state"', '"/var/lib/bangban"')).state == Path("/var/lib/bangban")


def test_every_mistake_at_once_by_section_and_key() -> None:
    found = mistakes(
        """
        role = "terminal"
        colour = "blue"
        [service]
        state = 5
        timeout = 3
        [panel]
        width_px = "1080"
        height_px = 12
        fullscreen = 1
        bottom_mm = -5
        posture = "lying"
        reach_mm = 1400
        lowest_mm = 100
        [display]
        farthest_m = 0
        [voice]
        on = "yes"
        [[device]]
        driver = "reader"
        name = "Reader 1"
        baud = 9600
        [[device]]
        name = "b"
        [[device]]
        driver = "toaster"
        name = "b"
        """
    )
    places = [
        "colour: unknown",
        "[service] url: missing",
        "[service] state: text is wanted",
        "[service] timeout: unknown",
        "[panel] width_px: whole number is wanted",
        "[panel] height_px: must be from 480",
        "[panel] pitch_mm: missing",
        "[panel] fullscreen: true or false is wanted",
        "[panel] bottom_mm: must be from 0",
        "[panel] posture: must be one of standing, seated",
        "[panel] reach_mm: must be from 800 to 1220.0",
        "[panel] lowest_mm: must be from 380.0",
        "[display] farthest_m: must be from 1",
        "[voice] on: true or false is wanted",
        "[[device]] 1 name: small letters",
        "[[device]] 1 baud: unknown",
        "[[device]] 2 driver: missing",
        "[[device]] 3 name: b is there twice",
        "[[device]] 3 driver: no driver is called toaster",
    ]
    missing = [place for place in places if not any(one.startswith(place) for one in found)]
    assert not missing, found
    assert len(found) == len(places)


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        ('role = "terminal"', "", "role: missing"),
        ('role = "terminal"', 'role = "toaster"', "role: must be one of"),
        ('role = "terminal"', 'role = "pad"', "role: this is the configuration of a pad, and a terminal was started"),
        ("http://192.168.1.10:8080", "192.168.1.10", "[service] url"),
        ("http://192.168.1.10:8080", "http://hall/api", "[service] url"),
        ("http://192.168.1.10:8080", "http://a:b@hall", "[service] url"),
        ("http://192.168.1.10:8080", "http://hall:port", "[service] url"),
        ("http://192.168.1.10:8080", "ftp://hall", "[service] url"),
        ('second = "mn"', 'second = "xx"', "[language] second: there are strings for en, mn"),
        ('second = "mn"', 'second = "zh"', "[language] second: Chinese is the first"),
        ('second = "mn"', 'second = "mn"\norder = "mongolian"', "[language] order: must be one of"),
        ('second = "mn"', 'second = "mn"\nside = "above"', "[language] side: must be one of"),
        ('second = "mn"', 'second = "mn"\nsize_ratio = 0.3', "[language] size_ratio: must be from 0.62"),
        ('second = "mn"', "size_ratio = 1.0", "[language] size_ratio: there is no second language"),
        ('second = "mn"', 'second = "en"\nside = "left"', "[language] side: 'en' stands above or below Chinese"),
        ("[language]", '[inspect]\naddress = "0.0.0.0:80"\n[language]', "[inspect] address"),
        ("[language]", "[other]", "other: unknown"),
        ("pitch_mm = 0.248", "pitch_mm = 0.248\nreach_mm = 1000\nseated_reach_mm = 1100", "[panel] seated_reach_mm"),
        ("[[device]]", "[device]", "device: write [[device]]"),
        ("[panel]", "[panel", "not TOML"),
    ],
)
def test_each_mistake_says_where(old: str, new: str, mistake: str) -> None:
    assert old in GOOD
    assert any(one.startswith(mistake) for one in mistakes(GOOD.replace(old, new)))


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ConfigBroken, match="cannot be read"):
        read(tmp_path / "none.toml", "terminal", languages=(), check_device=check_device)
    (tmp_path / "latin.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigBroken, match="cannot be read"):
        read(tmp_path / "latin.toml", "terminal", languages=(), check_device=check_device)


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("127.0.0.1:8765", ("127.0.0.1", 8765)),
        ("127.0.0.2:0", ("127.0.0.2", 0)),
        ("localhost:1", None),
        ("[::1]:1", ("::1", 1)),
        ("0.0.0.0:1", None),
        ("192.168.1.1:1", None),
        ("127.0.0.1", None),
        ("127.0.0.1:http", None),
        ("127.0.0.1:70000", None),
        (":8765", None),
    ],
)
def test_only_the_loopback_is_inspected(address: str, found: tuple[str, int] | None) -> None:
    assert loopback(address) == found
