"""Everything a resident can do, step by step. What is written by hand leads where letters do; ``bench.writing`` measures it."""

from __future__ import annotations

from bench.robots.steps import Choose, Lay, Lift, Meanwhile, Sees, Step, Tool, Type

Steps = tuple[Step, ...]

TICKET = Sees("ticketshown", "您的号")
DONE = Choose("done", "好了")
NO_CARD = Choose("card-none", "没带卡")
TAKE = Choose("guide.take", "取号去办")
ENTER = Choose("enter", "确定")
BOOK = Choose("book", "预约")
KEPT: Steps = (BOOK, Choose("book.kept", "看预约"), Choose("kept-code", "没用卡"), Type("code"), ENTER, Sees("ticketshown", "您的预约"))
WHEN: Steps = (Choose("day.", "月|今天|明天"), Choose("time.", "点"))

TERMINAL: dict[str, Steps] = {
    "a number without a card": (Choose("line.general", "综合业务"), NO_CARD, TICKET, DONE),
    "a number with the card": (Lay("elder"), Sees("confirm", "综合业务"), Choose("line.general", "综合业务"), TICKET, Lift(), DONE),
    "priority": (
        Choose("line.general", "综合业务"),
        Choose("card-priority", "优先照顾"),
        Choose("class.", "孕妇"),
        TICKET,
        DONE,
    ),
    "an appointment's code": (
        Choose("line.medical", "医保"),
        Choose("card-booked", "预约过"),
        Type("code"),
        ENTER,
        TICKET,
        DONE,
    ),
    "a number in English": (
        Choose("tool.lang", "英文"),
        Choose("line.general", "General"),
        Choose("card-none", "No card"),
        Sees("ticketshown", "Your number"),
        Choose("done", "Done"),
    ),
    "a helper": (
        Tool("tool.help", "help"),
        Sees("helpercoming", "工作人员"),
        Meanwhile("answers"),
        Sees("helpercoming", "马上就来"),
        Choose("help-return", "回到刚才"),
        Sees("home", "您要办什么事"),
    ),
    "how to see": (
        Choose("tool.settings", "看清听清"),
        Choose("set.size.up", "字大一点"),
        Sees("settingsshown", "第 ?[二2两] ?档"),
        Choose("set.theme.black-yellow", "黑底黄字"),
        Choose("set.low", "按键放低"),
        Choose("set.reset", "恢复原样"),
        Sees("settingsshown", "已经恢复原样"),
        Choose("back", "返回"),
    ),
    "how to hear": (
        Choose("tool.settings", "看清听清"),
        Choose("set-hearing", "调声音"),
        Choose("set.gain.up", "声音大一点"),
        Sees("settingsshown", "声音大小"),
        Choose("set.rate.down", "说慢一点"),
        Sees("settingsshown", "说话快慢"),
        Choose("set.reset", "恢复原样"),
        Choose("back", "返回"),
    ),
    "find by kind": (
        Choose("find", "找要办的事"),
        Choose("find-domains", "一类一类"),
        Choose("domain.health_care", "看病医保"),
        Choose("item.", "医"),
        TAKE,
        NO_CARD,
        TICKET,
        DONE,
    ),
    "find by letters": (
        Choose("find", "找要办的事"),
        Choose("find-letters", "拼音字母"),
        Choose("letter.Y", "Y"),
        Choose("letter.B", "B"),
        Choose("item.", "医保"),
        TAKE,
        NO_CARD,
        TICKET,
        DONE,
    ),
    "book a time": (
        BOOK,
        Choose("book.new", "约个时间"),
        Choose("book-line.medical", "医保"),
        *WHEN,
        Choose("who-phone", "手机号"),
        Type("phone"),
        ENTER,
        Choose("book-yes", "就约这个"),
        Sees("ticketshown", "约好了"),
        DONE,
    ),
    "move a booked time": (
        *KEPT,
        Choose("book.move", "换个时间"),
        *WHEN,
        Choose("book-yes", "改到这个"),
        Sees("ticketshown", "改好了"),
        DONE,
    ),
    "cancel a booked time": (
        *KEPT,
        Choose("book.cancel", "取消预约"),
        Choose("cancel-yes", "取消预约"),
        Sees("menu", "已经取消"),
        DONE,
    ),
    "a visit at home": (
        BOOK,
        Choose("book.visit", "上门"),
        Choose("for.self", "我自己"),
        Choose("need-any", "说不清"),
        Choose("group-none", "不想说"),
        Type("phone"),
        ENTER,
        Choose("visit-yes", "请人上门"),
        Sees("ticketshown", "登记好了"),
        DONE,
    ),
}

PAD: dict[str, Steps] = {
    "rate a service": (
        Meanwhile("serves"),
        Sees("rate", "这次服务您满意吗"),
        Choose("rate.4", "按 ?满意"),
        Sees("prompt", "谢谢您"),
    ),
    "rate nothing": (
        Meanwhile("serves"),
        Sees("rate", "这次服务您满意吗"),
        Choose("skip", "不评价"),
    ),
}

TASKS: dict[str, Steps] = TERMINAL | PAD
