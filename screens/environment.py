"""Kivy's settings, made before Kivy is imported; each one answers a trap in how Kivy behaves on a kiosk."""

from __future__ import annotations

import logging
import os
from typing import Any

from kiosk.panel import Panel

FINGER = "finger,disable_multitouch,disable_hover"  # screens.finger; nothing here asks for a pointer that hovers
FRAMES = 60  # at most, per second; a waiting glass draws none
NOWHERE = os.path.join(os.devnull, "kivy")  # nothing is kept, so a home that cannot exist serves best: not ~/.kivy
OFFSCREEN = "offscreen"


def prepare(panel: Panel) -> None:
    """Set the environment and the configuration; the window opens when ``kivy.core.window`` is first imported after this."""
    _environment()
    _without_styles()
    from kivy.config import Config

    Config.set("graphics", "width", panel.width_px)
    Config.set("graphics", "height", panel.height_px)
    Config.set("graphics", "fullscreen", "0")  # ``fill`` comes later
    if panel.fullscreen:
        Config.set("graphics", "borderless", "1")
        Config.set("graphics", "position", "custom")
        Config.set("graphics", "left", 0)
        Config.set("graphics", "top", 0)
    Config.set("graphics", "resizable", "0")
    Config.set("graphics", "show_cursor", "0" if panel.fullscreen else "1")
    Config.set("graphics", "maxfps", FRAMES)
    Config.set("graphics", "multisamples", "0")  # edges are smoothed by their own shapes; saves a third of the fill
    Config.set("kivy", "exit_on_escape", "0")
    Config.set("kivy", "pause_on_minimize", "0")
    for provider, _ in Config.items("input"):
        Config.remove_option("input", provider)
    Config.set("input", "finger", FINGER)  # one provider: more of them double each touch


def fill(window: Any) -> None:
    """Have a window manager take the window for a fullscreen one. One that begins as such costs the start a tenth of a second:
    SDL waits so long for the manager's answer, also where there is none. ("auto": True would switch the mode, which breaks.)"""
    window.fullscreen = "auto"


def _environment() -> None:
    os.environ.setdefault("SDL_VIDEODRIVER", "x11")  # left to itself SDL falls back to an invisible window, exit code 0
    os.environ.setdefault("XCOMPOSEFILE", os.devnull)  # five thousand ways to type an accent, read at each start
    os.environ.setdefault("KIVY_WINDOW", "sdl2")
    os.environ["KIVY_NO_ARGS"] = "1"  # the command line is ours
    os.environ["KIVY_NO_CONFIG"] = "1"  # no config.ini of another program is read, none is written
    os.environ["KIVY_NO_FILELOG"] = "1"
    os.environ.setdefault("KIVY_LOG_MODE", "PYTHON")  # leave the root logger alone
    os.environ.setdefault("KIVY_HOME", NOWHERE)
    logger = logging.getLogger("kivy")
    logger.setLevel(logging.WARNING)
    logger.addFilter(_matters)


def _without_styles() -> None:
    """Kivy reads and compiles the styles of all its widgets when it is imported, a tenth of the whole start, and none of them is
    used here. The file is looked for in its data folder, which holds its shaders too: so only this file is led elsewhere."""
    import kivy

    folder, kivy.kivy_data_dir = kivy.kivy_data_dir, os.path.dirname(__file__)
    try:
        import kivy.lang.builder  # noqa: F401  (reads style.kv)
    finally:
        kivy.kivy_data_dir = folder


def _matters(record: logging.LogRecord) -> bool:
    """Kivy logs a traceback for the touch provider that we don't use, where its library is not installed."""
    return not record.getMessage().startswith("Input: MTDev")
