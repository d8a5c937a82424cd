"""Who may call each endpoint: ``test_access.py`` asks the service itself."""

from __future__ import annotations

from typing import Any, NamedTuple

from central.selfcheck.points import POINTS
from tests.kit.central import PASSWORD

CALLERS = {"nobody": None, "terminal": "T1", "display": "D1", "pad": "P1"} | {
    user: user for user in ("admin", "manager", "clerk", "helper")
}
ANYBODY = set(CALLERS)
ENROLLED = ANYBODY - {"nobody"}
STAFF = {"admin", "manager", "clerk", "helper"}
WINDOW_STAFF = STAFF - {"helper"}
LEADERS = {"admin", "manager"}

WINDOW = {"label": "1", "name": {"zh": "综合窗口"}, "type": "comprehensive", "lines": ["general"]}
SPECIAL_DAY = {"day": "2030-01-01", "kind": "holiday", "name": {"zh": "元旦"}}
GUIDE = {"type": "benefit", "authority": "街道办事处", "summary": "一句话。", "result": "补贴"}
FORM = {"title": {"zh": "台账"}, "rows": [{"fact": "number", "name": {"zh": "编号"}}]}
HOLDER = {"kind": "resident", "name": "测试甲", "id_number": "152602199003040026"}
SIGNED = {"code": "00000000", "last_four": "0000", "signature": "iVBORw0KGgo="}
NOBODY = "00000000-0000-0000-0000-000000000000"


class Row(NamedTuple):
    method: str
    path: str
    who: set[str]
    body: Any = None


TABLE = [
    Row("GET", "/health", ANYBODY),
    Row("POST", "/enrol", ANYBODY, {"code": "NO-SUCH-CODE"}),
    Row("PUT", "/presence", ENROLLED - STAFF, {"version": "0.1.0"}),
    Row("GET", "/halls/{hall}", ENROLLED),
    Row("GET", "/halls/{hall}/items", ENROLLED),
    Row("GET", "/halls/{hall}/roster", ENROLLED),
    Row("GET", "/halls/{hall}/roster/{person}/picture", ENROLLED),
    Row("GET", "/halls/{hall}/guides", ENROLLED),
    Row("GET", "/halls/{hall}/items/{item}/guide", ENROLLED),
    Row("PUT", "/halls/{hall}/items/{item}/guide", LEADERS, {"guide": GUIDE}),
    Row("GET", "/halls/{hall}/items/{item}/guide/versions", LEADERS),
    Row("GET", "/halls/{hall}/items/{item}/guide/versions/{version}", LEADERS),
    Row("DELETE", "/halls/{hall}/items/{item}/guide/versions/{version}", LEADERS),
    Row("GET", "/halls/{hall}/catalogue.json", LEADERS),
    Row("GET", "/halls/{hall}/catalogue.xlsx", LEADERS),
    Row("POST", "/halls/{hall}/catalogue", LEADERS, {"items": []}),
    Row("GET", "/halls/{hall}/catalogue/lint", LEADERS),
    Row("DELETE", "/halls/{hall}/items/{item}", LEADERS),
    Row("POST", "/items/{item}/guide", {"admin"}, {"guide": GUIDE}),
    Row("POST", "/halls/{hall}/tickets", STAFF | {"terminal"}, {"line": "general"}),
    Row("GET", "/tickets/{ticket}", ENROLLED),
    Row("PUT", "/tickets/{ticket}/print", {"terminal"}, {"outcome": "printed"}),
    Row("POST", "/halls/{hall}/windows/{window}/next", WINDOW_STAFF),
    Row("POST", "/halls/{hall}/windows/{window}/call", WINDOW_STAFF, {"ticket": "unheard-of"}),
    Row("GET", "/halls/{hall}/windows/{window}/queue", STAFF),
    Row("POST", "/halls/{hall}/windows/{window}/open", WINDOW_STAFF),
    Row("POST", "/halls/{hall}/windows/{window}/close", WINDOW_STAFF),
    Row("POST", "/halls/{hall}/windows/{window}/pause", WINDOW_STAFF, {"reason": "break"}),
    Row("POST", "/halls/{hall}/windows/{window}/resume", WINDOW_STAFF),
    Row("POST", "/tickets/{ticket}/recall", WINDOW_STAFF),
    Row("POST", "/tickets/{ticket}/holder", WINDOW_STAFF),
    Row("POST", "/tickets/{ticket}/no-show", WINDOW_STAFF),
    Row("POST", "/tickets/{ticket}/finish", WINDOW_STAFF),
    Row("PUT", "/tickets/{ticket}/rating", {"terminal", "pad"}, {"level": 5, "channel": "pad"}),
    Row("POST", "/tickets/{ticket}/finish-and-close", WINDOW_STAFF),
    Row("POST", "/tickets/{ticket}/park", WINDOW_STAFF, {}),
    Row("POST", "/tickets/{ticket}/transfer", WINDOW_STAFF, {"line": "social"}),
    Row("POST", "/tickets/{ticket}/reenter", WINDOW_STAFF),
    Row("POST", "/tickets/{ticket}/undo", WINDOW_STAFF),
    Row("POST", "/tickets/{ticket}/cancel", STAFF | {"terminal"}, {"by": "staff"}),
    Row("POST", "/halls/{hall}/help", STAFF | {"terminal", "pad"}, {"doing": "menu", "window": "w1"}),
    Row("POST", "/help/{call}/acknowledge", STAFF),
    Row("POST", "/halls/{hall}/notices", STAFF | {"terminal"}, {"item": "elder_card", "version": 1}),
    Row("GET", "/halls/{hall}/notices", LEADERS),
    Row("GET", "/halls/{hall}/notices.csv", LEADERS),
    Row("GET", "/halls/{hall}/notices.xlsx", LEADERS),
    Row("POST", "/help/{call}/answer", STAFF, {"minutes": 1}),
    Row("POST", "/help/{call}/close", STAFF | {"terminal", "pad"}),
    Row("PUT", "/help/{call}/rating", {"terminal"}, {"level": 5, "channel": "touch"}),
    Row("GET", "/halls/{hall}/help-ratings", LEADERS),
    Row("GET", "/halls/{hall}/slots?line=general", ENROLLED),
    Row("POST", "/halls/{hall}/appointments", STAFF | {"terminal"}, {"line": "general", "day": "2025-03-03", "at": "09:00"}),
    Row("GET", "/halls/{hall}/appointments", STAFF),
    Row("POST", "/appointments/{appointment}/holder", STAFF),
    Row("POST", "/halls/{hall}/appointments/find", STAFF | {"terminal"}, {"code": "000000"}),
    Row("POST", "/appointments/{appointment}/cancel", STAFF | {"terminal"}),
    Row("POST", "/appointments/{appointment}/move", STAFF | {"terminal"}, {"day": "2025-03-03", "at": "09:00"}),
    Row("POST", "/halls/{hall}/appointments/check-in", STAFF | {"terminal"}, {"code": "000000"}),
    Row("POST", "/halls/{hall}/home-visits", STAFF | {"terminal"}, {"name": "测试甲", "phone": "0477-0000000", "place": "测试路"}),
    Row("GET", "/halls/{hall}/home-visits", STAFF),
    Row("POST", "/home-visits/{visit}/holder", STAFF),
    Row("POST", "/home-visits/{visit}/plan", STAFF, {"staff": "nobody", "at": "2025-03-04T10:00"}),
    Row("POST", "/home-visits/{visit}/done", STAFF, {}),
    Row("POST", "/home-visits/{visit}/decline", STAFF, {"note": "too far"}),
    Row("POST", "/home-visits/{visit}/cancel", STAFF),
    Row("POST", "/halls/{hall}/mandates", STAFF | {"terminal"}, {"item_name": {"zh": "事"}, "principal": {"name": "测试甲"}}),
    Row("GET", "/halls/{hall}/mandates", STAFF),
    Row("POST", "/halls/{hall}/mandates/find", STAFF | {"terminal"}, {"code": "00000000", "last_four": "0000"}),
    Row("POST", "/halls/{hall}/mandates/on-file", {"terminal"}, {"holder": HOLDER, "item": "elder_card"}),
    Row("POST", "/halls/{hall}/mandates/{mandate}/received", {"terminal"}, SIGNED),
    Row("GET", "/halls/{hall}/mandates.csv", STAFF),
    Row("GET", "/halls/{hall}/mandates.xlsx", STAFF),
    Row("GET", "/mandates/{mandate}", STAFF),
    Row("GET", "/mandates/{mandate}/others", STAFF),
    Row("POST", "/mandates/{mandate}/holder", STAFF),
    Row("POST", "/mandates/{mandate}/steps", STAFF, {"act": "take"}),
    Row("GET", "/halls/{hall}/mandate-forms", STAFF | {"terminal"}),
    Row("PUT", "/halls/{hall}/mandate-forms/{form}", LEADERS, FORM),
    Row("DELETE", "/halls/{hall}/mandate-forms/{form}", LEADERS),
    Row("POST", "/halls/{hall}/opinions", STAFF | {"terminal"}, {"kind": "praise", "topics": ["kind"]}),
    Row("GET", "/halls/{hall}/opinions", STAFF),
    *(Row("GET", f"/halls/{{hall}}/opinion{each}", LEADERS) for each in ("s.csv", "s.xlsx", "-statistics")),
    Row("POST", "/opinions/{opinion}/holder", STAFF),
    Row("POST", "/opinions/{opinion}/assign", STAFF, {"staff": "nobody"}),
    Row("POST", "/opinions/{opinion}/answer", STAFF, {"result": "explained", "words": "x"}),
    Row("POST", "/opinions/{opinion}/close", STAFF, {"reply": "phone"}),
    Row("GET", "/halls/{hall}/knowledge", STAFF),
    Row("POST", "/halls/{hall}/knowledge", LEADERS, {"question": "x", "answer": "x"}),
    Row("PUT", "/knowledge/{answer}", LEADERS, {"question": "x", "answer": "x"}),
    Row("DELETE", "/knowledge/{answer}", LEADERS),
    Row("POST", "/halls/{hall}/proposals", STAFF, {"about": "other", "words": "x"}),
    Row("GET", "/halls/{hall}/proposals", STAFF),
    Row("GET", "/halls/{hall}/proposals.xlsx", LEADERS),
    Row("POST", "/proposals/{proposal}/answer", LEADERS, {"verdict": "declined", "words": "x"}),
    Row("POST", "/proposals/{proposal}/came", LEADERS, {"words": "x"}),
    Row("GET", "/halls/{hall}/self-checks", LEADERS),
    Row("POST", "/halls/{hall}/self-checks", LEADERS, {"points": dict.fromkeys(POINTS, {"holds": False, "note": "x"})}),
    Row("GET", "/halls/{hall}/self-checks.xlsx", LEADERS),
    Row("GET", "/self-checks", {"admin"}),
    Row("GET", "/self-checks.xlsx", {"admin"}),
    Row("GET", "/halls/{hall}/agents.xlsx", LEADERS),
    Row("GET", "/halls/{hall}/trainings", LEADERS),
    Row("POST", "/halls/{hall}/trainings", LEADERS, {"held_on": "2025-03-03", "topic": "x", "minutes": 60, "people": ["x"]}),
    Row("GET", "/halls/{hall}/trainings.xlsx", LEADERS),
    Row("PUT", "/trainings/{training}", LEADERS, {"held_on": "2025-03-03", "topic": "x", "minutes": 60, "people": ["x"]}),
    Row("DELETE", "/trainings/{training}", LEADERS),
    Row("GET", "/halls/{hall}/events", ENROLLED),
    Row("GET", "/halls/{hall}/ratings", {"admin", "manager"}),
    Row("GET", "/halls/{hall}/audit", LEADERS),
    Row("GET", "/halls/{hall}/history", LEADERS),
    Row("GET", "/permissions", STAFF),
    Row("GET", "/halls/{hall}/setup", LEADERS),
    Row("PUT", "/halls/{hall}/setup/hall", LEADERS, {"name": {"zh": "大厅"}, "phone": "0477-0000000"}),
    Row("PUT", "/halls/{hall}/setup/rules", LEADERS, {}),
    Row("PUT", "/halls/{hall}/setup/lines/{line}", LEADERS, {"letter": "Z", "name": {"zh": "新"}, "summary": {"zh": "新"}}),
    Row("DELETE", "/halls/{hall}/setup/lines/{line}", LEADERS),
    Row("PUT", "/halls/{hall}/setup/windows/{window}", LEADERS, WINDOW),
    Row("DELETE", "/halls/{hall}/setup/windows/{window}", LEADERS),
    Row("PUT", "/halls/{hall}/setup/priorities/{priority}", LEADERS, {"name": {"zh": "新"}}),
    Row("DELETE", "/halls/{hall}/setup/priorities/{priority}", LEADERS),
    Row("PUT", "/halls/{hall}/setup/hours", LEADERS, {"line": "tidal", "spans": []}),
    Row("POST", "/halls/{hall}/setup/special-days", LEADERS, SPECIAL_DAY),
    Row("PUT", "/halls/{hall}/setup/special-days/{day}", LEADERS, SPECIAL_DAY),
    Row("DELETE", "/halls/{hall}/setup/special-days/{day}", LEADERS),
    Row("POST", "/halls/{hall}/setup/staff", LEADERS, {"user": "another", "name": "帮办己", "role": "helper"}),
    Row("PUT", "/halls/{hall}/setup/staff/{person}", LEADERS, {"name": "帮办己", "role": "helper"}),
    Row("POST", "/halls/{hall}/setup/staff/{person}/password", LEADERS),
    Row("POST", "/halls/{hall}/setup/staff/{person}/unlock", LEADERS),
    Row("PUT", "/halls/{hall}/setup/roster/{person}", LEADERS, {}),
    Row("PUT", "/halls/{hall}/setup/roster/{person}/picture", LEADERS, {"picture": ""}),
    Row("DELETE", "/halls/{hall}/setup/roster/{person}/picture", LEADERS),
    Row("POST", "/halls/{hall}/setup/machines", LEADERS, {"name": "T9", "role": "terminal"}),
    Row("PUT", "/halls/{hall}/setup/machines/{machine}", LEADERS, {"name": "T9"}),
    Row("POST", "/halls/{hall}/setup/machines/{machine}/code", LEADERS),
    Row("DELETE", "/halls/{hall}/setup/machines/{machine}", LEADERS),
    Row("GET", "/halls/{hall}/statistics", {"admin", "manager"}),
    Row("GET", "/halls/{hall}/statistics.csv", {"admin", "manager"}),
    Row("GET", "/halls/{hall}/statistics.xlsx", {"admin", "manager"}),
    Row("GET", "/halls/{hall}/help-statistics", LEADERS),
    Row("GET", "/halls/{hall}/help-statistics.csv", LEADERS),
    Row("POST", "/voices", {"terminal", "display"}, {"sentences": [{"lang": "zh", "text": "请稍等"}]}),
    Row("GET", "/voices/{hash}", {"terminal", "display"}),
    Row("POST", "/session/password", STAFF, {"old": PASSWORD, "new": "x"}),
    Row("DELETE", "/session", ANYBODY),
    Row("POST", "/session", ANYBODY, {"user": "nobody", "password": "nothing"}),
]
