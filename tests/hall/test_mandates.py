"""Mandates over a loopback port: what the terminal sends, what the service keeps, and what is told of it."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PIL import Image

from kiosk.effects import AskMandate
from kiosk.events import MandateAnswered
from kiosk.hall.client import HallClient
from kiosk.hall.courier import Courier
from kiosk.hall.link import Link
from kiosk.hall.mandate import Forms, Found, Handed, Mandate, MandateReceipt, OnFile
from kiosk.hall.messages import Refusal
from kiosk.hall.outbox import Outbox
from kiosk.mandate_pieces import now_at, way_of
from kiosk.mandating import FindMandates, GiveMandate, MandateQuestion, MandateReply, ReadForms, ReadOnFile, ReceiveResult
from kiosk.perform import Performer
from kiosk.views import Msg, msg
from tests.kit import mandates
from tests.kit.central import Central, add_hall, running_central
from tests.kit.errands import SIGNATURE
from tests.kit.fake_hall import dead_port
from tests.kit.levels import STREET
from tests.kit.people import ELDER, YOUNG, name

ITEM = "elder_card"
BOOK = Handed(name("户口本" * 50), True, 1)


@pytest.fixture(scope="module")
def central(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Central]:
    with running_central(tmp_path_factory.mktemp("central")) as running:
        yield running


@pytest.fixture(scope="module")
def performer(central: Central, tmp_path_factory: pytest.TempPathFactory) -> Performer:
    return _performer(central, central.url, tmp_path_factory)


def _performer(central: Central, url: str, folder: pytest.TempPathFactory) -> Performer:
    link, outbox = Link(url, central.enrol("T1")), Outbox(folder.mktemp("outbox") / "outbox.sqlite")
    return Performer(link, HallClient(link, central.hall), outbox, Courier(outbox, link, lambda waiting, data: None))


def ask(performer: Performer, question: MandateQuestion, key: str = "visit-1.1") -> MandateReply:
    answer = performer.ask_mandate(AskMandate(key, question))
    assert isinstance(answer, MandateAnswered) and answer.key == key
    return answer.reply


def test_given_once_signed_followed_and_told_what_is_missing(central: Central, performer: Performer) -> None:
    forms = ask(performer, ReadForms())
    assert isinstance(forms, Forms) and forms.mandate.papers and any("不收费" in one.zh for one in forms.mandate.words)
    give = GiveMandate(ITEM, ELDER, "zh", "13900001234", (BOOK,), SIGNATURE)
    receipt = ask(performer, give)
    assert isinstance(receipt, MandateReceipt) and receipt.signed and len(receipt.code) == 8
    assert ask(performer, give) == receipt, "the same key, the same mandate"
    assert [(one.original, one.copies, len(one.name.zh)) for one in receipt.papers] == [(True, 1, 120)]
    kept = mandates.post(central, "helper", f"/mandates/{receipt.id}/holder").json()
    assert (kept["name"], kept["phone"]) == (ELDER.name, "13900001234")
    signed = Image.open(io.BytesIO(base64.b64decode(kept["signature"])))
    assert signed.size == (640, 320) and signed.getpixel((288, 160)) == 0 and signed.getpixel((600, 40)) == 255

    mandates.walk(
        central,
        "helper",
        receipt.id,
        "take",
        ("relay", {"office": "区民政局", "level": "district"}),
        ("ask", {"wanted": ["户口本复印件"]}),
    )
    found = ask(performer, FindMandates(holder=ELDER))
    assert isinstance(found, Found) and found.forms == forms
    [mandate] = found.mandates
    assert (mandate.number, mandate.state, mandate.agent_name) == (receipt.number, "supplementing", "帮办戊") and mandate.agent
    assert [(one.act, one.with_whom) for one in mandate.steps][2:] == [("take", ""), ("relay", "区民政局"), ("ask", "")]
    assert mandate.wanted == ("户口本复印件",) and mandate.wanted_until is None
    fee = {"kind": "paid", "what": "居民医保参保费", "amount": "400", "voucher": "1522-0456"}
    mandates.walk(central, "helper", receipt.id, "supply", ("pay", fee))
    again = ask(performer, FindMandates(receipt.code, "1234"))
    assert isinstance(again, Found) and again.mandates[0].wanted == () and again.mandates[0].state == "relayed"
    latest = way_of(again.mandates[0], None)[1].words[0]
    assert (latest.id, dict(latest.args)) == ("progress-act-pay", {"whom": "居民医保参保费"})
    assert ask(performer, FindMandates(receipt.code, "9999")) is Refusal.MANDATE_UNKNOWN
    assert ask(performer, FindMandates(holder=YOUNG)) is Refusal.MANDATE_UNKNOWN


def test_where_it_lies_is_told_in_plain_words(central: Central, performer: Performer) -> None:
    """In another hall, whose staff take it over by name and pass it back."""
    add_hall(central, STREET)
    fourth = replace(YOUNG, id_number="152602199003040042")
    mandate = mandates.given(central, principal={"name": fourth.name, "id_number": fourth.id_number}, papers=[])

    def told() -> tuple[Msg, Msg]:
        """Where it is, and the latest of what has happened."""
        found = ask(performer, FindMandates(holder=fourth))
        assert isinstance(found, Found)
        return now_at(found.mandates[0]), way_of(found.mandates[0], None)[1].words[0]

    out = mandates.walk(central, "helper", mandate, "take", ("relay", {"hall": "street"}))["relays"][0]["id"]
    office = STREET["hall"]["name"]["zh"]
    assert told() == (msg("progress-relayed-waits", office=office), msg("progress-act-relay", whom=office))
    mandates.post(central, "street-clerk", f"/relays/{out}/take").raise_for_status()
    taken = msg("progress-act-take-over", whom=office, who="街道辛")
    assert told() == (msg("progress-relayed-by", office=office, agent="街道辛"), taken)
    back = {"outcome": "refused", "note": "年龄不够"}
    mandates.post(central, "street-clerk", f"/relays/{out}/back", back).raise_for_status()
    assert told() == (msg("progress-taken", agent="帮办戊"), msg("progress-back-refused", whom=office))


def test_signed_for_on_the_glass_when_the_result_lies_there(central: Central, performer: Performer) -> None:
    third = replace(YOUNG, id_number="152602199003040034")
    principal = {"name": third.name, "id_number": third.id_number}
    mandate, asked = mandates.given(central, principal=principal, papers=[]), FindMandates(holder=third)
    receive = ReceiveResult(mandate, asked, SIGNATURE)
    mandates.walk(central, "helper", mandate, "take", ("finish", {"outcome": "granted"}))
    assert ask(performer, receive) is Refusal.NOT_OFFERED
    mandates.walk(central, "helper", mandate, "offer")
    found = ask(performer, asked)
    assert isinstance(found, Found) and found.mandates[0].offered and found.forms is not None
    assert "原件已全部退还" in found.forms.closing.words[0].zh
    told = ask(performer, receive)
    assert isinstance(told, Mandate) and (told.state, told.way, told.offered) == ("delivered", "counter", False)
    assert ask(performer, receive) == told, "sent again, delivered once"


def test_the_phone_they_left_before_is_offered_and_used(central: Central, performer: Performer) -> None:
    fourth = replace(YOUNG, id_number="152602199003040042")
    assert ask(performer, ReadOnFile(ITEM, fourth)) == OnFile()
    ask(performer, GiveMandate(ITEM, fourth, "zh", "13900001234", (), SIGNATURE), "visit-4.1")
    assert ask(performer, ReadOnFile(ITEM, fourth)) == OnFile("1234")
    again = ask(performer, GiveMandate(ITEM, fourth, "zh", "", (), SIGNATURE, phone_on_file=True), "visit-4.2")
    assert isinstance(again, MandateReceipt)
    assert mandates.post(central, "helper", f"/mandates/{again.id}/holder").json()["phone"] == "13900001234"


def test_unsigned_it_is_a_draft_and_without_a_network_it_is_nothing(
    central: Central, performer: Performer, tmp_path_factory: pytest.TempPathFactory
) -> None:
    draft = ask(performer, GiveMandate(ITEM, YOUNG, "zh"), "visit-2.1")
    assert isinstance(draft, MandateReceipt) and not draft.signed and draft.due_on is None
    away = _performer(central, f"http://127.0.0.1:{dead_port()}", tmp_path_factory)
    assert ask(away, GiveMandate(ITEM, YOUNG, "zh", "", (), SIGNATURE), "visit-3.1") is Refusal.UNREACHABLE
    assert len(away._outbox) == 0, "no person waits on a disk"
