"""联办预审 and 代缴代收 in a mandate's course, its folder, its ledger and its printed forms."""

from __future__ import annotations

from tests.kit.central import Central
from tests.kit.mandates import given, read, refused, step, walk

FEE = {"kind": "paid", "what": "居民医保参保费", "amount": "400.00"}


def test_offices_look_first_a_fee_is_paid_and_its_receipt_handed_over(central: Central) -> None:
    mandate = given(central)
    walk(central, "helper", mandate, "take")
    fix = {"offices": ["医保科", "民政科"], "verdict": "fix"}
    assert refused(step(central, "helper", mandate, "review", **fix)) == (422, "invalid"), "what has to be put right is said"
    walk(central, "helper", mandate, ("review", fix | {"note": "户口簿要最新的"}), ("review", fix | {"verdict": "ready"}))
    for wrong in ({"amount": "-1"}, {"amount": "1.005"}, {"amount": "two"}, {"voucher": "票 1"}, {"kind": "kept"}):
        assert refused(step(central, "helper", mandate, "pay", **FEE | wrong)) == (422, "invalid"), wrong
    paid = walk(central, "helper", mandate, ("pay", FEE), ("pay", {"kind": "fetched", "what": "社保卡"}))
    fee, card = paid["payments"]
    assert (fee["amount"], fee["voucher"], card["amount"]) == ("400.00", None, None) and "pass_on" in paid["acts"]
    assert refused(step(central, "helper", mandate, "pass_on", payment=fee["id"])) == (422, "invalid"), "a fee has a receipt"
    walk(central, "helper", mandate, ("pass_on", {"payment": fee["id"], "voucher": "1522-0456"}))
    assert refused(step(central, "helper", mandate, "pass_on", payment=fee["id"])) == (422, "invalid"), "once"

    brought = {"way": "home", "signature": "paper"}
    done = walk(central, "helper", mandate, ("finish", {"outcome": "granted"}), "return", ("deliver", brought))
    assert done["gaps"] == ["payments", "call_back"]
    walk(central, "helper", mandate, ("call_back", {"content": "yes"}))
    assert refused(step(central, "helper", mandate, "file")) == (409, "mandate_incomplete")
    filed = walk(central, "helper", mandate, ("pass_on", {"payment": card["id"]}), "file")
    assert filed["state"] == "filed" and [each["handed_at"] is not None for each in filed["payments"]] == [True, True]
    assert [each["detail"] for each in filed["steps"] if each["act"] == "pay"][0]["yuan"] == "400.00"
    with central.person("helper") as client:
        ledger = client.get(f"/api/v1/halls/{central.hall}/mandates.csv?from=2025-03-01&to=2025-03-31").text
    assert "代缴 居民医保参保费 400.00 元 票据号 1522-0456；代收 社保卡" in ledger
    forms = read(central, f"/halls/{central.hall}/mandate-forms")["forms"]
    with_it = {kind for kind, form in forms.items() if "payments" in {row["fact"] for row in form["rows"]}}
    assert with_it == {"receipt", "closing", "ledger"}
