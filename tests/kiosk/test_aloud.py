"""What is shown is said, and when."""

from __future__ import annotations

from pathlib import Path

from devices.types import CardPresented
from kiosk.events import Focused, HallKnown, TicketCalled
from kiosk.flows import FLOWS
from tests.kiosk.rig import FITTINGS, Rig, terminal
from tests.kiosk.test_runner import busier
from tests.kit.people import ELDER, HALL, call


def test_a_view_at_rest_is_silent_until_asked(tmp_path: Path) -> None:
    rig = terminal(tmp_path)
    assert rig.speaker.said == []
    rig.touch("tool.repeat")
    assert rig.speaker.last.startswith("您要办什么事")


def test_a_new_view_is_spoken_from_the_top(tmp_path: Path) -> None:
    rig = terminal(tmp_path).touch("line.general")
    assert rig.speaker.said[-1][1][0] == "请放身份证或社保卡"
    assert "叫人帮忙" in rig.speaker.last


def test_a_touch_silences_at_once(tmp_path: Path) -> None:
    rig = terminal(tmp_path).touch("line.general")
    hushed = rig.speaker.hushed
    rig.touch("line.general", seq=0)
    assert rig.speaker.hushed == hushed + 1, "even a touch that counts for nothing"


def test_voice_off_is_silent_and_on_speaks_the_view(tmp_path: Path) -> None:
    rig = terminal(tmp_path).touch("tool.voice")
    rig.touch("line.general")
    assert rig.speaker.said == []
    rig.touch("tool.voice")
    assert rig.speaker.said[-1][1][0] == "请放身份证或社保卡"


def test_another_language_is_heard_once(tmp_path: Path) -> None:
    rig = terminal(tmp_path).touch("line.general")
    said = len(rig.speaker.said)
    rig.touch("tool.lang")
    assert len(rig.speaker.said) == said + 1


def test_counts_that_change_are_not_told(tmp_path: Path) -> None:
    rig = terminal(tmp_path).tell(CardPresented("reader", ELDER)).speech_ends()
    said = len(rig.speaker.said)
    rig.tell(busier(7))
    assert len(rig.speaker.said) == said


def test_what_is_new_follows_what_is_being_said(tmp_path: Path) -> None:
    rig = terminal(tmp_path).touch("line.general", "card-none").work()
    assert "正在打印号票" in rig.speaker.last
    said = len(rig.speaker.said)
    rig.work()
    assert len(rig.speaker.said) == said, "the number is said to its end"
    rig.speech_ends()
    assert rig.speaker.said[-1][1][0] == "号票已打印，请从下面取走"
    assert len(rig.speaker.said[-1][1]) == 1


def test_what_is_new_is_said_at_once_in_silence(tmp_path: Path) -> None:
    rig = terminal(tmp_path).touch("line.general", "card-none").work().speech_ends().work()
    assert rig.speaker.said[-1][1] == ("号票已打印，请从下面取走",)


def test_a_touch_forgets_what_was_to_follow(tmp_path: Path) -> None:
    rig = terminal(tmp_path).touch("line.general", "card-none").work().work()
    said = len(rig.speaker.said)
    rig.touch("tool.size")
    rig.speech_ends(completed=False)
    assert all("号票已打印" not in "".join(texts) for _, texts in rig.speaker.said[said:])


def test_the_switch_is_heard_when_it_is_thrown(tmp_path: Path) -> None:
    rig = terminal(tmp_path).tell(CardPresented("reader", ELDER)).speech_ends()
    rig.touch("priority")
    assert "不用优先" in rig.speaker.last and "请按要办的事取号" not in rig.speaker.last


def test_the_end_of_an_earlier_speech_is_no_news(tmp_path: Path) -> None:
    rig = Rig(tmp_path, FLOWS["display"](FITTINGS)).tell(HallKnown(HALL))
    rig.tell(TicketCalled(call("A001")), TicketCalled(call("A002")))
    assert len(rig.speaker.said) == 1
    rig.speech_starts().speech_ends().speech_ends()
    assert len(rig.speaker.said) == 3
    assert ["A零零一" in said[0] or "零零一" in said[0] for _, said in rig.speaker.said] == [True, True, False]


def test_the_end_of_a_visit_is_silent(tmp_path: Path) -> None:
    rig = terminal(tmp_path).touch("line.general")
    hushed, said = rig.speaker.hushed, len(rig.speaker.said)
    rig.touch("home")
    assert rig.speaker.hushed > hushed and len(rig.speaker.said) == said


def test_where_the_keypad_comes_to_is_said_alone(tmp_path: Path) -> None:
    rig = terminal(tmp_path)
    rig.tell(Focused(rig.glass.seq, "choice.line.general"))
    assert len(rig.speaker.said[-1][1]) == 2 and "综合" in rig.speaker.last and "三" in rig.speaker.last
    rig.tell(Focused(rig.glass.seq, "choice.page.next"))
    assert "下一页" in rig.speaker.last and "上一页" not in rig.speaker.last
    said = len(rig.speaker.said)
    rig.touch("line.social").tell(Focused(1, "choice.line.general"))
    assert len(rig.speaker.said) == said + 1, "what is gone is not said"


def test_where_the_keypad_comes_to_is_silent_with_the_voice_off(tmp_path: Path) -> None:
    rig = terminal(tmp_path).touch("tool.voice")
    rig.tell(Focused(rig.glass.seq, "choice.line.general"))
    assert rig.speaker.said == []
