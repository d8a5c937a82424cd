"""代办: given at a terminal, carried by agents over two levels, delivered, filed; and everything that isn't allowed."""

from __future__ import annotations

import csv
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from openpyxl import load_workbook
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from central import keeper
from central.events.models import Event
from central.mandates.models import Mandate
from tests.central.catalogue.office import GUIDE
from tests.central.test_home_visits import staff_id
from tests.kit.central import Central
from tests.kit.mandates import BOOK, CARD, ELDER, SIGNATURE, SIGNED, TRACES, WORDS, give, given, post, read, refused, step, walk

DAY = 24 * 3600.0
CITY = {"office": "市医保局", "level": "department", "lead": True, "until": "2025-03-05"}
OWN = {
    "title": {"zh": "台账", "en": "Ledger"},
    "rows": [{"fact": "number", "name": {"zh": "号"}}, {"fact": "urgency", "name": {"zh": "是否超期"}}],
}
VILLAGE = {"office": "测试嘎查便民服务站", "level": "village"}


def everything_in(path: Path) -> bytes:
    return b"".join(each.read_bytes() for each in path.rglob("*") if each.is_file())


@pytest.mark.both
def test_from_the_terminal_over_two_levels_to_the_file(central: Central, tmp_path: Path) -> None:
    again = str(uuid4())
    first = give(central, key=again)
    receipt = first.json()
    assert (first.status_code, receipt["state"], receipt["number"]) == (201, "accepted", "2025-0001")
    assert (receipt["due_on"], len(receipt["code"]), receipt["papers"][0]["name"]) == ("2025-03-17", 8, BOOK["name"])
    replay = give(central, key=again)
    assert (replay.status_code, replay.json()) == (200, receipt)
    assert refused(give(central, key=again, words="其他")) == (409, "key_reused")
    mandate = receipt["id"]

    manager, clerk = staff_id(central, "manager"), staff_id(central, "clerk")
    assert refused(step(central, "clerk", mandate, "take", deputy=clerk)) == (422, "invalid"), "a deputy is somebody else"
    walk(central, "helper", mandate, ("take", {"deputy": clerk}), ("relay", CITY))
    assert refused(step(central, "helper", mandate, "relay", **CITY)) == (422, "invalid"), "one office has the lead"
    told = walk(central, "helper", mandate, ("relay", VILLAGE), ("ask", {"wanted": ["近期照片"], "note": "打过电话"}))
    assert (told["state"], [each["office"] for each in told["relays"]]) == ("supplementing", ["市医保局", "测试嘎查便民服务站"])
    assert refused(step(central, "helper", mandate, "ask", wanted=["身份证"])) == (409, "supplement_asked")
    central.clock.move(2 * DAY)  # Wednesday
    supplied = walk(central, "clerk", mandate, ("supply", {"papers": [{"name": {"zh": "照片"}}], "came": True}))
    assert (supplied["state"], supplied["due_on"]) == ("relayed", "2025-03-19"), "two days of waiting aren't days of work"
    assert refused(step(central, "helper", mandate, "finish", outcome="granted")) == (409, "wrong_state"), "two offices have it"
    first_out, second_out = (each["id"] for each in supplied["relays"])
    walk(central, "helper", mandate, ("back", {"relay": first_out}))
    assert refused(step(central, "helper", mandate, "back", relay=first_out)) == (422, "invalid")
    handed = walk(central, "clerk", mandate, ("back", {"relay": second_out}), ("hand_over", {"agent": clerk}))
    assert (handed["agent_name"], handed["deputy_name"]) == ("窗口丙", "帮办戊"), "AB岗: the one before becomes the deputy"

    assert refused(step(central, "clerk3", mandate, "finish", outcome="granted")) == (403, "not_the_agent")
    assert refused(post(central, "clerk3", f"/mandates/{mandate}/holder")) == (403, "not_the_agent")
    assert refused(step(central, "clerk", mandate, "finish", outcome="refused")) == (422, "invalid"), "a refusal says why"
    walk(central, "clerk", mandate, ("finish", {"outcome": "granted"}), ("deliver", {"way": "counter", "signature": SIGNATURE}))
    walk(central, "clerk", mandate, ("call_back", {"content": "unreached"}), ("call_back", {"content": "yes"}))
    gap = step(central, "clerk", mandate, "file")
    assert (refused(gap), gap.json()["missing"]) == ((409, "mandate_incomplete"), ["originals"])
    filed = walk(central, "manager", mandate, "return", "file")
    assert (filed["state"], filed["visits"], filed["gaps"], filed["acts"]) == ("filed", 3, [], [])
    assert [each["act"] for each in filed["steps"]][:4] == ["draft", "accept", "take", "relay"]
    assert {each["who"] for each in filed["steps"]} == {"T1", "帮办戊", "窗口丙", "主任乙"}
    for act in ("take", "note", "withdraw"):
        assert refused(step(central, "manager", mandate, act, **({"note": "x"} if act == "note" else {}))) == (409, "wrong_state")

    events = central.context.database.read(lambda session: [each.name for each in session.query(Event)])
    events = [name for name in events if name.startswith("mandate")]
    assert events[0] == "mandate.asked" and set(events[1:]) == {"mandate.changed"}
    person = post(central, "manager", f"/mandates/{mandate}/holder").json()
    assert {name: person[name] for name in ELDER} == ELDER and (person["words"], person["signature"]) == (WORDS, SIGNATURE)
    assert list(person["notes"].values()) == ["打过电话"]
    audited = read(central, f"/halls/{central.hall}/audit", "manager")["entries"]
    assert [each["subject"] for each in audited if each["action"] == "mandate.revealed"] == [mandate]
    stored = everything_in(tmp_path)
    shown = str((filed, receipt, read(central, f"/halls/{central.hall}/mandates"), audited))
    assert not [each for each in TRACES if each.encode() in stored or each in shown]
    assert manager not in (filed["agent"], filed["deputy"])


def test_progress_for_who_holds_the_receipt_or_the_card(central: Central) -> None:
    receipt = give(central).json()
    walk(central, "helper", receipt["id"], "take", ("finish", {"outcome": "granted"}))
    walk(central, "helper", receipt["id"], ("post", {"carrier": "邮政快递", "tracking": "1234567890"}))
    find = f"/halls/{central.hall}/mandates/find"
    spaced = f" {receipt['code'][:4]} {receipt['code'][4:]} "
    for shown in ({"holder": CARD}, {"code": spaced, "last_four": "0019"}, {"code": receipt["code"], "last_four": "1234"}):
        found = post(central, "T1", find, shown).json()["mandates"][0]
        assert (found["number"], found["state"], found["agent_name"], found["late"]) == ("2025-0001", "posted", "帮办戊", False)
        assert (found["tracking"], found["delivery"]["carrier"]) == ("1234567890", "邮政快递")
    stranger = {**CARD, "id_number": "152602199003040026"}
    wrong = ({"holder": stranger}, {"code": "00000000", "last_four": "0019"}, {"code": receipt["code"], "last_four": "9999"})
    for shown in wrong:
        assert refused(post(central, "T1", find, shown)) == (404, "mandate_unknown")
    for code in range(10):
        searched = post(central, "T2", find, {"code": f"{code:08}", "last_four": "0019"})
    assert refused(searched) == (429, "too_many_codes")
    for shown in ({}, {"code": receipt["code"]}, {"holder": CARD, "code": "1", "last_four": "1"}):
        assert refused(post(central, "T1", find, shown)) == (422, "invalid")
    assert walk(central, "helper", receipt["id"], "confirm")["state"] == "delivered"


def test_the_result_lies_before_them_and_they_sign_on_the_terminal(central: Central) -> None:
    mandate, stranger = given(central), {**CARD, "id_number": "152602199003040026"}
    receive = f"/halls/{central.hall}/mandates/{mandate}/received"
    signed = {"holder": CARD, "signature": SIGNATURE}
    walk(central, "helper", mandate, "take", ("finish", {"outcome": "granted"}))
    assert refused(post(central, "T1", receive, signed)) == (409, "not_offered"), "nobody signs for what is not there"
    early = step(central, "helper", mandate, "offer")
    assert (refused(early), early.json()["missing"]) == ((409, "mandate_incomplete"), ["originals"])
    told = walk(central, "helper", mandate, ("pay", {"kind": "fetched", "what": "社保卡"}), "return")
    early = step(central, "helper", mandate, "offer")
    assert early.json()["missing"] == ["payments"], "what was fetched lies there too"
    payment = told["payments"][0]["id"]
    assert walk(central, "helper", mandate, ("pass_on", {"payment": payment}), "offer")["offered"]
    central.clock.move(31 * 60)
    assert refused(post(central, "T1", receive, signed)) == (409, "not_offered"), "they went away without it"
    walk(central, "helper", mandate, "offer")
    assert refused(post(central, "T1", receive, signed | {"holder": stranger})) == (404, "mandate_unknown")
    assert refused(post(central, "helper", receive, signed)) == (403, "forbidden")
    told = post(central, "T1", receive, signed).json()
    assert (told["state"], told["delivery"]["way"], told["offered"]) == ("delivered", "counter", False)
    assert post(central, "T1", receive, signed).json() == told, "the answer was lost: it is delivered once"
    kept = read(central, f"/mandates/{mandate}")
    assert [(each["act"], each["who"]) for each in kept["steps"]][-2:] == [("offer", "帮办戊"), ("deliver", "T1")]
    assert (kept["visits"], kept["gaps"], kept["offered"]) == (2, ["call_back"], False)
    assert post(central, "helper", f"/mandates/{mandate}/holder").json()["received_signature"] == SIGNATURE


def test_what_is_on_file_need_not_be_told_or_brought_again(central: Central) -> None:
    book, photo = {"id": "book", "name": {"zh": "户口簿"}, "copies": 1, "valid_days": 30}, {"id": "photo", "name": {"zh": "照片"}}
    with central.person("manager") as client:
        guide = {"guide": GUIDE | {"materials": [book, photo | {"copies": 1}]}}
        client.put(f"/api/v1/halls/{central.hall}/items/social_card/guide", json=guide).raise_for_status()
    here = {"item": "social_card", "item_name": None, "promised_days": None}
    nobody, ask = {"phone_end": None, "papers": []}, f"/halls/{central.hall}/mandates/on-file"
    mine = {"holder": CARD, "item": "social_card"}
    given(central, "helper", **here, consent=False, signature=None)
    assert post(central, "T1", ask, mine).json() == nobody, "a draft may have been told by anybody"
    first = given(central, papers=[{**BOOK, "copies": 1}, {"name": {"zh": "照片"}, "copies": 2}], **here)
    walk(central, "helper", first, "take", "return")
    assert post(central, "T1", ask, mine).json() == {"phone_end": "1234", "papers": ["book"]}
    assert post(central, "T1", ask, mine | {"holder": {**CARD, "id_number": "152602199003040026"}}).json() == nobody
    silent = {name: ELDER[name] for name in ("name", "id_number")}
    kept = {"principal": silent, "papers": [], "phone_on_file": True, "papers_on_file": ["book"], **here}
    second = given(central, **kept)
    told = read(central, f"/mandates/{second}")
    assert (told["phone_end"], told["steps"][0]["detail"]["on_file"]) == ("1234", [{"zh": "户口簿"}])
    assert refused(give(central, **kept | {"papers_on_file": ["photo"]})) == (422, "invalid")
    central.clock.move(31 * DAY)
    assert post(central, "T1", ask, mine).json() == {"phone_end": "1234", "papers": []}, "the copy is too old"
    assert refused(give(central, **kept)) == (422, "invalid")


def test_a_draft_is_completed_a_mandate_taken_back_and_a_household_has_one_file(central: Central) -> None:
    unsigned = {"consent": False, "signature": None}
    nameless = {"name": "测试老人", "phone": "13900001234"}
    draft = given(central, "helper", principal=nameless, source="phone", **unsigned)
    assert refused(step(central, "helper", draft, "take")) == (409, "wrong_state")
    assert refused(step(central, "helper", draft, "accept", **SIGNED)) == (422, "invalid"), "who is it?"
    too_long = {**SIGNED, "id_number": ELDER["id_number"], "statutory_days": 5}
    assert refused(step(central, "helper", draft, "accept", **too_long)) == (422, "invalid"), "ten are promised"
    taken = walk(central, "helper", draft, ("accept", {**too_long, "promised_days": 3}), "take")
    assert (taken["due_on"], taken["statutory_on"], taken["visits"]) == ("2025-03-06", "2025-03-10", 1)
    gone = walk(central, "helper", draft, ("withdraw", {"note": "自己去办"}))
    assert (gone["state"], all(paper["returned_at"] for paper in gone["papers"])) == ("withdrawn", True)

    second = given(central, "clerk")
    stranger = given(central, "clerk", principal={**ELDER, "id_number": "152602199003040026"})
    numbers = [each["number"] for each in read(central, f"/mandates/{second}/others")["mandates"]]
    assert sorted(numbers) == ["2025-0001", "2025-0002"]
    assert len(read(central, f"/mandates/{stranger}/others")["mandates"]) == 1
    for wrong in ({"signature": SIGNATURE, "consent": False}, {"item": "unheard-of", "item_name": None}, {"item": "social_card"}):
        assert refused(give(central, **wrong)) == (422, "invalid")
    with central.person("manager") as client:
        guide = {"guide": GUIDE | {"promised_days": 3, "statutory_days": 10}}
        client.put(f"/api/v1/halls/{central.hall}/items/social_card/guide", json=guide).raise_for_status()
    by_guide = give(central, item="social_card", item_name=None, promised_days=None).json()
    assert (by_guide["item_name"], by_guide["due_on"], by_guide["statutory_on"]) == ({"zh": "社保卡申领"}, "2025-03-06", "2025-03-17")


def test_what_is_late_comes_first_and_the_ledger_is_the_halls_own(central: Central) -> None:
    quick = given(central, promised_days=1)
    slow = given(central, promised_days=9, principal={"name": "=1+1", "id_number": "X0001"}, signature="paper")
    central.clock.move(3 * DAY)
    rows = read(central, f"/halls/{central.hall}/mandates")["mandates"]
    assert [(each["id"], each["urgency"], each["left"]) for each in rows] == [(quick, "late", -2), (slow, "fine", 6)]
    walk(central, "helper", quick, "take", ("relay", CITY))

    ledger, forms = f"/halls/{central.hall}/mandates", f"/api/v1/halls/{central.hall}/mandate-forms"
    days = {"from": "2025-03-03", "to": "2025-03-03"}
    with central.person("helper") as client:
        table = client.get(f"/api/v1{ledger}.csv", params=days).content.decode("utf-8-sig")
        head, *lines = csv.reader(table.splitlines())
        assert (head[:3], len(lines), len(head)) == (["编号", "委托日期", "事项"], 2, 15)
        assert ("市医保局" in lines[0], lines[1][3]) == (True, "'=＊")
        assert not [each for each in TRACES if each in table]
        assert refused(client.put(f"{forms}/ledger", json=OWN)) == (403, "forbidden")
    with central.person("manager") as client:
        assert client.put(f"{forms}/ledger", json=OWN).json()["own"] is True
        for wrong in ("id_number", "weather"):
            body = {**OWN, "rows": [{"fact": wrong, "name": {"zh": "号"}}]}
            assert refused(client.put(f"{forms}/ledger", json=body)) == (422, "invalid"), "nobody stands in the ledger in full"
        book = load_workbook(BytesIO(client.get(f"/api/v1{ledger}.xlsx", params={**days, "lang": "en"}).content))
        cells = [[cell.value for cell in row] for row in book["Ledger"].rows]
        assert cells == [["号", "是否超期"], ["2025-0001", "Late"], ["2025-0002", None]]
        assert client.delete(f"{forms}/ledger").json()["own"] is False
        assert not any(form["own"] for form in client.get(forms).json()["forms"].values())


@pytest.mark.both
def test_a_course_is_only_added_to_and_a_person_forgotten(central: Central, tmp_path: Path) -> None:
    mandate = given(central)
    walk(central, "helper", mandate, "take", ("withdraw", {"note": "测试老人自己去"}))
    for change in ("UPDATE mandate_steps SET act = 'file'", "DELETE FROM mandate_steps"):
        with pytest.raises(DBAPIError):
            central.context.database.write(lambda session, change=change: session.execute(text(change)))
    keep = timedelta(days=central.context.settings.keep_mandates_days)
    central.clock.move(keep.total_seconds())
    keeper.tidy(central.context)
    assert post(central, "helper", f"/mandates/{mandate}/holder").json()["name"] == ELDER["name"]
    central.clock.move(DAY)
    keeper.tidy(central.context)
    gone: dict[str, Any] = post(central, "helper", f"/mandates/{mandate}/holder").json()
    assert not any(gone.values()), "nothing of the person, of the words or of the signature"
    kept = central.context.database.read(lambda session: session.get(Mandate, mandate))
    assert kept is not None and (kept.person_mark, kept.code_mark, kept.number) == (None, None, "2025-0001")
    assert read(central, f"/mandates/{mandate}")["forgotten"] is True
