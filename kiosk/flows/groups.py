"""Items by what happened in a life, by who one is, and by what is asked for most: as their guides say."""

from __future__ import annotations

from kiosk.flows.world import World
from kiosk.hall.guide import Guide
from kiosk.hall.messages import Item

EVENT, PERSON, ASKED = "event.", "person.", "asked"  # of choices, and of what items are looked for among
MOST = 12  # of what is asked for most: two pages of an ordinary panel

# In the order of a life, and of how many come to a hall; a word that the service knows and this machine does not is left out.
KINDS: dict[str, tuple[str, ...]] = {
    EVENT: (
        "birth",
        "schooling",
        "work",
        "business",
        "marriage",
        "housing",
        "moving",
        "service",
        "illness",
        "disability",
        "hardship",
        "retirement",
        "old_age",
        "death",
    ),
    PERSON: ("elder", "disabled", "parent", "veteran", "jobseeker", "farmer", "business", "student"),
}


def there(world: World, kind: str) -> tuple[str, ...]:
    """Those that something stands among."""
    named = {name for guide, _ in _guided(world) for name in _names(guide, kind)}
    return tuple(name for name in KINDS[kind] if name in named)


def most_asked(world: World) -> tuple[Item, ...]:
    ranked = sorted((guide.asked, item.id, item) for guide, item in _guided(world) if guide.asked)
    return tuple(item for _, _, item in ranked[:MOST])


def items_among(world: World, among: str) -> tuple[Item, ...]:
    if among == ASKED:
        return most_asked(world)
    kind, dot, name = among.partition(".")
    return tuple(item for guide, item in _guided(world) if name in _names(guide, kind + dot))


def _names(guide: Guide, kind: str) -> tuple[str, ...]:
    return guide.events if kind == EVENT else guide.people


def _guided(world: World) -> list[tuple[Guide, Item]]:
    guides = {guide.item: guide for guide in (world.hall.guides if world.hall is not None else ())}
    return [(guides[item.id], item) for item in world.items if item.id in guides]
