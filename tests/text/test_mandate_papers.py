"""The papers of a mandate: the rows of the hall's forms, filled with what is known, and nobody named who need not be."""

from __future__ import annotations

from dataclasses import replace

from kiosk.clock import CHINA
from kiosk.mandate_handouts import MandatePaper, ReceiptPaper
from kiosk.text import raster
from kiosk.text.catalog import Catalog
from kiosk.text.document import Banner, BigNumber, Block, Document, Pair, Sentence, Signature, Topic
from kiosk.text.mandate_papers import mandate_document, receipt_document
from kiosk.text.shape import Shaper
from tests.kit.errands import DRAFT, FORMS, RECEIPT, SIGNATURE
from tests.kit.people import name

HALL, PHONE = name("诃额伦街道便民服务中心"), "0477-0000000"


def words(document: Document, catalog: Catalog) -> list[str]:
    return [told for block in document.blocks for told in _words(block, catalog)]


def _words(block: Block, catalog: Catalog) -> list[str]:
    match block:
        case Pair(label, value):
            return [f"{catalog.line(label, 'zh').text}={catalog.line(value, 'zh').text}"]
        case Banner(text) | Sentence(text) | Topic(text):
            return [catalog.line(text, "zh").text]
        case BigNumber(text):
            return [text]
    return []


def test_a_receipt_says_until_when_with_whom_and_what_was_handed_over(catalog: Catalog) -> None:
    printed = words(receipt_document(ReceiptPaper("p", FORMS.receipt, RECEIPT), HALL, PHONE, CHINA, "x", None), catalog)
    rows = ["查询码=4829 0317", "委托事项=高龄津贴", "承诺办结日期=2026年12月11日", "咨询电话=0477-0000000"]
    told = ["2026-0012", *rows, "1. 户口本", "原件，还有复印件 1 份"]
    assert [one for one in printed if one in told] == told
    again = replace(RECEIPT, code="", papers=())
    later = receipt_document(ReceiptPaper("p", FORMS.receipt, again, "东方明", "0477-0000002"), HALL, PHONE, CHINA, "x", None)
    assert {"代办员=东方明", "代办员电话=0477-0000002"} <= set(words(later, catalog))
    assert not any("查询码" in one for one in words(later, catalog))


def test_a_form_is_signed_or_has_lines_to_sign_on_and_never_the_code(catalog: Catalog, shaper: Shaper) -> None:
    signed = mandate_document(MandatePaper("p", FORMS.mandate, RECEIPT, "张＊", "0019", SIGNATURE), HALL, PHONE, CHINA, None)
    printed = words(signed, catalog)
    assert {"委托人=张＊", "证件号码=尾号 0019", "代办不收费。"} <= set(printed) and "48290317" not in str(signed).replace(" ", "")
    blank = replace(signed, blocks=tuple(one for one in signed.blocks if not isinstance(one, Signature)))
    heights = [raster.ticket(one, catalog, shaper).height for one in (blank, signed)]
    assert heights[1] > heights[0] + 60, "the signature is on the paper"
    draft = mandate_document(MandatePaper("p", FORMS.mandate, DRAFT, "张＊", "0019"), HALL, PHONE, CHINA, None)
    assert {"委托人签字、手印：", "见证人签字："} <= set(words(draft, catalog))
