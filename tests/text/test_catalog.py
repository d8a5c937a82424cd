"""Which words are given in which language, and that no unreviewed one is."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.hall.messages import HallName
from kiosk.text.catalog import Catalog, Line
from kiosk.text.review import STRINGS, Reviews
from kiosk.views import Msg, msg

ZH = "yes = 是\nname = 您要办：{ $line }\nbare = { $line }\nzh-only = 只有中文\nsize = 字\n    .spoken = 第 { $step } 级\n"
EN = "yes = Yes\nname = You chose: { $line }\nbare = { $line }\nsize = Size\nself = 中文\n    .lang = zh\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "zh.ftl").write_text(ZH, "utf-8")
    (tmp_path / "en.ftl").write_text(EN, "utf-8")
    return tmp_path


def reviewed(folder: Path, ids: str) -> Path:
    (folder / "reviewers.toml").write_text(f'[[en]]\nname = "A Reader"\ndate = 2026-01-31\nids = {ids}\n', "utf-8")
    return folder


def quiet(folder: Path, second: str | None = None) -> Catalog:
    return Catalog(folder, second=second, show_unreviewed=False)


def test_an_unreviewed_string_is_given_in_chinese(folder: Path) -> None:
    catalog = quiet(folder)
    assert catalog.line(msg("yes"), "en") == Line("yes", "是", "zh")
    assert catalog.spoken(msg("yes"), "en") == Line("yes", "是", "zh")
    assert catalog.languages == ("zh",)
    assert catalog.ids == {"yes", "name", "bare", "zh-only", "size"}


def test_a_reviewed_string_is_given_and_the_others_are_not(folder: Path) -> None:
    catalog = quiet(reviewed(folder, '["yes"]'))
    assert catalog.line(msg("yes"), "en") == Line("yes", "Yes", "en")
    assert catalog.line(msg("size"), "en").lang == "zh"
    assert catalog.languages == ("zh", "en")


def test_a_whole_file_may_be_reviewed(folder: Path) -> None:
    catalog = quiet(reviewed(folder, '["*"]'))
    assert catalog.line(msg("size"), "en").text == "Size"
    assert catalog.line(msg("zh-only"), "en") == Line("zh-only", "只有中文", "zh")


@pytest.mark.parametrize(
    "entry",
    ['name = ""\ndate = 2026-01-31\nids = ["*"]', 'name = "A"\nids = ["*"]', 'name = "A"\ndate = 2026-01-31\nids = []'],
)
def test_a_review_without_name_date_or_ids_is_refused(folder: Path, entry: str) -> None:
    (folder / "reviewers.toml").write_text(f"[[en]]\n{entry}\n", "utf-8")
    with pytest.raises(ValueError, match="'en'"):
        Reviews.load(folder)


def test_pairs_stand_in_the_chosen_language_and_the_other(folder: Path) -> None:
    catalog = quiet(reviewed(folder, '["*"]'), second="en")
    zh, en = Line("yes", "是", "zh"), Line("yes", "Yes", "en")
    assert catalog.pair(msg("yes"), "zh") == (zh, en)
    assert catalog.pair(msg("yes"), "en") == (en, zh)
    assert catalog.pair(msg("zh-only"), "zh") == (Line("zh-only", "只有中文", "zh"), None)
    assert catalog.pair(msg("zh-only"), "en") == (Line("zh-only", "只有中文", "zh"), None)
    assert quiet(folder).pair(msg("yes"), "zh") == (zh, None)


def test_names_of_the_hall_come_in_the_language_of_the_sentence(folder: Path) -> None:
    catalog = quiet(reviewed(folder, '["*"]'))
    line = msg("name", line=HallName((("zh", "医保"), ("en", "Medical"))))
    assert catalog.line(line, "en").text == "You chose: Medical"
    assert catalog.line(line, "zh").text == "您要办：医保"
    nameless = HallName((("zh", "医保"),))
    assert catalog.line(msg("name", line=nameless), "en") == Line("name", "You chose: 医保", "en")
    assert catalog.line(msg("bare", line=nameless), "en") == Line("bare", "医保", "zh")


def test_spoken_form_and_language_of_words(folder: Path) -> None:
    catalog = quiet(reviewed(folder, '["*"]'))
    assert catalog.spoken(msg("size", step=2), "zh").text == "第 2 级"
    assert catalog.spoken(msg("size", step=2), "en").text == "Size"
    assert catalog.line(msg("self"), "en").lang == "zh"


def test_a_missing_id_never_fells_a_screen_and_never_passes_a_test(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    catalog = quiet(folder)
    assert [catalog.line(msg("nothing"), lang).text for lang in ("zh", "en", "xx")] == ["nothing"] * 3
    assert catalog.spoken(msg("nothing"), "zh").text == "nothing"
    assert len(caplog.records) == 1
    strict = Catalog(folder, second=None, show_unreviewed=True, strict=True)
    with pytest.raises(KeyError):
        strict.line(msg("nothing"), "zh")
    with pytest.raises(ValueError):
        strict.line(Msg("name"), "en")


def test_the_shipped_translations_await_review() -> None:
    """Nobody has signed yet. When somebody has, this test is to name the languages that a hall may offer."""
    assert Catalog(STRINGS, second="mn", show_unreviewed=False).languages == ("zh",)
    assert Catalog(STRINGS, second="mn", show_unreviewed=True).languages == ("zh", "bo", "en", "mn", "ug")
