"""What the hall hears it was shown before (accessibility.md row 34): by the order of events, at any load."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kiosk.events import HallKnown, TicketCalled
from kiosk.flows import FLOWS
from kiosk.views import Board
from tests.kiosk.rig import FITTINGS, Rig
from tests.kit.clock import START
from tests.kit.people import HALL, call


def test_a_call_is_on_the_glass_before_the_voice_is_asked(tmp_path: Path, monkeypatch: Any) -> None:
    rig = Rig(tmp_path, FLOWS["display"](FITTINGS)).tell(HallKnown(HALL))
    say, seen = rig.speaker.say, []

    def watched(token: str, utterances: Any, **how: Any) -> None:
        view = rig.glass.view
        assert isinstance(view, Board)
        seen.append((utterances[0].text, [row.number for row in view.rows if row.aloud]))
        say(token, utterances, **how)

    monkeypatch.setattr(rig.speaker, "say", watched)
    for number in ("A001", "B002"):
        rig.tell(TicketCalled(call(number, at=START)))
    for _ in range(4):
        rig.speech_ends()
    assert [numbers for _, numbers in seen] == [["A001"], ["A001"], ["B002"], ["B002"]]
    assert ["一" in text for text, _ in seen] == [True, True, False, False]
