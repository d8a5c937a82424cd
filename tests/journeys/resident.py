"""A resident in front of the terminal: lays cards, touches the glass, takes the paper; and what they would leave behind."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from devices.sim.control import BenchClient
from devices.sim.stands import ID_CARDS, SOCIAL_CARDS
from devices.types import Holder
from kiosk.hall.enrol import FILE
from script.hall import Hall
from script.hand import Hand, NotOnTheGlass, Tree, can_touch, labels
from tests.kit.waiting import until

LINE = "general"
PAUSE_S = 0.55  # for the view to change
LOOK_S = 0.0
PACE_S = 0.05  # from point to point of a stroke: what comes at once is one point to the window
HAND_S = 1.0  # between lifting a card and laying one again; the machine looks twice a second
WAYS_HOME = ("home", "done", "not-me", "help-return", "still-here")
ADDRESS = "样本市样本街"  # on every card of devices.sim.people


@dataclass(frozen=True)
class Issued:
    """A ticket as the service's database has it."""

    id: str
    number: str
    priority: str | None
    print_outcome: str | None
    holder: bool


class Resident:
    def __init__(self, hall: Hall) -> None:
        assert hall.bench is not None
        self.hall = hall
        self.bench: BenchClient = hall.bench
        self.glass: Hand = hall.hands["terminal"]
        self.touches = 0
        self._laid: list[str] = []
        self._said: list[str] = []
        self._before = len(self.tickets())

    # ---- before and after ----

    def walk_up(self) -> None:
        """Everything is in order and nobody was here."""
        self._set_right()
        self._to_rest()
        self.glass.see("a service that answers", lambda tree: can_touch(tree, f"choice.line.{LINE}"), limit_s=30)
        self.touches = 0

    def walk_away(self) -> None:
        self._set_right()
        self._to_rest()
        self._gives_back()

    def _gives_back(self) -> None:
        """The tickets still waiting: whoever holds one would be shown it again instead of getting another."""
        token = json.loads((self.hall.home / "terminal" / FILE).read_text("utf-8"))["token"]
        with httpx.Client(base_url=f"{self.hall.url}/api/v1", headers={"Authorization": f"Bearer {token}"}) as client:
            for (ticket,) in self.ask("SELECT id FROM tickets WHERE state = 'waiting'"):
                client.post(f"/tickets/{ticket}/cancel", json={"by": "resident"}).raise_for_status()

    def _set_right(self) -> None:
        for reader in self._readers():
            self.bench.do(reader, "mute", on=False)
            self.bench.do(reader, "lift")
        for deed in ("power-on", "replug", "refill", "close-cover", "clear-jam"):
            self.bench.do("printer", deed)
        for deed in ("mute", "garble", "heat"):
            self.bench.do("printer", deed, on=False)
        if not self.bench.state()["id-reader"]["plugged"]:
            self.bench.do("id-reader", "replug")

    def _readers(self) -> list[str]:
        return [name for name in ("id-reader", "card-reader") if name in self.bench.state()]

    def _to_rest(self) -> None:
        """Home, by the ways that are on the glass."""
        for _ in range(20):
            tree = self.glass.tree()
            if tree["view"] == "home":
                return
            way = next((way for way in WAYS_HOME if can_touch(tree, f"choice.{way}")), None)
            with suppress(NotOnTheGlass):  # the view may change by itself in the meantime
                if way is not None:
                    self.glass.touch(f"choice.{way}", limit_s=0.1)
            time.sleep(PAUSE_S)
        raise AssertionError(f"no way home from {tree['view']}: {labels(tree)}")

    def left_behind(self) -> list[str]:
        """Files of the hall in which something of this resident can be read."""
        people = [_holder(card) for card in self._laid]
        words = [word for one in people for word in (one.name, one.id_number)] + [ADDRESS, *self._said]
        marks = {word.encode(code) for word in words for code in ("utf-8", "utf-16-le", "gb18030")}
        return [
            str(path.relative_to(self.hall.home))
            for path in self.hall.home.rglob("*")
            if path.is_file() and any(mark in _bytes(path) for mark in marks)
        ]

    # ---- what they do ----

    def lay(self, card: str) -> None:
        """The name of a card of the bench; the reader that takes it is known."""
        self._laid.append(card)
        self.bench.do(_reader(card), "lay", card=card)

    def says(self, *words: str) -> None:
        """What they type, or are told, is theirs too: it must be in no file when they have gone."""
        self._said += words

    def lift(self) -> None:
        for reader in self._readers():
            self.bench.do(reader, "lift")
        time.sleep(HAND_S)

    def touch(self, choice: str) -> None:
        """A person looks before they touch."""
        time.sleep(LOOK_S)
        self.glass.touch(f"choice.{choice}")
        self.touches += 1

    def reads_on(self) -> None:
        """Past what there is to know of an item, where its hall has a guide to it."""
        ways = ("choice.guide.take", "choice.card-none")
        tree = self.glass.see("a way on", lambda tree: any(can_touch(tree, way) for way in ways))
        if can_touch(tree, ways[0]):
            self.touch("guide.take")

    def sees(self, view: str, limit_s: float = 20.0) -> Tree:
        return self.glass.see_view(view, limit_s)

    def reads(self, *words: str, limit_s: float = 20.0) -> Tree:
        """Wait until these words stand on the glass."""
        return self.glass.see(" ".join(words), lambda tree: all(word in shown(tree) for word in words), limit_s)

    def finds(self, choice: str, limit_s: float = 20.0) -> Tree:
        return self.glass.see(f"choice {choice}", lambda tree: can_touch(tree, f"choice.{choice}"), limit_s)

    def reader_is_up(self, name: str) -> bool:
        return name not in self.glass.health()["down"]

    # ---- what came of it ----

    def tickets(self) -> list[Issued]:
        query = (
            "SELECT id, number, priority, print_outcome, EXISTS(SELECT 1 FROM ticket_holders h WHERE h.ticket_id = t.id)"
            " FROM tickets t ORDER BY seq"
        )
        return [Issued(*row[:4], bool(row[4])) for row in self.ask(query)]

    def ticket(self, outcome: str | None = None) -> Issued:
        """The one ticket of this visit, once its print outcome is ``outcome`` (any, if None)."""

        def there() -> bool:
            mine = self.tickets()[self._before :]
            return len(mine) == 1 and (outcome is None or mine[0].print_outcome == outcome)

        until(there, 40)
        return self.tickets()[self._before]

    def has_no_ticket(self) -> bool:
        return len(self.tickets()) == self._before

    def ask(self, query: str, *values: Any) -> list[Any]:
        with closing(sqlite3.connect(f"file:{self.hall.database}?mode=ro", uri=True, timeout=10)) as link:
            return link.execute(query, values).fetchall()

    def papers(self) -> int:
        """Pieces of paper that came off the printer so far."""
        return len(self.bench.state()["printer"]["jobs"])


Deed = Callable[[Resident], None]


def shown(tree: Tree) -> str:
    """All Chinese words on the glass, those beside a choice included."""
    hints = [entry["hint"]["label"].get("zh", "") for entry in tree["elements"] if "hint" in entry]
    return " ".join(labels(tree) + hints)


def _reader(card: str) -> str:
    return "id-reader" if card in ID_CARDS else "card-reader"


def _holder(card: str) -> Holder:
    return (ID_CARDS.get(card) or SOCIAL_CARDS[card]).holder


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
