"""优化建议: made by the staff, answered in time, carried out, and everybody sees what came of it."""

from __future__ import annotations

from io import BytesIO

from openpyxl import load_workbook

from tests.kit.asking import asked, refused, told
from tests.kit.central import Central


def test_from_a_proposal_to_what_came_of_it(central: Central) -> None:
    path = "/halls/{hall}/proposals"
    body = {"about": "papers", "item": "elder_card", "words": "老年证不用再交照片，从身份证取"}
    made = told(central, "clerk", "POST", path, body)
    assert (made["number"], made["state"], made["due_on"], made["urgency"]) == ("2025-0001", "made", "2025-03-24", "fine")
    assert refused(asked(central, "clerk", "POST", path, body | {"item": "nothing"})) == (422, "invalid")
    declined = told(central, "helper", "POST", path, {"about": "other", "words": "午休取消"})
    answered = f"/proposals/{declined['id']}/answer"
    told(central, "manager", "POST", answered, {"verdict": "declined", "words": "轮休已经排好"})
    assert refused(asked(central, "manager", "POST", answered, {"verdict": "adopted", "words": "x"})) == (409, "wrong_state")
    one = f"/proposals/{made['id']}"
    assert refused(asked(central, "manager", "POST", f"{one}/came", {"words": "x"})) == (409, "wrong_state")
    adopted = {"verdict": "adopted", "words": "和民政科说好了", "until": "2025-03-10"}
    assert refused(asked(central, "manager", "POST", f"{one}/answer", adopted | {"until": "2025-03-01"})) == (422, "invalid")
    told(central, "manager", "POST", f"{one}/answer", adopted)
    central.clock.move(9 * 24 * 3600)
    late = told(central, "clerk", "GET", path)["proposals"]
    assert [(each["state"], each["urgency"]) for each in late] == [("adopted", "late"), ("declined", None)]
    done = told(central, "manager", "POST", f"{one}/came", {"words": "指南已经改了"})
    assert (done["state"], done["came"], done["urgency"]) == ("done", "指南已经改了", None)
    sheet = load_workbook(BytesIO(asked(central, "manager", "GET", path + ".xlsx").content)).active
    assert sheet is not None and sheet.max_row == 3 and {sheet["G2"].value, sheet["G3"].value} == {"已落实", "没有采纳"}
