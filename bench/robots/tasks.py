"""Everything a resident can do, step by step. What is written by hand leads where letters do; ``bench.writing`` measures it."""

from __future__ import annotations

from bench.robots.steps import Choose, Lay, Lift, Meanwhile, Sees, Sign, Step, Tool, Type

Steps = tuple[Step, ...]

TICKET = Sees("ticketshown", "您的号")
DONE = Choose("done", "好了")
NO_CARD = Choose("card-none", "没带卡")
TAKE = Choose("guide.take", "取号去办")
ENTER = Choose("enter", "确定")
BOOK = Choose("book", "预约")
KEPT: Steps = (BOOK, Choose("book.kept", "看预约"), Choose("kept-code", "没用卡"), Type("code"), ENTER, Sees("ticketshown", "您的预约"))
FIND = Choose("find", "找要办的事")
PRINTED = Sees("guideshown", "打印好了")
OLD_AGE: Steps = (FIND, Choose("find-domains", "一类一类"), Choose("domain.elderly_care", "养老服务"))
NOT_BY_OTHERS = Choose("answer.no", "不是")
HAS = Choose("held.yes", "按 ?带了")
ENTRUST: Steps = (
    *OLD_AGE,
    Choose("item.age_allowance", "高龄津贴"),
    Choose("guide.entrust", "请人代办"),
    NOT_BY_OTHERS,
    HAS,
    HAS,
    HAS,
    Sees("guideshown", "请先看一看"),
    Choose("entrust-yes", "按 ?同意"),
    Lay("elder"),
)
ENTRUSTED: Steps = (
    Choose("entrust-sign", "去签字"),
    Sign("不方便签"),
    Sees("guideshown|helpercoming", "委托号|为您叫工作人员"),
    Lift(),
)
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
        FIND,
        Choose("find-domains", "一类一类"),
        Choose("domain.health_care", "看病医保"),
        Choose("item.", "医"),
        TAKE,
        NO_CARD,
        TICKET,
        DONE,
    ),
    "find by letters": (
        FIND,
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
    "several things as one": (
        FIND,
        Choose("find-whole", "几件事一次办"),
        Choose("item.birth_one_thing", "出生一件事"),
        Choose("guide.parts", "包括哪几件事"),
        Sees("guideshown", "社保卡"),
        Choose("back", "返回"),
        TAKE,
        NO_CARD,
        TICKET,
        DONE,
    ),
    "what is missing": (
        *OLD_AGE,
        Choose("item.age_allowance", "高龄津贴"),
        Choose("guide.check", "带齐了没有"),
        NOT_BY_OTHERS,
        HAS,
        Choose("held.no", "没带"),
        HAS,
        Sees("noticeshown", "还缺"),
        Choose("guide.print", "打印这张单子"),
        Sees("noticeshown", "打印好了"),
    ),
    "filing online": (
        *OLD_AGE,
        Choose("item.elder_card", "优待证"),
        Choose("guide.online", "在手机上"),
        Sees("guideshown", "国家政务服务平台"),
        Choose("guide.print", "打印带回家"),
        PRINTED,
    ),
    "the helpers' handbook": (
        Choose("staff", "工作人员"),
        Choose("guide.print", "帮办代办手册"),
        Sees("menu", "打印好了"),
        Choose("back", "返回"),
        Sees("home", "您要办什么事"),
    ),
    "an errand": (*ENTRUST, Sees("menu", "哪些材料"), Choose("hand-all", "全都交"), Choose("enter", "不留"), *ENTRUSTED),
    "what lies on file": (
        Meanwhile("files"),
        *ENTRUST,
        Sees("menu", "以前交过"),
        Choose("papers-same", "不用再交"),
        Choose("hand-all", "全都交"),
        Choose("phone-same", "没换"),
        *ENTRUSTED,
    ),
    "the result of an errand": (
        Meanwhile("offers"),
        BOOK,
        Choose("mandates", "代办办到哪"),
        Sees("prompt", "委托时用的卡"),
        Lay("young"),
        Sees("guideshown", "结果拿到了吗"),
        Choose("closing-sign", "去签字"),
        Sign("不方便签"),
        Sees("guideshown|helpercoming", "已经交给您|工作人员"),
        Lift(),
    ),
    "a complaint": (
        Choose("opinion", "意见投诉"),
        Choose("opinion.complaint", "按 ?投诉"),
        Choose("topic.told_twice", "没一次说清"),
        Choose("more-none", "就这些"),
        Choose("answer-none", "不留电话"),
        Choose("opinion-yes", "交给大厅"),
        Sees("ticketshown", "我们收到了"),
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
