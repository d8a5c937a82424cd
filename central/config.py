"""Settings of the service."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from central.clock import Clock, system_clock


@dataclass(frozen=True)
class Settings:
    """What an operator decides. ``state_dir`` holds the key file and must be readable by the service alone."""

    database_url: str
    state_dir: Path
    sample: bool = False
    """Load the invented sample hall; what it hands out is in ``app.state.handed_out``."""
    clock: Clock = system_clock
    public_url: str | None = None
    """Address under which phones reach the service, for the QR code of a ticket; None: the address the terminal used."""
    keep_persons_days: int = 7
    """Days after which name, number and birth date of a ticket's holder are deleted (PIPL 19: the shortest time needed)."""
    keep_mandates_days: int = 183
    """Days after which the person of a mandate that was filed or withdrawn is deleted: as long as its result can be taken to a
    court, six months (行政诉讼法 46)."""
    keep_opinions_days: int = 120
    """Days after which words and contact of an opinion that was closed are deleted: 30 in which a review of the answer can be
    asked for and 30 in which it is given, and the same once more (信访工作条例 35, 36)."""
    voice: Path | None = None
    """A program that speaks (``central.voices.program``); None: the service speaks no sentences."""
    keep_events_days: int = 2
    """Days for which a listener that was away can still catch up."""
    heartbeat_s: float = 15.0
    """Seconds between comment lines on a silent event stream."""
    stream_life_s: float = 3600.0
    """Seconds after which an event stream ends: whoever listens comes again and shows a credential that must still be good."""
