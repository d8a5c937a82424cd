"""One finger on the glass: down shows, up within the same target acts. Pure; the time is passed in.

Sliding off and letting go does nothing, holding does nothing more, a second finger is not there, and a strike within half a
second of the last act is taken for the same strike (accessibility.md rows 14 to 16); where one types, only on the same key. What
opened the keys is not typed: its second strike would else type whatever key came to stand under the finger. Nor does a finger
choose what came to stand under it while it was on its way: a view that came by itself, a button that moved.
"""

from __future__ import annotations

from screens.geometry import Box
from screens.sheet import Element, Sheet

STRIKE_S = 0.5
SEEN_S = 0.3  # to see something and decide takes 0.24 s before the hand sets out (Card, Moran and Newell 1983, chapter 2)

Place = tuple[str, Box]


class Press:
    """What is under the finger. ``held``: the element whose pressed face is shown now, by id."""

    def __init__(self) -> None:
        self._finger: object | None = None
        self._target: Element | None = None
        self._at = (0.0, 0.0)
        self._acted = float("-inf")
        self._typed: str | None = None  # by the last act, if that was typing
        self._since: dict[Place, float] = {}  # when each target came to stand where it stands
        self.held: str | None = None

    def ready(self, now: float) -> bool:
        return now - self._acted >= STRIKE_S

    def settled(self, now: float) -> bool:
        """Whether a strike on any target would count."""
        return self.ready(now) and all(now - since >= SEEN_S for since in self._since.values())

    def admits(self, target: Element, now: float) -> bool:
        """Whether a strike on it is not the second one of a trembling hand."""
        return self.ready(now) or target.typing and self._typed is not None and target.act != self._typed

    def down(self, finger: object, sheet: Sheet, x: float, y: float, now: float) -> None:
        target = sheet.at(x, y)
        if self._finger is not None or target is None:
            return
        if not self.admits(target, now):
            return
        if now - self._since.get(_place(target), float("-inf")) < SEEN_S:
            self.acted(now)  # nor does the next strike of a hand that bounces
        else:
            self._finger, self._target, self.held, self._at = finger, target, target.id, (x, y)

    def move(self, finger: object, x: float, y: float) -> None:
        if finger is self._finger and self._target is not None:
            self._at = (x, y)
            self.held = self._target.id if self._target.box.contains(x, y) else None

    def up(self, finger: object, x: float, y: float, now: float) -> Element | None:
        """What was chosen, if anything."""
        if finger is not self._finger:
            return None
        target = self._target
        self.drop()
        if target is None or not target.box.contains(x, y):
            return None
        self.acted(now, target)
        return target

    def put(self, sheet: Sheet, now: float, *, same: bool) -> None:
        """Another sheet is on the glass. ``same``: the question was drawn again (a count, the clock)."""
        before = self._since if same else {}
        self._since = {place: before.get(place, now) for place in map(_place, sheet.targets)}
        self._carry(sheet) if same else self.drop()

    def _carry(self, sheet: Sheet) -> None:
        """The finger stays on what it holds, if that is still there."""
        again = self._target and sheet.element(self._target.id)
        if again is None or not again.touchable or not again.box.contains(*self._at):
            self.drop()
        else:
            self._target = again

    def drop(self) -> None:
        """The glass changed under the finger: what it held is gone."""
        self._finger, self._target, self.held = None, None, None

    def acted(self, now: float, target: Element | None = None) -> None:
        """Something was chosen, by a finger or a key; a strike right after it is not meant."""
        self._acted = now
        self._typed = target.act if target is not None and target.typing else None


def _place(target: Element) -> Place:
    return target.id, target.box
