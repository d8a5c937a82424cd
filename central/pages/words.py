"""Chinese words for the codes that the service stores. An unknown code is never shown raw: it has no words or general ones."""

from __future__ import annotations

# Where a resident was when calling for help: the names of the terminal's views.
DOING = {
    "home": "首页",
    "menu": "选业务",
    "prompt": "放卡",
    "waiting": "等机器",
    "confirm": "核对信息",
    "ticketshown": "拿号票",
    "rate": "评价",
    "trouble": "机器出了问题",
    "board": "显示屏",
}

# What stopped a print; the device faults of the terminal.
PRINT_FAULT = {
    "paper_out": "打印纸用完了",
    "cover_open": "打印机盖子开着",
    "cutter_jam": "切纸卡住了",
    "printer_down": "打印机没有开",
    "printer_mute": "打印机没有回答",
    "printer_error": "打印机出错",
}

# How a priority was shown.
EVIDENCE = {
    "card_birth_date": "证件上的出生日期已核对",
    "own_word": "本人说的，请看证件",
}

OUTCOME = {"finished": "已办结", "no_show": "已过号"}

# The language the resident chose at the terminal, where it isn't Chinese.
LANGUAGE = {"en": "English", "mn": "蒙古语", "ug": "维吾尔语", "bo": "藏语"}


def paper_trouble(outcome: str, fault: str | None) -> str | None:
    """What the clerk should know of a ticket's paper; None when it was printed, or nothing is known yet."""
    cause = f"（{PRINT_FAULT[fault]}）" if fault in PRINT_FAULT else ""
    if outcome == "not_printed":
        return f"没有打印出来{cause}，居民手里没有纸票"
    if outcome == "uncertain":
        return f"可能没有打印完整{cause}，请和居民核对号码"
    return None
