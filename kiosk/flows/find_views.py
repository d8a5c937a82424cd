"""What the glass shows to somebody who looks for what they came to do."""

from __future__ import annotations

from kiosk.flows import groups, letters, writing
from kiosk.flows.find_state import ByLetters, ByWriting, Found, Shut
from kiosk.flows.step import Now
from kiosk.flows.world import World, line_of, lost_words, opens
from kiosk.hall.messages import Item
from kiosk.text.search import Finder, Met, finder_of
from kiosk.views import Choice, Menu, Msg, View, Weight, msg

# 政务服务事项 by domain: the nine of the streets' plan (东诃办发〔2022〕21号), and two that halls have besides. Others are "other".
DOMAINS = (
    "public_education",
    "employment",
    "social_insurance",
    "health_care",
    "elderly_care",
    "social_services",
    "housing",
    "culture_sports",
    "disability_services",
    "veterans",
    "household_registration",
)
OTHER = "other"
LONGEST = 16  # characters of what is written: more than anybody's way to say it


def ways(world: World) -> View:
    """Ways that are not there, for want of a recogniser or of pinyin, are not offered."""
    offered = (
        (_is_spelled(world), Choice("find-letters", msg("find-letters"), icon="keys")),
        (world.writes, Choice("find-writing", msg("find-writing"), icon="pencil")),
        (True, Choice("find-domains", msg("find-domains"), icon="list")),
        (bool(groups.most_asked(world)), Choice("find-asked", msg("find-asked"), icon="people")),
        (bool(groups.there(world, groups.EVENT)), Choice("find-events", msg("find-events"), icon="speech")),
        (bool(groups.there(world, groups.PERSON)), Choice("find-people", msg("find-people"), icon="person")),
        (bool(groups.bundles(world)), Choice("find-whole", msg("find-whole"), icon="done")),
        (bool(groups.there(world, groups.VILLAGE)), Choice("find-village", msg("find-village"), icon="village")),
    )
    choices = tuple(choice for there, choice in offered if there)
    return Menu(msg("find-title"), body=(msg("find-how"),), choices=choices, back=True, home=True)


def by_letters(world: World, stage: ByLetters, now: Now) -> View:
    """The likeliest items stand above the keys; where there are more than go there, the last place leads to all."""
    found = finder(world).found(stage.typed)
    met, room = found.items, letters.slots(now)
    shown = met if len(met) <= room else met[: room - 1]
    more = (Choice("more", msg("find-more", count=len(met))),) if len(met) > len(shown) else ()
    body = (msg("letters-none" if stage.typed else "letters-how"),)
    title = msg("found-near" if met and found.near else "letters-title")
    return letters.view(title, stage.typed, item_choices(world, shown, now) + more, now, body)


def by_writing(stage: ByWriting) -> View:
    return writing.view(msg("writing-title"), stage.ink, stage.written)


def domains(world: World) -> View:
    there = {domain_of(item) for item in world.items}
    choices = tuple(Choice(f"domain.{name}", msg(f"domain-{name}")) for name in (*DOMAINS, OTHER) if name in there)
    return Menu(msg("domains-title"), choices=choices, back=True, home=True)


def groups_of(world: World, title: Msg, kind: str) -> View:
    choices = tuple(Choice(f"{kind}{name}", msg(f"{kind[:-1]}-{name}")) for name in groups.there(world, kind))
    return Menu(title, choices=choices, back=True, home=True)


def found(world: World, stage: Found, now: Now) -> View:
    found = met_by(world, stage)
    met = found.items
    title = msg(("found-near" if found.near else "found-title") if met else "found-none")
    further = isinstance(stage.origin, ByWriting) and len(stage.sought) < LONGEST
    more = (Choice("write-on", msg("write-on"), icon="pencil", weight=Weight.QUIET),) if further else ()
    return Menu(title, body=_of_what(stage), choices=item_choices(world, met, now) + more, back=True, home=True)


def shut(world: World, stage: Shut, item: Item, now: Now) -> View:
    """When its line takes people again, and what can be done until then."""
    line = line_of(world, item)
    when = lost_words(world) or ((opens(line, now.today),) if line is not None else ())
    books = (Choice("card-book", msg("card-book"), weight=Weight.PRIMARY),) if line is not None and line.books else ()
    return Menu(
        msg("shut-title", name=item.name),
        body=(*when, msg("shut-do")),
        choices=books + (Choice("find-other", msg("find-other")),),
        back=True,
        home=True,
    )


def item_choices(world: World, items: tuple[Item, ...], now: Now) -> tuple[Choice, ...]:
    """Each with its name; where nobody can take a number for it now, with when they can."""
    return tuple(Choice(f"item.{item.id}", msg("item-name", name=item.name), hint=_state_of(world, item, now)) for item in items)


def met_by(world: World, stage: Found) -> Met:
    if stage.domain:
        return Met(tuple(item for item in world.items if domain_of(item) == stage.domain))
    if stage.among:
        return Met(groups.items_among(world, stage.among))
    return finder(world).found(stage.sought)


def finder(world: World) -> Finder:
    return finder_of(world.items, world.hall.guides if world.hall is not None else ())


def domain_of(item: Item) -> str:
    return item.domain if item.domain in DOMAINS else OTHER


def _state_of(world: World, item: Item, now: Now) -> Msg | None:
    line = line_of(world, item)
    return None if line is None or world.lost is not None or world.takes(line) else opens(line, now.today)


def _of_what(stage: Found) -> tuple[Msg, ...]:
    if stage.domain:
        return (msg(f"domain-{stage.domain}"),)
    if stage.among:
        return (msg(f"find-{stage.among}" if stage.among in (groups.ASKED, groups.WHOLE) else stage.among.replace(".", "-")),)
    return (msg("found-written", written=stage.sought),) if isinstance(stage.origin, ByWriting) else ()


def _is_spelled(world: World) -> bool:
    return any(word.readings for item in world.items for word in item.words)
