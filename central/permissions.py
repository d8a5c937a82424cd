"""Who may do what: the one table of actions and roles. Every endpoint names its action here; pages ask it what to show."""

from __future__ import annotations

from dataclasses import dataclass

from central.callers import ADMIN, CLERK, DISPLAY, ENROLLED, HELPER, MACHINES, MANAGER, PAD, STAFF, TERMINAL, WINDOW_STAFF

ROLES = (ADMIN, MANAGER, CLERK, HELPER, TERMINAL, DISPLAY, PAD)
LEADERS = frozenset({ADMIN, MANAGER})


@dataclass(frozen=True)
class Permission:
    """``zh`` and ``en`` say it to a hall's manager."""

    action: str
    roles: frozenset[str]
    zh: str
    en: str


TABLE = (
    Permission("hall.see", ENROLLED, "查看大厅、窗口、业务和事件", "See the hall, its windows, lines, items and events"),
    Permission("guide.publish", LEADERS, "发布、撤回办事指南", "Publish and withdraw guides"),
    Permission("item.remove", LEADERS, "删除事项和它的指南", "Remove an item with its guides"),
    Permission("guide.publish_everywhere", frozenset({ADMIN}), "向各大厅发布办事指南", "Publish a guide to all halls with the item"),
    Permission("ticket.issue", STAFF | {TERMINAL}, "取号", "Issue a ticket"),
    Permission("ticket.see", ENROLLED, "查看一张号票", "See a ticket"),
    Permission("ticket.print", frozenset({TERMINAL}), "报告打印结果", "Report what became of the paper"),
    Permission("ticket.cancel", STAFF | {TERMINAL}, "取消号票", "Cancel a ticket"),
    Permission("ticket.rate", frozenset({TERMINAL, PAD}), "评价", "Rate a service"),
    Permission("queue.see", STAFF, "查看排队情况", "See who waits, in which order and why"),
    Permission("queue.call", WINDOW_STAFF, "叫号、过号、挂起、转办、办结", "Call, pass over, park, transfer and finish tickets"),
    Permission("window.run", WINDOW_STAFF, "开关窗口、暂停服务", "Open, close and pause a window"),
    Permission("holder.see", WINDOW_STAFF, "查看正在办理的人", "See the person who is being served"),
    Permission("help.ring", STAFF | {TERMINAL, PAD}, "呼叫帮办", "Ring for a helper"),
    Permission("help.answer", STAFF, "应答帮办呼叫", "Answer a call for help"),
    Permission("help.close", STAFF | {TERMINAL, PAD}, "结束帮办呼叫", "Close a call for help"),
    Permission("notice.tell", STAFF | {TERMINAL}, "记录一次性告知", "Record what a resident was told is missing"),
    Permission("notice.see", LEADERS, "查看一次性告知记录", "See the record of the notices"),
    Permission("appointment.slots", ENROLLED, "查看可预约时段", "See the free times for appointments"),
    Permission("appointment.book", STAFF | {TERMINAL}, "预约", "Book an appointment"),
    Permission("appointment.see", STAFF, "查看预约", "See appointments, without the persons"),
    Permission("appointment.find", STAFF | {TERMINAL}, "凭码或证件查预约", "Find an appointment by its code or card"),
    Permission("appointment.change", STAFF | {TERMINAL}, "改期、取消预约", "Move or cancel an appointment"),
    Permission("appointment.holder", STAFF, "查看预约人", "See the person of an appointment"),
    Permission("appointment.check_in", STAFF | {TERMINAL}, "预约签到", "Check in for an appointment"),
    Permission("home_visit.ask", STAFF | {TERMINAL}, "申请上门服务", "Ask for a visit at home"),
    Permission("home_visit.see", STAFF, "查看上门服务", "See requests for visits at home"),
    Permission("home_visit.run", STAFF, "安排、办结上门服务", "Plan, finish or decline a visit at home"),
    Permission("mandate.make", STAFF | {TERMINAL}, "登记代办委托", "Take down a mandate"),
    Permission("mandate.find", STAFF | {TERMINAL}, "凭回执或证件查代办进度", "Find a mandate by its receipt or card"),
    Permission("mandate.on_file", frozenset({TERMINAL}), "刷卡后沿用以前留下的电话、材料", "Offer what is on file to who lays their card"),
    Permission("mandate.receive", frozenset({TERMINAL}), "在终端签收办理结果", "Sign for the result on a terminal"),
    Permission("mandate.see", STAFF, "查看代办委托和台账", "See mandates and their ledger, without the persons"),
    Permission("mandate.holder", STAFF, "查看委托人（限经办人和负责人）", "See who gave a mandate (its agent, deputy and leaders)"),
    Permission("mandate.run", STAFF, "接办、转办、办结、归档代办委托", "Take on, send on, finish and file mandates"),
    Permission("relay.see", STAFF, "查看别的大厅交来的代办", "See what other halls passed to this one, without the persons"),
    Permission("relay.run", STAFF, "接办、送回别的大厅交来的代办", "Take over and pass back what other halls passed on"),
    Permission("relay.holder", STAFF, "查看交来代办的委托人（限接手人和负责人）", "See whose it is (who took it over and leaders)"),
    Permission("mandate_form.see", STAFF | {TERMINAL}, "查看代办表单", "See the forms of mandates"),
    Permission("mandate_form.change", LEADERS, "更改代办表单和台账栏目", "Change the forms and the ledger's columns"),
    Permission("opinion.tell", STAFF | {TERMINAL}, "登记意见、投诉、咨询", "Take down opinions, complaints and enquiries"),
    Permission("opinion.see", STAFF, "查看咨询和分给自己的意见投诉（负责人看全部）", "See enquiries and what was given to one (leaders: all)"),
    Permission("opinion.run", STAFF, "分派、答复、办结意见投诉和咨询", "Assign, answer and close opinions and enquiries"),
    Permission("opinion.record", LEADERS, "查看意见投诉登记簿", "See the record of opinions and enquiries"),
    Permission("knowledge.read", STAFF, "查知识库", "Search the knowledge base"),
    Permission("knowledge.keep", LEADERS, "更新知识库", "Enter and change answers of the knowledge base"),
    Permission("proposal.make", STAFF, "提优化建议、看答复", "Make proposals, see all with their answers"),
    Permission("proposal.answer", LEADERS, "答复、落实优化建议", "Answer proposals and say what came of them"),
    Permission("selfcheck.run", LEADERS, "“八有”自查", "Check the hall against the eight"),
    Permission("selfcheck.region", frozenset({ADMIN}), "查看各大厅自查情况", "See how all halls stand"),
    Permission("training.keep", LEADERS, "登记培训", "Keep the record of trainings"),
    Permission("help.rate", frozenset({TERMINAL}), "评价帮忙", "Rate the help of a helper"),
    Permission("ratings.see", LEADERS, "查看评价汇总", "See the sums of the ratings"),
    Permission("statistics.see", LEADERS, "查看统计", "See statistics"),
    Permission("history.see", LEADERS, "查看叫号记录", "See the history of a day"),
    Permission("audit.see", LEADERS, "查看审计日志", "See the audit"),
    Permission("setup.see", LEADERS, "查看设置", "See how the hall is set up"),
    Permission("setup.change", LEADERS, "更改业务、窗口、时间、规则", "Change lines, windows, hours and rules"),
    Permission("staff.change", LEADERS, "管理工作人员（管理员除外）", "Enter and change staff (an admin only by an admin)"),
    Permission("machine.change", LEADERS, "管理终端", "Enter, change and revoke machines"),
    Permission("machine.say", MACHINES, "报告设备还在、有没有故障", "Say that a machine is there, and what troubles it"),
    Permission("voice.fetch", frozenset({TERMINAL, DISPLAY}), "获取语音", "Fetch sentences that were spoken for machines"),
    Permission("permissions.see", STAFF, "查看权限表", "See this table"),
)

_ROLES_OF = {each.action: each.roles for each in TABLE}


def may(action: str) -> frozenset[str]:
    """The roles that may do it. Raises KeyError for an action that isn't in the table."""
    return _ROLES_OF[action]
