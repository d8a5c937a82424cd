"""Items by what happened in a life, by who one is, what villages do, and what is asked for most: as their guides say."""

from __future__ import annotations

from kiosk.flows.world import World
from kiosk.hall.guide import Guide
from kiosk.hall.messages import Item

EVENT, PERSON, VILLAGE = "event.", "person.", "village."  # of choices, and of what items are looked for among
ASKED, WHOLE = "asked", "whole"
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
    # what a village's station handles, as row 24 of the functions names it
    VILLAGE: ("certificates", "payments", "relief", "documents", "farming", "affairs", "employment"),
}


def there(world: World, kind: str) -> tuple[str, ...]:
    """Those that something stands among."""
    named = {name for guide, _ in _guided(world) for name in _names(guide, kind)}
    return tuple(name for name in KINDS[kind] if name in named)


def most_asked(world: World) -> tuple[Item, ...]:
    ranked = sorted((guide.asked, item.id, item) for guide, item in _guided(world) if guide.asked)
    return tuple(item for _, _, item in ranked[:MOST])


def bundles(world: World) -> tuple[Item, ...]:
    """一件事: the items that take in others."""
    return tuple(item for guide, item in _guided(world) if guide.parts)


def items_among(world: World, among: str) -> tuple[Item, ...]:
    if among == ASKED:
        return most_asked(world)
    if among == WHOLE:
        return bundles(world)
    kind, dot, name = among.partition(".")
    return tuple(item for guide, item in _guided(world) if name in _names(guide, kind + dot))


def _names(guide: Guide, kind: str) -> tuple[str, ...]:
    return {EVENT: guide.events, PERSON: guide.people, VILLAGE: (guide.village,)}[kind]


def _guided(world: World) -> list[tuple[Guide, Item]]:
    guides = {guide.item: guide for guide in (world.hall.guides if world.hall is not None else ())}
    return [(guides[item.id], item) for item in world.items if item.id in guides]
