"""Rows of the table that concern no single view: settings, times, voice, words of trouble, paper."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from tempfile import TemporaryDirectory

from fluent.syntax import FluentParser, ast

from devices.types import Fault
from devices.voice.sound import RATE_HZ
from kiosk.faults import Words, of_fault, of_refusal
from kiosk.flows import delays
from kiosk.hall.messages import Refusal
from kiosk.text import raster
from kiosk.text.fonts import FOLDER, Fonts
from kiosk.text.review import STRINGS
from kiosk.text.shape import Shaper
from kiosk.views import Msg
from kiosk.visit import GAINS_DB, RATES, SIZES
from screens.press import STRIKE_S
from screens.theme import THEMES, ratio
from tests.kiosk.rig import terminal
from tests.screens import languages
from tests.screens.report.rules import Found, Rule, once

GROUNDS = {"white": 20.0, "black-yellow": 17.5, "black-cyan": 15.0, "black-white": 18.0}
MM_OF_DOT = 1 / raster.DOTS_PER_MM


@once(Rule("1", "国字实际墨迹高度与标称之比", "real ink of 国, against what is told", 0.97, "×", least=True))
def real_ink() -> Iterator[Found]:
    shaper = Shaper(Fonts.find())
    for px in (30, 33, 49, 61, 74, 98):
        box = shaper.block("国", "zh", px=px, width=1000).mask().getbbox()
        assert box is not None
        yield (box[3] - box[1]) / px, f"国 at {px} px"


@once(Rule("2", "字号档数", "sizes to choose from", 4, "", least=True))
def sizes() -> Iterator[Found]:
    yield float(len(SIZES)), "sizes"


@once(Rule("2", "最大字号", "the greatest size", 2.0, "×", least=True))
def greatest_size() -> Iterator[Found]:
    yield max(SIZES), "sizes"


@once(Rule("6", "不是无衬线的字体（中文、英文、蒙古文、维吾尔文）", "of Chinese, English, Mongolian and Uyghur: fonts with serifs"))
def sans_serif() -> Iterator[Found]:
    families = tomllib.loads((FOLDER / "fonts.toml").read_text("utf-8"))["family"]
    for family in families:
        if family["language"] in ("zh-Hans", "mn", "ug"):
            yield float("Sans" not in family["name"]), family["name"]


@once(Rule("8", "配色与标准的比（1 为刚好）", "contrast choices, against the figure of each", 1.0, "×", least=True))
def choices() -> Iterator[Found]:
    for name, least in GROUNDS.items():
        page = THEMES[name].page
        yield ratio(page.ink, page.fill) / least, f"{name}: {ratio(page.ink, page.fill):.1f} of {least}"


@once(Rule("12", "闪动频率", "flashes", 2.0, "Hz"))
def flashing() -> Iterator[Found]:
    from screens.surface import BEAT_S

    yield 1 / BEAT_S, "dots of a waiting view"


@once(Rule("16", "连击忽略时间", "a second strike is ignored for", 0.5, "s", least=True))
def double_strike() -> Iterator[Found]:
    yield STRIKE_S, "press"


@once(Rule("22", "焦点框线粗", "thickness of the focus", 0.53, "mm", least=True))
def focus_line() -> Iterator[Found]:
    """2 CSS pixels are 2/96 inch."""
    from screens.glass import RING
    from screens.theme import Scale
    from tests.screens.report.cases import GLASSES

    for name, panel in GLASSES.items():
        yield panel.mm(2 * Scale(panel).px(RING)), name


@once(Rule("23", "多久没人动才提醒（不早于）", "without a touch before the question, at the earliest", 120, "s", least=True))
def warned() -> Iterator[Found]:
    yield delays.IDLE, "delays.IDLE"


@once(Rule("23", "多久没人动才提醒（不晚于）", "without a touch before the question, at the latest", 300, "s"))
def warned_in_time() -> Iterator[Found]:
    yield delays.IDLE, "delays.IDLE"


@once(Rule("23", "提醒停留时间", "the question stands for", 20, "s", least=True))
def question_stands() -> Iterator[Found]:
    yield delays.STILL, "delays.STILL"


@once(Rule("24", "来访结束后没有还原的设置", "settings that outlive a visit"))
def reset() -> Iterator[Found]:
    with TemporaryDirectory() as folder:
        rig = terminal(Path(folder))
        before = rig.glass.settings
        rig.touch("tool.size", "tool.speed", "tool.volume", "tool.lang", "tool.voice")
        after = rig.glass.settings
        changed = [one.name for one in fields(before) if getattr(before, one.name) != getattr(after, one.name)]
        rig.wait(delays.IDLE + delays.SPEECH).wait(delays.STILL)
        for name in changed:
            yield float(getattr(rig.glass.settings, name) != getattr(before, name)), name
        yield float(len(changed) < 5), f"changed: {', '.join(changed)}"


@once(Rule("27", "音量每级", "a step of volume", 10, "dB"))
def volume_steps() -> Iterator[Found]:
    ordered = sorted(GAINS_DB)
    for low, high in zip(ordered, ordered[1:]):
        yield high - low, f"{low:g} to {high:g}"


@once(Rule("27", "音量范围", "range of volume", 18, "dB", least=True))
def volume_range() -> Iterator[Found]:
    yield max(GAINS_DB) - min(GAINS_DB), "volume"


@once(Rule("28", "语速档数（6 至 8）", "speeds to choose from", 6, "", least=True))
def speeds() -> Iterator[Found]:
    yield float(len(RATES)), "speeds"


@once(Rule("28", "最慢", "the slowest", 0.5, "×"))
def slowest() -> Iterator[Found]:
    yield min(RATES), "speeds"


@once(Rule("28", "最快", "the fastest", 2.0, "×", least=True))
def fastest() -> Iterator[Found]:
    yield max(RATES), "speeds"


@once(Rule("29", "采样率", "samples a second", 22050, "Hz", least=True))
def samples() -> Iterator[Found]:
    yield float(RATE_HZ), "what the player is fed"


@once(Rule("42", "缺“发生了什么、怎么办、给工作人员的话”的故障", "troubles without what happened, what to do, what the staff do"))
def troubles() -> Iterator[Found]:
    words = [of_fault(fault) for fault in Fault] + [of_refusal(refusal) for refusal in Refusal]
    for one in words:
        yield float(len(_unsaid(one))), one.code


def _unsaid(words: Words) -> list[Msg]:
    ids = languages.catalog(None).ids
    return [one for one in (words.title, words.do, words.staff) if one.id not in ids]


@once(Rule("43", "最长的一句（到句号、问号）", "the longest sentence", 40, "字"))
def longest_sentence() -> Iterator[Found]:
    """No standard gives a figure; forty characters are two breaths of a reader aloud."""
    for entry in FluentParser().parse((STRINGS / "zh.ftl").read_text("utf-8")).body:
        if isinstance(entry, ast.Message) and entry.value is not None:
            words = "".join(part.value for part in entry.value.elements if isinstance(part, ast.TextElement))
            for sentence in re.split("[。！？\n]", words):
                yield float(sum("\u4e00" <= char <= "\u9fff" for char in sentence)), entry.id.name


@once(Rule("49", "号票上最小的数字", "the smallest digits on the ticket", 3.5, "mm", least=True))
def printed() -> Iterator[Found]:
    yield raster.SMALL * MM_OF_DOT * 0.84, "ticket"


@once(Rule("49", "号票上要紧的字", "what matters on the ticket", 6.4, "mm", least=True))
def printed_large() -> Iterator[Found]:
    for name, dots in (("key", raster.KEY), ("number", raster.NUMBER)):
        yield dots * MM_OF_DOT * 0.84, name
