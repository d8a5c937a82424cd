"""A person on the glass: surname and ＊, and the last four of the number (privacy-and-security.md, masking)."""

from __future__ import annotations

STAR = "＊"
SHORTEST = 8  # a number of fewer characters would be half shown by its last four, so nothing of it is

# The compound surnames in use, after the list of 现代汉语词典 and the surname reports of the Ministry of Public Security.
COMPOUND = frozenset(
    "欧阳 上官 司马 司徒 司空 诸葛 东方 皇甫 尉迟 公孙 公羊 公冶 令狐 慕容 宇文 长孙 端木 夏侯 轩辕 南宫 独孤 百里 呼延 申屠 "
    "钟离 闻人 澹台 濮阳 淳于 单于 太叔 仲孙 赫连 拓跋 万俟 西门 东郭 第五 鲜于 闾丘 段干 梁丘".split()
)


def masked_name(name: str) -> str:
    """``张＊`` of 张三丰, ``欧阳＊`` of 欧阳小明; never the whole name, whatever its length."""
    name = name.strip()
    shown = name[:2] if name[:2] in COMPOUND and len(name) > 2 else name[:1]
    return shown + STAR if len(name) > len(shown) else STAR


def tail(number: str) -> str:
    """The last four of a card's number."""
    number = number.strip()
    return number[-4:] if len(number) >= SHORTEST else STAR * 4
