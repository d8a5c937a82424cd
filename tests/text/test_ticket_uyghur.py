"""A document in Chinese and Uyghur on paper: Uyghur at its right edge, its codes as they are."""

from __future__ import annotations

from pathlib import Path

from kiosk.text import raster
from kiosk.text.catalog import Catalog
from kiosk.text.document import Document, Pair, Rule, Sentence
from kiosk.text.shape import Shaper
from kiosk.views import msg

PAPER = 576


def test_uyghur_begins_at_the_right_edge_of_the_paper(shaper: Shaper, tmp_path: Path) -> None:
    (tmp_path / "zh.ftl").write_text("note = 请等候叫号\nline = 事项\nvalue = 综合\n", "utf-8")
    (tmp_path / "ug.ftl").write_text("note = نومۇر كۈتۈڭ\nline = ئىش\nvalue = ئورتاق\n", "utf-8")
    catalog = Catalog(tmp_path, second="ug", show_unreviewed=True)
    blocks = (Sentence(msg("note")), Rule(), Pair(msg("line"), msg("value")))
    both = raster.ticket(Document(blocks, "ug"), catalog, shaper, width_dots=PAPER)
    rows = [both.crop((0, y, PAPER, y + 1)).convert("L").point(lambda value: 255 - value).getbbox() for y in range(both.height)]
    ink = [(box[0], box[2]) for box in rows if box is not None]
    left, right = [row for row in ink if row[0] < 40], [row for row in ink if row[1] > PAPER - 40 and row[0] > 40]
    assert left and right, "Chinese at the left, Uyghur at the right"
    assert max(end for _, end in right) >= PAPER - raster.MARGIN - 4
