"""One person's visit: how they want to be spoken to, and what belongs to every view. Pure.

The toolbar (language, text size, voice, call a helper) is on every view, in the same place. Its choices have ids that begin
with ``tool.`` and are answered here, so no flow has to.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar

from kiosk.views import Choice, View, Weight, msg

T = TypeVar("T")

SIZES = (1.0, 1.25, 1.5, 2.0)  # factors on the body height of 12 mm; accessibility.md rows 1 and 2, up to 200 %
THEMES = ("white", "black-yellow", "black-cyan", "black-white", "low-contrast")  # row 8; the colours are screens.theme's
RATES = (0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0)  # row 28, six to eight steps from 50 to 200 %
GAINS_DB = (-18.0, -12.0, -6.0, 0.0, 6.0, 12.0)  # row 27: steps of at most 10 dB; 30 dB, where EN 301 549 8.2.1 asks for 18


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
        Choice("tool.help", msg("tool-help"), weight=Weight.PRIMARY, icon="help"),
    )


def adjust(settings: Settings, choice: str, languages: tuple[str, ...]) -> Settings:
    """The settings after a touch on the toolbar, or after the keypad's keys for speed and volume (``tool.speed``,
    ``tool.volume``). ``tool.help`` is not a setting and is left to the flow; ``tool.repeat`` changes nothing."""
    match choice:
        case "tool.lang":
            return replace(settings, lang=_after(settings.lang, languages))
        case "tool.size":
            return replace(settings, size=(settings.size + 1) % len(SIZES))
        case "tool.voice":
            return replace(settings, voice=not settings.voice)
        case "tool.speed":
            return replace(settings, rate=_next(settings.rate, RATES))
        case "tool.volume":
            return replace(settings, gain_db=_next(settings.gain_db, GAINS_DB))
    return settings


def _after(lang: str, languages: tuple[str, ...]) -> str:
    return _next(lang, languages) if lang in languages else languages[0]


def _next(value: T, values: tuple[T, ...]) -> T:
    return values[(values.index(value) + 1) % len(values)]
