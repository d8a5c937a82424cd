"""The keypad's walk: which target has the focus. Pure. In the order of reading, round and round, never trapped."""

from __future__ import annotations

from dataclasses import dataclass

from screens.sheet import Element, Sheet

STEPS = {"down": 1, "right": 1, "up": -1, "left": -1}


@dataclass(frozen=True)
class Focus:
    """``id`` of the element; None while fingers rule."""

    id: str | None = None

    def on(self, sheet: Sheet) -> Element | None:
        """The focused target, if ``sheet`` has it."""
        return next((target for target in sheet.targets if target.id == self.id), None)

    def walked(self, sheet: Sheet, key: str) -> Focus:
        """After an arrow key. The first one shows the focus on the first target, or on the last when it goes back. On a mirrored
        sheet reading goes to the left, and so does the walk."""
        targets = sheet.targets
        if not targets:
            return Focus()
        step = -STEPS[key] if sheet.mirrored and key in ("left", "right") else STEPS[key]
        here = self.on(sheet)
        if here is None:
            return Focus(targets[0 if step > 0 else -1].id)
        return Focus(targets[(targets.index(here) + step) % len(targets)].id)

    def carried(self, sheet: Sheet) -> Focus:
        """On another sheet: stays on the same target if it is there; else on the first one, for it was in use."""
        if self.id is None or self.on(sheet) is not None or not sheet.targets:
            return self
        return Focus(sheet.targets[0].id)
