"""Something to do away from the glass, with a drawing of it."""

from __future__ import annotations

from kiosk.views import Prompt
from screens import icons
from screens.base import Screen


class PromptScreen(Screen[Prompt]):
    def picture(self, view: Prompt) -> str | None:
        return next((name for name in (f"picture-{view.picture}", view.picture) if icons.known(name)), None)
