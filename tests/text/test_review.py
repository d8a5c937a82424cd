"""The reviewer's table there and back: what was read is given, what was changed since is not."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from kiosk.text.catalog import Catalog
from kiosk.text.review import STRINGS, Reviews
from kiosk.text.reviewing import DONE, MISTAKE, WAITING, main, rows
from kiosk.views import msg

ZH = (
    "# 工具栏\ngo-back = 返回\ngo-on = 继续\ncount =\n    { $count ->\n        [0] 没有人\n       *[other] { $count } 人\n    }\n"
    "size = 字\n    .spoken = 第 { $step } 级\n"
)
UG = "# 返回. Unverified.\ngo-back = قايتىش\n# stays\nsize = خەت\n    .spoken = خەت { $step }\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "zh.ftl").write_text(ZH, "utf-8")
    (tmp_path / "ug.ftl").write_text(UG, "utf-8")
    (tmp_path / "reviewers.toml").write_text("# Who has read what.\n\nug = []\n", "utf-8")
    return tmp_path


def ask(folder: Path, *given: str) -> int:
    return main(["--folder", str(folder), *given])


def answered(folder: Path, answers: dict[str, str]) -> Path:
    """The sheet as it comes back."""
    sheet = folder / "sheet.csv"
    assert ask(folder, "sheet", "ug", str(sheet)) == DONE
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        found = list(csv.DictReader(file))
    with sheet.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.DictWriter(file, found[0])
        table.writeheader()
        table.writerows(row | {"reviewed": answers.get(row["id"], "")} for row in found)
    return sheet


def read(folder: Path, answers: dict[str, str]) -> int:
    return ask(folder, "read", "ug", str(answered(folder, answers)), "--name", "ئالىم", "--date", "2026-03-01")


def given(folder: Path, id: str) -> str:
    return Catalog(folder, second=None, show_unreviewed=False).line(msg(id, count=0, step=1), "ug").text


def test_what_waits_stands_beside_its_chinese(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(folder, "list", "ug") == WAITING
    said = capsys.readouterr().out
    assert said.startswith("ug: 0 reviewed, 2 waiting, 0 of them changed since, 2 not translated\n")
    assert "  go-back\n    返回\n    قايتىش\n" in said and "  go-on (not translated)\n    继续\n" in said
    assert [row.id for row in rows(folder, "ug")] == ["go-back", "go-on", "count", "size", "size.spoken"]


def test_a_signed_draft_and_new_words_are_given_and_the_rest_waits_on(folder: Path) -> None:
    many = "{ $count ->\n        [0] ئادەم يوق\n       *[other] { $count } ئادەم\n    }"
    assert read(folder, {"go-back": "=", "go-on": "داۋام", "count": many}) == DONE
    assert [given(folder, id) for id in ("go-back", "go-on", "count", "size")] == ["قايتىش", "داۋام", "ئادەم يوق", "字"]
    kept = (folder / "ug.ftl").read_text("utf-8")
    assert "Unverified" not in kept and "# stays\nsize = خەت\n" in kept
    [review] = Reviews.load(folder).by_language["ug"]
    assert (review.name, review.date, set(review.ids)) == ("ئالىم", date(2026, 3, 1), {"go-back", "go-on", "count"})
    assert (folder / "reviewers.toml").read_text("utf-8").startswith("# Who has read what.\n")
    assert ask(folder, "list") == WAITING
    assert read(folder, {"size": "=", "size.spoken": "خەت چوڭلۇقى { $step }"}) == DONE
    assert ask(folder, "list") == DONE
    assert given(folder, "go-back") == "قايتىش"


@pytest.mark.parametrize(("file", "old", "new"), [("zh.ftl", "返回", "回去"), ("ug.ftl", "قايتىش", "قايت")])
def test_a_review_ends_when_either_side_is_changed(folder: Path, file: str, old: str, new: str) -> None:
    assert read(folder, {"go-back": "=", "go-on": "داۋام"}) == DONE
    path = folder / file
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    assert given(folder, "go-back") in ("返回", "回去") and given(folder, "go-on") == "داۋام"
    assert Reviews.load(folder).stale("ug") == {"go-back"}


@pytest.mark.parametrize(
    ("answers", "mistake"),
    [
        ({"count": "كۆپ ئادەم"}, "count: in braces { $count } is to stand"),
        ({"go-back": "قايتىش { $count }"}, "go-back: in braces nothing is to stand"),
        ({"go-on": "="}, "there is no"),
        ({"go-on": "a { b"}, "go-on: what stands in braces cannot be understood"),
        ({"go-on": "a\nother = b"}, "go-on: what stands in braces cannot be understood"),
        ({"size": "="}, "size: what is shown and size.spoken are read together"),
    ],
)
def test_a_mistake_is_told_and_nothing_is_changed(
    folder: Path, capsys: pytest.CaptureFixture[str], answers: dict[str, str], mistake: str
) -> None:
    assert read(folder, {"go-back": "="} | answers) == MISTAKE
    assert mistake.replace("there is no", "and there is none") in capsys.readouterr().err
    assert (folder / "ug.ftl").read_text("utf-8") == UG and given(folder, "go-back") == "返回"


def test_another_table_and_another_language_are_refused(folder: Path) -> None:
    (folder / "other.csv").write_text("a,b\n1,2\n", "utf-8")
    assert ask(folder, "read", "ug", str(folder / "other.csv"), "--name", "A") == MISTAKE
    assert ask(folder, "sheet", "xx", str(folder / "x.csv")) == MISTAKE
    with pytest.raises(SystemExit):
        ask(folder, "read", "ug", "x.csv", "--name", " ")


def test_the_house_s_own_drafts_can_be_sent_out(tmp_path: Path) -> None:
    for lang in ("en", "mn", "ug", "bo"):
        assert main(["sheet", lang, str(tmp_path / f"{lang}.csv")]) == DONE
        assert len(rows(STRINGS, lang)) > 200
