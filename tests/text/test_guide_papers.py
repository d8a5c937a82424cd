"""The papers of a guide and of a notice: complete, dated, folded to one length, and kept in a code."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from kiosk import keeping, notice
from kiosk.guide_pieces import of_section, there
from kiosk.handouts import Handbook, Leaflet, NoticePaper
from kiosk.text import ink, leaflet, raster
from kiosk.text.catalog import Catalog
from kiosk.text.document import Document, Sentence, Topic
from kiosk.text.guide_papers import leaflet_document, notice_document
from kiosk.text.handbook import handbook_document, to_keep
from kiosk.text.keeping import as_text
from kiosk.text.shape import Shaper
from kiosk.views import Piece, msg
from tests.kit.guides import GUIDES
from tests.kit.people import name

DAY = date(2026, 11, 20)
HALL = name("诃额伦街道便民服务中心")
GUIDE = GUIDES[0]
WIDTH, GAP = 48, 10


def words(document: Document, catalog: Catalog) -> str:
    return "\n".join(catalog.line(block.text, "zh").text for block in document.blocks if isinstance(block, (Sentence, Topic)))


def test_a_leaflet_says_all_that_the_glass_says_with_version_and_date(catalog: Catalog) -> None:
    paper = leaflet_document(Leaflet("p", GUIDE, DAY), HALL, "x", None)
    printed = words(paper, catalog)
    assert "第 3 版，2026年7月1日起用" in printed and "打印日期 2026年11月20日" in printed and "样例" in printed
    for section in there(GUIDE):
        for piece in of_section(GUIDE, section):
            for said in piece.words:
                assert catalog.line(said, "zh").text in printed


def test_a_notice_says_what_is_missing_and_how_it_is_had(catalog: Catalog) -> None:
    found = notice.verdict(GUIDE, {"by_other": False}, ("id_card",))
    paper = notice_document(NoticePaper("p", GUIDE, found, DAY, "0012"), HALL, "0477-0000000", "x", None)
    printed = words(paper, catalog)
    for said in ("还缺这 2 样", "1. 户口本", "丢了到派出所补，当天能拿到", "可以先写承诺书", "2. 老人自己的银行卡", "第 3 版", "0477-0000000"):
        assert said in printed
    assert "老人的身份证" not in printed and "委托书" not in printed
    kept = as_text(keeping.of_notice(GUIDE, found, "0012"), catalog, "zh")
    assert "高龄津贴\n告知单 0012 号" in kept and "2. 老人自己的银行卡" in kept


def test_the_handbook_says_who_helps_with_what_that_it_is_free_and_when_it_was_printed(catalog: Catalog) -> None:
    people = (Piece((msg("staff-name", name="东方明"), msg("staff-phone", phone="0477-0000002"))),)
    items = (Piece((msg("domain-elderly_care"), msg("guide-text", text=name("高龄津贴、老年证")))),)
    book = Handbook("p", people, items, people[0].words, "0477-0000009", 34, DAY)
    printed = words(handbook_document(book, HALL, "0477-0000000", "x", None), catalog)
    for said in ("东方明", "0477-0000002", "高龄津贴、老年证", "不收钱", "第 34 版", "2026年11月20日", "0477-0000009", "0477-0000000"):
        assert said in printed
    assert as_text(to_keep(book, HALL, ""), catalog, "zh") == "诃额伦街道便民服务中心\n东方明\n电话 0477-0000002"


@pytest.mark.parametrize("width", [576, 384])
def test_a_leaflet_is_drawn_on_any_paper(catalog: Catalog, shaper: Shaper, width: int) -> None:
    paper = leaflet_document(Leaflet("p", GUIDE, DAY), HALL, as_text(keeping.of_guide(GUIDE, HALL, ""), catalog, "zh"), None)
    image = raster.ticket(paper, catalog, shaper, width_dots=width)
    assert image.width == width and image.height > 4 * leaflet.LEAF


@given(st.lists(st.lists(st.integers(20, 300), min_size=1, max_size=6), min_size=2, max_size=6))
def test_leaves_have_one_length_and_nothing_is_lost(heights: list[list[int]]) -> None:
    parts = [[Image.new("L", (WIDTH, high), 255) for high in part] for part in heights]
    sheet = leaflet.folded(parts, WIDTH, GAP)
    left, inside = (sheet.crop((x, 0, x + 1, sheet.height)).tobytes() for x in (0, ink.DASH))
    assert sum(bool(dot) for dot in left) == sum(map(sum, heights)), "every piece, and dashes begin with a space"
    folds = [y for y in range(sheet.height) if inside[y] and not left[y] and not inside[y - 1]]
    line = ink.dashes(WIDTH).height
    lengths = [after - before for before, after in zip([-line - GAP, *folds], folds)]
    assert all(length == leaflet.LEAF + line + 2 * GAP for length in lengths)
