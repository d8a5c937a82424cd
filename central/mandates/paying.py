"""联办预审 and 代缴代收: what offices say before the papers go in; fees taken to an office, and things fetched from one.

赤政务字〔2020〕59号, 二(四): “协调各职能部门提前介入、联办预审”. 阿巴嘎旗 2022, 二(二): “通过代缴代收、收集、提交牧民各类证明材料”. Money goes from the resident to the
office and never through the service: what is kept is what it was for, how much, and the number of the office's receipt.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from central.errors import Invalid
from central.mandates import repository
from central.mandates.models import Mandate, MandatePayment
from central.mandates.step_schemas import PassOnIn, PayIn, ReviewIn
from central.unit import Unit

Facts = dict[str, Any]
CENTS = 100


def review(unit: Unit, mandate: Mandate, body: ReviewIn) -> Facts:
    """What has to be put right is said in words."""
    if body.verdict == "fix" and body.note is None:
        raise Invalid("what has to be put right is said in words", "note")
    mandate.reviewed_at = unit.now
    return {"offices": body.offices, "verdict": body.verdict}


def pay(unit: Unit, mandate: Mandate, body: PayIn) -> Facts:
    cents = None if body.amount is None else int(body.amount * CENTS)
    facts = {"kind": body.kind, "what": {"zh": body.what}, "cents": cents, "voucher": body.voucher}
    unit.session.add(MandatePayment(mandate_id=mandate.id, taken_at=unit.now, **facts))
    return {"kind": body.kind, "what": body.what, "yuan": yuan(cents)}


def pass_on(unit: Unit, mandate: Mandate, body: PassOnIn) -> Facts:
    payment = next((each for each in repository.payments(unit.session, mandate.id) if each.id == body.payment), None)
    if payment is None or payment.handed_at is not None:
        raise Invalid("nothing is to be handed over under this number", "payment")
    payment.handed_at = unit.now
    payment.voucher = body.voucher or payment.voucher
    if payment.kind == "paid" and payment.voucher is None:
        raise Invalid("a fee that was paid has the office's receipt", "voucher")
    return {"what": payment.what["zh"]}


def yuan(cents: int | None) -> str:
    """Two decimals; nothing where no money is in it."""
    return "" if cents is None else f"{Decimal(cents) / CENTS:.2f}"


def in_words(payments: Sequence[MandatePayment], lang: str, say: Any) -> str:
    """For a form or the ledger: each with its kind, amount and receipt."""
    return "；".join(_one(each, lang, say) for each in payments)


def _one(payment: MandatePayment, lang: str, say: Any) -> str:
    told = [say(f"payment.{payment.kind}"), payment.what.get(lang) or payment.what["zh"]]
    told += [f"{yuan(payment.cents)} {say('payment.yuan')}"] if payment.cents is not None else []
    told += [f"{say('payment.voucher')} {payment.voucher}"] if payment.voucher else []
    return " ".join(told)
