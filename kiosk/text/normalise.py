"""Numbers, dates, times and codes written out, so that any voice reads them right.

Synthesisers differ: the portable one reads 2026年 as a quantity and has no 点 in 12:30 (its pinyin voice, measured). What is left
after this has no Arabic digit in Chinese, and in English only digits that are to be read as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable

Rule = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]

DIGITS = "零一二三四五六七八九"
BY_TELEPHONE = str.maketrans("0123456789", "零幺二三四五六七八九")  # 1 is said yāo, so as not to be taken for seven
ONE_BY_ONE = str.maketrans("0123456789", DIGITS)
FULL_WIDTH = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
COUNTED = "个人位分种次张天小时岁户件份条家年遍点元块名页周套本项倍公"  # before these, and after no 第, two is 两
HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff，。、；：？！“”‘’（）《》]"


def for_speech(text: str, lang: str) -> str:
    """``text`` as it is to be said. What masks a digit (＊) is left out: it is never spoken."""
    text = text.translate(FULL_WIDTH)
    for pattern, change in _RULES.get(lang, _EVERY):
        text = pattern.sub(change, text)
    return text.strip()


def han_number(number: int) -> str:
    """A whole number from 0 to below 10^12 in Chinese: 0 零, 12 十二, 105 一百零五, 10010 一万零一十."""
    said = _in_full(number)
    return said[1:] if said.startswith("一十") else said


def _in_full(number: int) -> str:
    """With 一十 for ten, as it is said inside a larger number."""
    if not number:
        return "零"
    for unit, name in ((10**8, "亿"), (10**4, "万")):
        if number >= unit:
            head, rest = divmod(number, unit)
            zero = "零" if 0 < rest < unit // 10 else ""
            return _in_full(head) + name + zero + (_in_full(rest) if rest else "")
    return _thousands(number)


def _thousands(number: int) -> str:
    """From 1 to below ten thousand."""
    said, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            said += ("零" if gap and said else "") + DIGITS[digit] + name
        gap = not digit
    return said


def _amount(written: str) -> str:
    whole, _, part = written.replace(",", "").partition(".")
    if len(whole) > 12:
        return whole.translate(ONE_BY_ONE)
    said = re.sub("(?<!十)二(?=[千万亿])", "两", han_number(int(whole)))
    return said + ("点" + part.replace(".", "点").translate(ONE_BY_ONE) if part else "")


def _money(match: re.Match[str]) -> str:
    """12.50 元 is 十二元五角; 0.05 元 is 五分."""
    whole, tenths, cents = int(match[1].replace(",", "")), match[2], match[3] or "0"
    said = _amount(match[1]) + "元" if whole or tenths == cents == "0" else ""
    if tenths != "0":
        said += DIGITS[int(tenths)] + "角"
    if cents != "0":
        said += ("零" if whole and tenths == "0" else "") + DIGITS[int(cents)] + "分"
    return said


def _range(match: re.Match[str]) -> str:
    """3-5 分钟 goes up; 108-3 号 is a number with a part."""
    return f"{match[1]}{'到' if float(match[1]) < float(match[2]) else '杠'}{match[2]}"


def _digits(number: str) -> str:
    return number.replace("-", "").replace(" ", "").translate(BY_TELEPHONE)


def _by_telephone(match: re.Match[str]) -> str:
    return _digits(match[0])


def _percent(match: re.Match[str]) -> str:
    return "百分之" + ("百" if match[1] == "100" else _amount(match[1]))


def _han_time(match: re.Match[str]) -> str:
    hour, minute = int(match[1]), int(match[2])
    said = ("两" if hour == 2 else han_number(hour)) + "点"
    if not minute:
        return said
    return said + ("零" if minute < 10 else "") + han_number(minute) + "分"


def _han_date(match: re.Match[str]) -> str:
    year, month, day = match[1].translate(ONE_BY_ONE), han_number(int(match[2])), match[3]
    return f"{year}年{month}月" + (f"{han_number(int(day))}日" if day else "")


def _code(match: re.Match[str]) -> str:
    return " ".join(match[1]) + " " + match[2].translate(ONE_BY_ONE)


def _english_time(match: re.Match[str]) -> str:
    hour, minute = int(match[1]), int(match[2])
    if not minute:
        return f"{hour} o'clock"
    return f"{hour} oh {minute}" if minute < 10 else f"{hour} {minute}"


def _spaced(match: re.Match[str]) -> str:
    return " ".join(match[0].replace("-", ""))


def _rules(*table: tuple[str, str | Callable[[re.Match[str]], str]]) -> tuple[Rule, ...]:
    return tuple((re.compile(pattern, re.ASCII), change) for pattern, change in table)


_MASKS = ((r"[*＊•]+", ""), (r"\s+", " "))
_TIME = r"(?<!\d)(\d{1,2})[:：](\d{2})(?::\d{2})?(?!\d)"
_TELEPHONE = r"(?<![\d.])(?:\d{3,4}-\d{3,8}(?:-\d{3,8})?|0\d+|\d{5,})(?![\d.])"

_EVERY = _rules(*_MASKS)
_RULES = {
    "zh": _rules(
        *_MASKS,
        (r"(?<![\d-])1\d\d([ -])\d{4}\1\d{4}(?![\d-])", _by_telephone),
        (r"(?<=\d)\s*[–—~～]\s*(?=\d)|(?<=:\d\d)\s*-\s*(?=\d{1,2}:)|(?<=\d{4})-(?=\d{4}\s*年)|(?<=\d)-(?=[A-Z]\d)", "到"),
        (r"(?<![\d.-])(\d{1,3}(?:\.\d+)?)-(\d{1,3}(?:\.\d+)?)(?![\d.-])", _range),
        (r"(?<=\d) (?=\d)", "，"),
        (r"(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)", r"\1-\3-\4"),
        (r"(?<!\d)((?:19|20)\d\d)-(0?[1-9]|1[0-2])(?:-(\d{1,2}))?(?![\d-])", _han_date),
        (r"(?<!\d)(\d{4})(?=\s*年|到\d{4}\s*年)", lambda match: match[1].translate(ONE_BY_ONE)),
        (_TIME, _han_time),
        (r"([A-Za-z]+)-?(\d+)", _code),
        (r"(电话|热线|拨打|尾号)([是为：:]?) ?([\dXx-]+)", lambda match: match[1] + match[2] + _digits(match[3])),
        (r"(?<![\d.])1(?:10|19|20|22)(?=\s*(?:报警|火警|急救|救护|电话|热线))", _by_telephone),
        (r"[¥￥]\s*(\d[\d,]*(?:\.\d+)?)", r"\1元"),
        (r"(?<![\d.])(\d[\d,]*)\.(\d)(\d)?\s*元", _money),
        (r"(\d+(?:\.\d+)?)\s*[%％]", _percent),
        (r"(?<!\d)-(?=\d+(?:\.\d+)?\s*℃)", "零下"),
        (r"℃", "度"),
        (r"(?<=\d)\s*[×x]\s*(?=\d)", "乘"),
        (r"(?<=[元次人件])/(?=[月年天日人次户件])", "每"),
        (r"(?<!\d)\d{3,4}(?=\s*[室房])", lambda match: match[0].translate(ONE_BY_ONE)),
        (r"(?<![\d.])\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{5,}(?=\s*[元人个户件块次岁亩斤吨平公])", lambda match: _amount(match[0])),
        (_TELEPHONE, _by_telephone),
        (rf"(?<![第\d.])(?<!第 )2(?=\s*[{COUNTED}])", "两"),
        (r"\d+(?:\.\d+)*", lambda match: _amount(match[0])),
        (rf"(?<={HAN}) (?={HAN})", ""),
        (r"[/|→·…]+", "，"),
    ),
    "en": _rules(
        *_MASKS,
        (r"(?<=\d)\s*[–—~]\s*(?=\d)|(?<=:\d\d)\s*-\s*(?=\d{1,2}:)", " to "),
        (r"(?<![\d-])(\d{1,2})-(\d{1,2})(?![\d-])", r"\1 to \2"),
        (r"(?<=\d) (?=\d)", ", "),
        (_TIME, _english_time),
        (r"([A-Za-z])(\d+)", lambda match: " ".join(match[1] + match[2])),
        (r"(?<=ending )[\dXx]+", _spaced),
        (_TELEPHONE, _spaced),
    ),
}
