"""One person's visit: how they want to be spoken to, and what belongs to every view. Pure.

The toolbar (language, text size, voice, call a helper) is on every view, in the same place. Its choices have ids that begin
with ``tool.`` and are answered here, so no flow has to.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.views import Choice, View, Weight, msg

SIZES = (1.0, 1.25, 1.5, 2.0)  # factors on the body height of 12 mm; accessibility.md rows 1 and 2, up to 200 %


@dataclass(frozen=True)
class Settings:
    """What a resident may set for one visit; reset when it ends. ``size`` is an index into SIZES."""

    lang: str = "zh"
    size: int = 0
    voice: bool = True
    rate: float = 1.0


@dataclass(frozen=True)
class Shown:
    """A view on the glass: ``seq`` goes up by one for each, and every touch names it."""

    seq: int
    view: View
    settings: Settings
    tools: tuple[Choice, ...]


def toolbar(settings: Settings, languages: tuple[str, ...]) -> tuple[Choice, ...]:
    """The choices of the toolbar. The language button names the language it leads to, in its own script."""
    following = _after(settings.lang, languages)
    return (
        Choice("tool.lang", msg(f"tool-lang-{following}"), icon="language"),
        Choice("tool.size", msg("tool-size", step=settings.size + 1), icon="size"),
        Choice("tool.voice", msg("tool-voice-off" if settings.voice else "tool-voice-on"), icon="voice"),
        Choice("tool.help", msg("tool-help"), weight=Weight.PRIMARY, icon="help"),
    )


def adjust(settings: Settings, choice: str, languages: tuple[str, ...]) -> Settings:
    """The settings after a touch on the toolbar (``tool.help`` is not a setting and is left to the flow)."""
    match choice:
        case "tool.lang":
            return replace(settings, lang=_after(settings.lang, languages))
        case "tool.size":
            return replace(settings, size=(settings.size + 1) % len(SIZES))
        case "tool.voice":
            return replace(settings, voice=not settings.voice)
    return settings


def _after(lang: str, languages: tuple[str, ...]) -> str:
    place = languages.index(lang) if lang in languages else -1
    return languages[(place + 1) % len(languages)]
