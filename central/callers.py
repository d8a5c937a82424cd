"""Who is asking: an enrolled machine or a member of the staff. One set of role words for both."""

from __future__ import annotations

from dataclasses import dataclass

TERMINAL, DISPLAY, PAD = "terminal", "display", "pad"
ADMIN, MANAGER, CLERK, HELPER = "admin", "manager", "clerk", "helper"

MACHINES = frozenset({TERMINAL, DISPLAY, PAD})
WINDOW_STAFF = frozenset({ADMIN, MANAGER, CLERK})
STAFF = WINDOW_STAFF | {HELPER}
ENROLLED = MACHINES | STAFF


@dataclass(frozen=True)
class Caller:
    """Belongs to one hall. ``windows``: a pad's own window; the windows a clerk may work at."""

    id: str
    hall: str
    role: str
    name: str
    windows: frozenset[str] = frozenset()
    must_change: bool = False

    @property
    def actor(self) -> str:
        """As written in the audit."""
        return f"{'terminal' if self.role in MACHINES else 'staff'}:{self.id}"

    def may_work_at(self, window: str) -> bool:
        return self.role in (ADMIN, MANAGER) or (self.role == CLERK and window in self.windows)
