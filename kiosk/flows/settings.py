"""How the resident sees and hears: settings that cover the glass, and the way back to what they were doing.

What a touch changes is decided by ``kiosk.visit.adjust`` before the flow is told; here it is shown and said.
"""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.effects import Announce, Effect
from kiosk.flows.visiting import V, Visiting, with_visit
from kiosk.views import Choice, Msg, Sense, SettingsShown, View, Weight, msg
from kiosk.visit import STEPS, THEMES, Settings, step_of

OPEN = "tool.settings"
SENSES = {"set-sight": Sense.SIGHT, "set-hearing": Sense.HEARING}


def opened(state: V) -> tuple[V, tuple[Effect, ...]]:
    return (with_visit(state, adjusting=Sense.SIGHT) if state.visit.adjusting is None else state), ()


def closed(state: V) -> V:
    """Back to what the resident was doing."""
    return with_visit(state, adjusting=None)


def is_open(state: Visiting) -> bool:
    return state.visit.adjusting is not None


def touched(state: V, choice: str, settings: Settings) -> tuple[V, tuple[Effect, ...]]:
    """``settings``: as they are after the touch."""
    if choice == "back":
        return closed(state), ()
    if choice in SENSES:
        return with_visit(state, adjusting=SENSES[choice]), (Announce(),)
    return state, told(choice, settings)


def told(choice: str, settings: Settings) -> tuple[Effect, ...]:
    """What is said of a change. A voice that comes back reads all that is on the glass."""
    match choice.split("."):
        case ["set", ("size" | "rate" | "gain") as what, _]:
            return (_say(_step(what, settings)),)
        case ["tool", "size"]:
            return (_say(_step("size", settings)),)
        case ["set", "theme", _]:
            return (_say(msg(f"set-theme-{settings.theme}")),)
        case ["set", "low"]:
            return (_say(msg("set-low-on" if settings.low else "set-low-off")),)
        case ["set", "reset"]:
            return (_say(msg("set-reset-done")),)
        case ["set", "voice"]:
            return (Announce(),)
    return ()


def sayings() -> Iterator[View]:
    """All that a change may be told in, so that it can be made ready to be said."""
    for what, (_field, values) in STEPS.items():
        yield from (View(msg(f"set-{what}", step=step, count=len(values))) for step in range(1, len(values) + 1))
    yield from (View(msg(f"set-theme-{name}")) for name in THEMES)
    yield from (View(msg(id)) for id in ("set-low-on", "set-low-off", "set-reset-done"))


def view(sense: Sense, settings: Settings) -> SettingsShown:
    """Not spoken by itself: it is read when it opens, and of what changes on it one sentence is said. It leads back alone: to go
    home would end the visit, and with it what was just set."""
    own, other = (_sight, "set-hearing") if sense is Sense.SIGHT else (_hearing, "set-sight")
    leading = (
        Choice("set.reset", msg("set-reset"), weight=Weight.QUIET, icon="again"),
        Choice(other, msg(other), icon="ear" if sense is Sense.SIGHT else "eye"),
    )
    title = msg(f"{sense.value}-title")
    return SettingsShown(title, choices=own(settings) + leading, back=True, spoken=False, sense=sense)


def _sight(settings: Settings) -> tuple[Choice, ...]:
    colours = tuple(
        Choice(
            f"set.theme.{name}",
            msg(f"set-theme-{name}"),
            selected=name == settings.theme,
            single=True,
            heading=None if place else msg("set-colours"),
        )
        for place, name in enumerate(THEMES)
    )
    low = Choice("set.low", msg("set-low"), selected=settings.low)
    return (*_steps("size", settings), low, *colours)


def _hearing(settings: Settings) -> tuple[Choice, ...]:
    voice = Choice("set.voice", msg("set-voice"), selected=settings.voice)
    return _steps("gain", settings) + _steps("rate", settings) + (voice,)


def _steps(what: str, settings: Settings) -> tuple[Choice, ...]:
    return (
        Choice(f"set.{what}.down", msg(f"set-{what}-down"), icon="less", heading=_step(what, settings)),
        Choice(f"set.{what}.up", msg(f"set-{what}-up"), icon="more"),
    )


def _step(what: str, settings: Settings) -> Msg:
    step, count = step_of(settings, what)
    return msg(f"set-{what}", step=step, count=count)


def _say(words: Msg) -> Announce:
    return Announce(View(words))
