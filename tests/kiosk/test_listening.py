"""What a listener does: pauses, hears again, skips, points at words, plugs in headphones; and what answers a hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.ports import Cue
from devices.types import DeviceUp, JackChanged, SpeechEnded
from kiosk.aloud import Voice
from kiosk.events import Focused, HallKnown, PageTurned, Pointed, Touched
from kiosk.flows import FLOWS
from kiosk.text.speech import utterances
from kiosk.views import Choice, NumberKeys, View, msg
from kiosk.visit import Settings
from tests.kiosk.rig import FITTINGS, RememberingSpeaker, Rig, catalog, terminal
from tests.kiosk.test_runner import busier
from tests.kit.people import HALL

TITLE, LINE, ELDER = "请放身份证或社保卡", "您要办：综合", "年满六十五岁的，放卡后自动优先"


def at_the_card(folder: Path) -> Rig:
    """A view that is being read: its title, then two sentences, then the ways on."""
    rig = terminal(folder).touch("line.general").speech_starts().hears(0)
    assert rig.speaker.said[-1][1][:3] == (TITLE, LINE, ELDER)
    return rig


def first(rig: Rig) -> str:
    return rig.speaker.said[-1][1][0]


# ---- the mark ----


def test_the_sentence_that_is_heard_is_told_to_the_glass(tmp_path: Path) -> None:
    rig = at_the_card(tmp_path).hears(1)
    assert rig.marks[-2:] == ["title", "body.0"]
    rig.speech_ends()
    assert rig.marks[-1] is None


def test_a_hint_belongs_to_its_choice_and_a_touch_takes_the_mark_away(tmp_path: Path) -> None:
    rig = terminal(tmp_path)
    rig.tell(Focused(rig.glass.seq, "choice.line.general")).hears(0).hears(1)
    assert [mark for mark in rig.marks if mark] == ["choice.line.general"]
    rig.touch("tool.size")
    assert rig.marks[-1] is None
    rig.hears(0)
    assert rig.marks[-1] is None, "what was silenced is not marked any more"


# ---- pause, repeat, skip ----


def test_pause_and_go_on_with_the_sentence(tmp_path: Path) -> None:
    rig = at_the_card(tmp_path).hears(1)
    said = len(rig.speaker.said)
    rig.touch("speech.pause").speech_ends(completed=False)
    assert len(rig.speaker.said) == said
    rig.touch("speech.pause")
    assert first(rig) == LINE


def test_go_on_after_the_end_begins_anew(tmp_path: Path) -> None:
    rig = at_the_card(tmp_path).hears(2).speech_ends()
    last = len(rig.speaker.said[-1][1]) - 1
    rig.touch("tool.repeat").hears(last).speech_ends().touch("speech.pause")
    assert first(rig) == TITLE


@pytest.mark.parametrize(
    ("asked", "heard"), [("speech.repeat", LINE), ("speech.skip", ELDER), ("speech.back", TITLE), ("tool.repeat", TITLE)]
)
def test_where_the_voice_is_sent(tmp_path: Path, asked: str, heard: str) -> None:
    rig = at_the_card(tmp_path).hears(1).touch(asked)
    assert first(rig) == heard


def test_another_speed_or_level_goes_on_where_the_voice_was(tmp_path: Path) -> None:
    rig = at_the_card(tmp_path).hears(1).touch("tool.speed")
    assert first(rig) == LINE
    rig.hears(0).touch("set.gain.up")
    assert len(rig.speaker.said[-1][1]) == 1, "how loud it is now"
    rig.speech_ends()
    assert first(rig) == LINE, "after the new level was told"


def test_the_focus_moves_the_place(tmp_path: Path) -> None:
    rig = at_the_card(tmp_path)
    rig.tell(Focused(rig.glass.seq, "choice.card-none")).hears(0).speech_ends().touch("speech.skip")
    assert "优先照顾" in first(rig)
    rig.hears(0).touch("speech.repeat")
    assert "优先照顾" in first(rig)


def test_a_view_at_rest_can_be_listened_to(tmp_path: Path) -> None:
    rig = terminal(tmp_path).touch("speech.pause")
    assert first(rig) == "您要办什么事？"


def test_what_is_new_does_not_move_the_place(tmp_path: Path) -> None:
    rig = at_the_card(tmp_path).hears(2)
    rig.tell(busier(9)).touch("speech.repeat")
    assert first(rig) == ELDER


def test_with_the_voice_off_nothing_is_said_and_nothing_clicks(tmp_path: Path) -> None:
    rig = at_the_card(tmp_path).touch("tool.voice")
    said, cues = len(rig.speaker.said), len(rig.speaker.cues)
    rig.touch("speech.pause", "speech.repeat", "speech.skip").tell(Pointed(rig.glass.seq, "body.0"))
    assert len(rig.speaker.said) == said and len(rig.speaker.cues) == cues


@given(st.lists(st.sampled_from(["pause", "repeat", "skip", "back", "heard", "ended"]), max_size=25))
def test_the_place_is_always_in_the_view(deeds: list[str]) -> None:
    speaker = RememberingSpeaker()
    marks: list[str | None] = []
    voice = Voice(speaker, lambda view, tools, lang: utterances(view, tools, catalog(), lang), marks.append)
    view, settings = View(msg("card-title"), body=(msg("code-title"), msg("priority-note")), home=True), Settings()
    all_of_it = tuple(one.text for one in utterances(view, (), catalog(), "zh"))
    voice.say(view, (), settings)
    for deed in deeds:
        if deed not in ("heard", "ended"):
            voice.hush()  # as every touch does
        match deed:
            case "pause":
                voice.pause(settings)
            case "repeat":
                voice.repeat(settings)
            case "skip" | "back":
                voice.skip(1 if deed == "skip" else -1, settings)
            case _:
                voice.told(SpeechEnded("voice", speaker.said[-1][0], deed == "ended"))
        assert speaker.said[-1][1] == all_of_it[-len(speaker.said[-1][1]):], "always from a sentence of the view to its end"


# ---- a finger on words, a page ----


def test_words_that_are_touched_are_read_from_there_on(tmp_path: Path) -> None:
    rig = at_the_card(tmp_path)
    rig.tell(Pointed(rig.glass.seq, "body.1"))
    assert first(rig) == ELDER and len(rig.speaker.said[-1][1]) > 3
    assert rig.speaker.cues[-1] is Cue.ACCEPTED


def test_what_cannot_be_chosen_says_why(tmp_path: Path) -> None:
    rig = terminal(tmp_path)
    rig.tell(Pointed(rig.glass.seq, "choice.line.civil"))
    assert "现在不能按" in first(rig) and "十四点三十分" in rig.speaker.last
    assert rig.speaker.cues == [Cue.REFUSED]


def test_a_page_that_is_turned_is_read(tmp_path: Path) -> None:
    rig = at_the_card(tmp_path)
    rig.tell(PageTurned(rig.glass.seq, ("body.1", "choice.page.previous")))
    assert rig.speaker.said[-1][1] == (ELDER, "按上一页")


# ---- cues ----


def test_every_hand_is_answered(tmp_path: Path) -> None:
    rig = terminal(tmp_path).touch("line.general")
    rig.tell(Focused(rig.glass.seq, "choice.card-none"))
    assert rig.speaker.cues == [Cue.ACCEPTED] * 2
    rig.touch("line.general", seq=0).tell(Pointed(rig.glass.seq, ""))
    assert rig.speaker.cues[2:] == [Cue.REFUSED] * 2, "a view that is gone; a key that means nothing here"


def test_a_masked_digit_is_a_tone_and_never_spoken(tmp_path: Path) -> None:
    """Row 26. The keys themselves are named when the keypad comes to one; what was typed never is."""
    flow: Any = FLOWS["terminal"](FITTINGS)
    typed: list[str] = []

    def step(state: Any, event: Any, now: Any) -> Any:
        if isinstance(event, Touched) and event.choice.startswith("digit."):
            typed.append(event.choice[-1])
        return state, ()

    def view_of(state: Any, now: Any) -> View:
        keys = tuple(Choice(f"digit.{digit}", msg("digit", digit=digit), typing=True) for digit in "0123456789")
        return NumberKeys(msg("code-title"), choices=keys, typed="".join(typed), length=6, masked=True)

    rig = Rig(tmp_path, replace(flow, step=step, view_of=view_of)).tell(HallKnown(HALL))
    begun = len(rig.speaker.said)
    rig.touch("digit.4", "digit.8", "digit.3")
    assert rig.speaker.cues == [Cue.MASKED] * 3
    said = "".join("".join(texts) for _, texts in rig.speaker.said[begun:])
    assert "三位" in said and not set("四八") & set(said)
    rig.touch("tool.repeat")
    heard = [text for text in rig.speaker.said[-1][1] if not text.startswith("按")]
    assert heard == ["请输入六位预约码", "输入了三位"]


# ---- headphones ----


def test_headphones_turn_speech_on_and_are_alone(tmp_path: Path) -> None:
    rig = terminal(tmp_path).touch("tool.voice").tell(JackChanged("jack", True))
    assert rig.speaker.private and rig.glass.settings.voice
    assert rig.speaker.last.startswith("您要办什么事"), "who plugs them in is told where they are"
    rig.tell(JackChanged("jack", False))
    assert not rig.speaker.private and not rig.glass.settings.voice, "as it was before"


def test_pulled_out_the_loudspeaker_is_silent_until_a_touch(tmp_path: Path) -> None:
    rig = at_the_card(tmp_path).tell(JackChanged("jack", True)).hears(0)
    said, hushed = len(rig.speaker.said), rig.speaker.hushed
    rig.tell(JackChanged("jack", False))
    rig.tell(DeviceUp("printer"), busier(5))
    assert len(rig.speaker.said) == said and rig.speaker.hushed > hushed
    rig.touch("card-none")
    assert len(rig.speaker.said) == said + 1


def test_a_visit_that_begins_with_headphones_in_begins_with_the_voice_on(tmp_path: Path) -> None:
    rig = terminal(tmp_path).tell(JackChanged("jack", True)).touch("tool.voice", "line.general", "home")
    assert rig.title == "home-title" and rig.glass.settings.voice
    rig.tell(JackChanged("jack", False)).touch("line.general")
    assert rig.speaker.last.startswith(TITLE), "the next visit is heard by the loudspeaker again"


def test_the_first_word_of_a_socket_without_headphones_changes_nothing(tmp_path: Path) -> None:
    rig = terminal(tmp_path).tell(JackChanged("jack", False))
    assert "VISIT_BEGAN" not in rig.journal
    rig.touch("line.general")
    assert rig.speaker.said
