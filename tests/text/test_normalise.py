"""Numbers, dates, times and codes as they are said."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.text.normalise import for_speech, han_number


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ("A023", "A 零二三"),
        ("您的号是 A101", "您的号是 A 一零一"),
        ("请 A023 号，到 12 号窗口", "请 A 零二三号，到十二号窗口"),
        ("AB1203", "A B 一二零三"),
        ("12:30", "十二点三十分"),
        ("8:05 开始办", "八点零五分开始办"),
        ("2:00", "两点"),
        ("14:30:59", "十四点三十分"),
        ("08:30–12:00 14:30–17:30", "八点三十分到十二点，十四点三十分到十七点三十分"),
        ("8:30-12:00", "八点三十分到十二点"),
        ("2026年", "二零二六年"),
        ("2026年3月15日", "二零二六年三月十五日"),
        ("2026-03-05", "二零二六年三月五日"),
        ("3 号窗口", "三号窗口"),
        ("请到 1、2 号窗口前等候叫号", "请到一、二号窗口前等候叫号"),
        ("前面还有 2 人", "前面还有两人"),
        ("2 号窗口", "二号窗口"),
        ("第 2 级", "第二级"),
        ("第2个", "第二个"),
        ("前面 22 人", "前面二十二人"),
        ("大约等 102 分钟", "大约等一百零二分钟"),
        ("打电话 0477-1234567", "打电话零四七七幺二三四五六七"),
        ("13812345678", "幺三八幺二三四五六七八"),
        ("拨打 12345 热线", "拨打幺二三四五热线"),
        ("电话 110", "电话幺幺零"),
        ("400-800-1234", "四零零八零零幺二三四"),
        ("证件尾号 123X", "证件尾号幺二三X"),
        ("张＊ 您好，证件尾号 0119", "张您好，证件尾号零幺幺九"),
        ("证件尾号 ＊＊＊＊", "证件尾号"),
        ("３ 号窗口，Ａ０２３", "三号窗口，A 零二三"),
        ("3.5 元", "三元五角"),
        ("¥12.50", "十二元五角"),
        ("50%", "百分之五十"),
        ("12,000 元", "一万两千元"),
        ("20000 人", "两万人"),
        ("大约要等 3-5 分钟", "大约要等三到五分钟"),
        ("3~5个工作日", "三到五个工作日"),
        ("1.5-2 小时", "一点五到两小时"),
        ("第 1-3 号窗口", "第一到三号窗口"),
        ("周一至周五 9:00-17:00", "周一至周五九点到十七点"),
        ("A023-A025", "A 零二三到A 零二五"),
        ("朝阳街 108-3 号", "朝阳街一百零八杠三号"),
        ("2026-2027年度", "二零二六到二零二七年度"),
        ("2026/3/15", "二零二六年三月十五日"),
        ("2026.3.5", "二零二六年三月五日"),
        ("1998年12月", "一九九八年十二月"),
        ("2026-03", "二零二六年三月"),
        ("2月2日", "二月二日"),
        ("2个月", "两个月"),
        ("2点30分", "两点三十分"),
        ("8点05分", "八点零五分"),
        ("00:00", "零点"),
        ("7×24小时", "七乘二十四小时"),
        ("手机 138 1234 5678", "手机幺三八幺二三四五六七八"),
        ("138-1234-5678", "幺三八幺二三四五六七八"),
        ("证件尾号是 119X", "证件尾号是幺幺九X"),
        ("120 急救", "幺二零急救"),
        ("95598", "九五五九八"),
        ("预约号是 482913", "预约号是四八二九幺三"),
        ("12.05 元", "十二元零五分"),
        ("0.5 元", "五角"),
        ("100.00 元", "一百元"),
        ("3.5 万元", "三点五万元"),
        ("2500 元", "两千五百元"),
        ("12000 元", "一万两千元"),
        ("200元/月", "二百元每月"),
        ("1,250 元", "一千二百五十元"),
        ("100%", "百分之百"),
        ("99.5%", "百分之九十九点五"),
        ("-5℃", "零下五度"),
        ("3号楼2单元501室", "三号楼二单元五零一室"),
        ("65岁以上", "六十五岁以上"),
        ("110 人", "一百一十人"),
        ("", ""),
    ],
)
def test_chinese(shown: str, said: str) -> None:
    assert for_speech(shown, "zh") == said


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ("Your number is A023", "Your number is A 0 2 3"),
        ("Opens at 9:05", "Opens at 9 oh 5"),
        ("Open today 08:30–12:00 14:30–17:30", "Open today 8 30 to 12 o'clock, 14 30 to 17 30"),
        ("about 3-5 minutes", "about 3 to 5 minutes"),
        ("call 0477-1234567", "call 0 4 7 7 1 2 3 4 5 6 7"),
        ("Hello 张＊, card number ending 119X", "Hello 张, card number ending 1 1 9 X"),
        ("12 people are ahead of you", "12 people are ahead of you"),
    ],
)
def test_english(shown: str, said: str) -> None:
    assert for_speech(shown, "en") == said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "零"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (1000, "一千"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (1100, "一千一百"),
        (10000, "一万"),
        (10001, "一万零一"),
        (10010, "一万零一十"),
        (11000, "一万一千"),
        (100000, "十万"),
        (1000000, "一百万"),
        (100000000, "一亿"),
        (100010000, "一亿零一万"),
    ],
)
def test_numbers(number: int, said: str) -> None:
    assert han_number(number) == said


@given(st.integers(0, 10**9))
def test_a_number_said_is_that_number(number: int) -> None:
    assert heard(han_number(number)) == number


def heard(said: str) -> int:
    """Reads a Chinese number back, by another way than it was made."""
    for name, unit in (("亿", 10**8), ("万", 10**4)):
        if name in said:
            head, rest = said.split(name, 1)
            return heard(head) * unit + heard(rest)
    total, digit = 0, 0
    for char in said:
        if char in "十百千":
            total += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[char]
            digit = 0
        else:
            digit = "零一二三四五六七八九".index(char)
    return total + digit


SAID = st.text("您要办什么事号人分钟年月日点第电话尾请到，。 :-–.0123456789A%¥＊*", max_size=40)


@given(SAID)
def test_no_digit_and_no_mask_is_left_to_the_voice(text: str) -> None:
    assert not re.search(r"[0-9０-９*＊]", for_speech(text, "zh"))


@given(SAID)
def test_saying_it_twice_changes_nothing(text: str) -> None:
    once = for_speech(text, "zh")
    assert for_speech(once, "zh") == once


@given(st.from_regex(r"[A-Z][0-9]{3,4}", fullmatch=True))
def test_every_digit_of_a_number_is_said_once(number: str) -> None:
    said = for_speech(number, "zh").split()
    assert said[0] == number[0]
    assert "".join(str("零一二三四五六七八九".index(char)) for char in said[1]) == number[1:]
