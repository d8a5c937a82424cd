"""One person's visit: how they want to be spoken to, and what belongs to every view. Pure.

The toolbar (language, text size, voice, all settings, call a helper) is on every view, in the same place; its choices have ids
that begin with ``tool.``. Those of the view of settings begin with ``set.``. What they change is decided here, for every flow.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from kiosk.views import Choice, View, Weight, msg

T = TypeVar("T")

SIZES = (1.0, 1.25, 1.5, 2.0)  # factors on the body height of 12 mm; accessibility.md rows 1 and 2, up to 200 %
THEMES = ("white", "black-yellow", "black-cyan", "black-white", "low-contrast")  # row 8; the colours are screens.theme's
RATES = (0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0)  # row 28, six to eight steps from 50 to 200 %
GAINS_DB = (-18.0, -12.0, -6.0, 0.0, 6.0, 12.0)  # row 27: steps of at most 10 dB; 30 dB, where EN 301 549 8.2.1 asks for 18

STEPS: dict[str, tuple[str, Sequence[Any]]] = {  # what goes up and down in steps: the field, and its values
    "size": ("size", range(len(SIZES))),
    "rate": ("rate", RATES),
    "gain": ("gain_db", GAINS_DB),
}


@dataclass(frozen=True)
class Settings:
    """What a resident may set for one visit; reset when it ends. ``size`` is an index into SIZES. ``gain_db`` is relative to
    the level that the hall was calibrated to (``devices.ports.Speaker``). ``low``: every control below the reach line, for who
    sits in a wheelchair."""

    lang: str = "zh"
    size: int = 0
    voice: bool = True
    rate: float = 1.0
    gain_db: float = 0.0
    theme: str = THEMES[0]
    low: bool = False


@dataclass(frozen=True)
class Shown:
    """A view on the glass: ``seq`` goes up by one for each, and every touch names it. When ``visit`` changes, nothing drawn
    for the visit before may stay in any cache."""

    seq: int
    view: View
    settings: Settings
    tools: tuple[Choice, ...]
    visit: int = 0


def toolbar(settings: Settings, languages: tuple[str, ...]) -> tuple[Choice, ...]:
    """The choices of the toolbar. The language button names the language it leads to, in its own script; in a hall of one
    language there is none."""
    following = _after(settings.lang, languages)
    language = (Choice("tool.lang", msg(f"tool-lang-{following}"), icon="language"),) if len(languages) > 1 else ()
    return language + (
        Choice("tool.size", msg("tool-size", step=settings.size + 1), icon="size"),
        Choice("tool.voice", msg("tool-voice-off" if settings.voice else "tool-voice-on"), icon="voice"),
        Choice("tool.settings", msg("tool-settings"), icon="eye"),
        Choice("tool.help", msg("tool-help"), weight=Weight.PRIMARY, icon="help"),
    )


def adjust(settings: Settings, choice: str, languages: tuple[str, ...], usual: Settings = Settings()) -> Settings:
    """The settings after a touch on the toolbar or in the view of settings, or after the keypad's keys for speed and volume. No
    other choice changes any. ``usual``: what a visit begins with; ``set.reset`` leads back to it, but for the language, which
    the resident may not be able to do without."""
    match choice.split("."):
        case ["tool", name]:
            return replace(settings, **_turned(settings, name, languages))
        case ["set", ("size" | "rate" | "gain") as what, ("up" | "down") as way]:
            return replace(settings, **_moved(settings, what, 1 if way == "up" else -1))
        case ["set", "theme", name] if name in THEMES:
            return replace(settings, theme=name)
        case ["set", "low"]:
            return replace(settings, low=not settings.low)
        case ["set", "voice"]:
            return replace(settings, voice=not settings.voice)
        case ["set", "reset"]:
            return replace(usual, lang=settings.lang)
    return settings


def step_of(settings: Settings, what: str) -> tuple[int, int]:
    """The step that "size", "rate" or "gain" is at, from 1, and how many there are."""
    field, values = STEPS[what]
    return values.index(getattr(settings, field)) + 1, len(values)


def _turned(settings: Settings, name: str, languages: tuple[str, ...]) -> dict[str, Any]:
    """What one key changes that goes round: after the last comes the first."""
    match name:
        case "lang":
            return {"lang": _after(settings.lang, languages)}
        case "voice":
            return {"voice": not settings.voice}
        case "size":
            return {"size": _next(settings.size, STEPS["size"][1])}
        case "speed":
            return {"rate": _next(settings.rate, RATES)}
        case "volume":
            return {"gain_db": _next(settings.gain_db, GAINS_DB)}
    return {}


def _moved(settings: Settings, what: str, by: int) -> dict[str, Any]:
    """One step up or down; at the end it stays."""
    field, values = STEPS[what]
    place = values.index(getattr(settings, field)) + by
    return {field: values[min(max(place, 0), len(values) - 1)]}


def _after(lang: str, languages: tuple[str, ...]) -> str:
    return _next(lang, languages) if lang in languages else languages[0]


def _next(value: T, values: Sequence[T]) -> T:
    return values[(values.index(value) + 1) % len(values)]
