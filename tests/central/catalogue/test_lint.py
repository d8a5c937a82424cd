"""The sample's guides have no holes, and a hole that is torn into one is found."""

from __future__ import annotations

import tomllib
from typing import Any, get_args

import pytest

from central import seed
from central.catalogue import lint
from central.catalogue.elements import One
from central.catalogue.entries import Batch, Entry
from central.catalogue.files import read_folder
from central.catalogue.guide import GuideIn
from tests.central.catalogue.office import GUIDE, Office
from tests.kit.central import HALL

ONES = list(get_args(One))


@pytest.fixture(scope="module")
def sample() -> Batch:
    return read_folder(seed.SAMPLE / "guides")


@pytest.fixture(scope="module")
def whole(sample: Batch) -> list[Entry]:
    """The guides, with what the hall's own file says of their items."""
    hall = tomllib.loads((seed.SAMPLE / "heelun.toml").read_text("utf-8"))
    known = {each["id"]: each for each in hall["item"]}
    return [Entry.model_validate(known[each.id] | {"guide": each.guide}) if each.id in known else each for each in sample.entries]


def test_the_sample_has_no_mistake_and_no_hole(sample: Batch, whole: list[Entry]) -> None:
    assert sample.problems == [] and len(whole) >= 60
    assert [(each.id, *found) for each in whole for found in lint.holes(each, whole)] == []
    domains = {"public_education", "employment", "social_insurance", "health_care", "elderly_care", "social_services", "housing"}
    assert {each.domain for each in whole} >= domains | {"culture_sports", "disability_services", "veterans"}
    assert all(each.guide is not None and each.guide.sample and set(each.guide.summary) >= {"zh", "en"} for each in whole)
    assert all(each.name is not None and set(each.name) >= {"zh", "en"} for each in whole)


def test_a_hole_is_found() -> None:
    def torn(**changed: Any) -> set[tuple[str, str]]:
        entry = Entry(id="one", aliases=["一"], guide=GuideIn.model_validate(GUIDE | {"asked": 1} | changed))
        other = Entry(id="two", guide=GuideIn.model_validate(GUIDE | {"asked": 1}))
        bundle = Entry(id="bundle", guide=GuideIn.model_validate(GUIDE | {"bundle": ["two"]}))
        return set(lint.holes(entry, [entry, other, bundle]))

    usual = torn()
    assert usual >= {("no_basis", ""), ("no_place", ""), ("material_no_source", "letter"), ("rank_twice", "1")}
    for changed, found in (
        ({"summary": "一。二。三。四。"}, ("summary_long", "")),
        ({"summary": "长" * 61 + "。"}, ("sentence_long", "")),
        ({"questions": [*GUIDE["questions"], {"id": "idle", "text": "？"}]}, ("question_unused", "idle")),
        ({"bundle": ["three"], "ones": ONES}, ("bundle_unknown", "three")),
        ({"bundle": ["bundle"], "ones": ONES}, ("bundle_nested", "bundle")),
        ({"bundle": ["two"], "ones": ONES[1:]}, ("bundle_mark", ONES[0])),
        ({"level": "village"}, ("village_no_group", "")),
        ({"fee": {"free": False, "text": "十元"}}, ("fee_no_basis", "")),
    ):
        assert torn(**changed) - usual == {found}
    assert usual - torn(immediate=True, steps=[]) == {("no_limit", "")}
    assert set(lint.holes(Entry(id="x"), [])) == {("no_alias", ""), ("no_guide", "")}


def test_halls_that_tell_it_otherwise(office: Office) -> None:
    elsewhere = HALL["hall"] | {"id": "elsewhere", "region": "9"}
    seed.load(office.central.context, HALL | {"hall": elsewhere, "staff": [], "terminal": []})
    office.leader.post("/api/v1/items/social_card/guide", json={"guide": GUIDE}).raise_for_status()
    office.publish("social_card", conditions=["只在这里"], enquiry="0477-1111111", fee={"free": True, "text": "免费"})
    told = office.leader.get(f"/api/v1/halls/{office.central.hall}/catalogue/lint").raise_for_status().json()["findings"]
    differing = {(each["about"], *each["halls"]) for each in told if (each["item"], each["code"]) == ("social_card", "differs")}
    assert differing == {("conditions", "elsewhere"), ("fee", "elsewhere")}
    assert ("elder_card", "no_guide") not in {(each["item"], each["code"]) for each in told if each["halls"]}
