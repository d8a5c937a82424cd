"""A sample of the accessibility report, and that it would tell if a row failed. The whole: ``python -m tests.screens.report``."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from pathlib import Path

from screens.geometry import Box
from tests.screens.languages import TONGUES
from tests.screens.report.cases import GLASSES, PLAIN, TWO, Case, Seen, Setting, sampled, settings
from tests.screens.report.looking import look_once, one
from tests.screens.report.rules import EVERY, ONCE, Ledger
from tests.screens.report.written import BEGIN, END, generated, put

TELLING = ("home", "confirm-offer", "number-keys")


def seen(specimen: str, theme: str = PLAIN) -> Seen:
    tongue = next(tongue for tongue in TONGUES if tongue.name == TWO)
    return next(iter(Case(Setting("portrait", tongue, 0, theme), specimen).pages()))


def test_every_rule_of_a_sample_holds() -> None:
    ledger = look_once()
    for specimen in TELLING:
        one(ledger, seen(specimen), pixel_by_pixel=True)
    one(ledger, seen("home", "low-contrast"), pixel_by_pixel=True)
    failed = [(tally.rule.id, tally.worst, tally.where) for tally in ledger.tallies.values() if tally.failed]
    assert failed == []
    rows = {rule.row for rule, _ in [*EVERY, *ONCE]}
    assert len(rows) >= 25 and {tally.rule.row for tally in ledger.tallies.values()} <= rows


def test_what_is_too_small_or_too_near_fails_and_is_named() -> None:
    good = seen("home")
    first, *others = good.sheet.elements
    lines = [element for element in others if element.act == "line.general"]
    small = replace(lines[0], box=Box(lines[0].box.x, lines[0].box.y, 40, 40))
    near = replace(small, id="choice.other", box=small.box.moved(42, 0))
    bad = Seen(good.case, replace(good.sheet, elements=(first, small, near)), good.all)
    ledger = Ledger()
    one(ledger, bad, pixel_by_pixel=False)
    failed = {tally.rule.en: tally.where for tally in ledger.tallies.values() if tally.failed}
    wanted = {"shorter side of a target", "gap between targets", "pages without the help key"}
    assert wanted | {"words clipped, cut, or off the glass"} <= set(failed)
    assert "choice.line.general" in failed["shorter side of a target"] and not ledger.passed
    assert "✗" in generated(ledger, 1)


def test_only_the_generated_part_of_the_page_is_replaced(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n")
    put(page, f"{BEGIN}\nnew\n{END}")
    assert page.read_text() == f"before\n{BEGIN}\nnew\n{END}\nafter\n"


def test_a_sample_meets_every_language_at_every_size_and_every_mount() -> None:
    met = [setting for panel in GLASSES for setting in sampled(panel)]
    whole = [setting for panel in GLASSES for setting in settings(panel)]
    assert set(met) < set(whole) and len(met) * 3 < len(whole)
    for of in (attrgetter("tongue", "step"), attrgetter("panel", "theme"), attrgetter("panel", "bottom_mm", "low")):
        assert {of(one) for one in met} == {of(one) for one in whole}
