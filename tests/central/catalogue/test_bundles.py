"""一件事一次办: what several items ask for is asked once, and what is missing of it is told in one notice."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from central.catalogue import bundles, documents
from central.catalogue.guide import GuideIn
from tests.central.catalogue.inventions import guides
from tests.central.catalogue.office import GUIDE, Office


def paper(id: str, zh: str, **more: Any) -> dict[str, Any]:
    return {"id": id, "name": {"zh": zh}} | more


def guide(*materials: dict[str, Any], **more: Any) -> GuideIn:
    return GuideIn.model_validate(GUIDE | {"questions": [], "materials": list(materials)} | more)


def test_a_paper_that_two_items_want_is_brought_once_with_the_stricter_of_their_wishes() -> None:
    asked = {"questions": [{"id": "q", "text": "结婚了吗？"}]}
    wanted = {"needed_if": {"question": "q", "answer": True}}
    one = guide(paper("m1", "身份证", copies=1, promise=True, deadline_days=9), paper("m2", "结婚证", **wanted), **asked)
    two = guide(paper("m1", "照片"), paper("m3", "身份证", copies=2, original=False), paper("m4", "结婚证", **wanted), **asked)
    three = guide(paper("m2", "结婚证"), paper("m9", "户口簿", **wanted), questions=[{"id": "q", "text": "租房吗？"}])
    found = bundles.joined(guide(), [one, two])
    assert [(each.id, each.name["zh"]) for each in found.materials] == [("m1", "身份证"), ("m2", "结婚证"), ("m1-2", "照片")]
    card, book, _ = found.materials
    assert (card.original, card.copies, card.promise, card.deadline_days) == (True, 2, False, None)
    assert book.needed_if is not None and len(found.questions) == 1
    whole = bundles.joined(guide(), [one, two, three])
    assert whole.materials[1].needed_if is None, "one of them wants it of everybody"
    last = whole.materials[3].needed_if
    assert [each.id for each in whole.questions] == ["q", "q-2"] and last is not None and last.question == "q-2"


@given(st.lists(guides, min_size=1, max_size=3))
def test_nothing_is_lost_nothing_stands_twice_and_every_condition_has_its_question(some: list[GuideIn]) -> None:
    found = bundles.joined(some[0], some[1:])
    names = [each.name["zh"] for each in found.materials]
    assert set(names) == {each.name["zh"] for one in some for each in one.materials} and len(set(names)) == len(names)
    assert len({each.id for each in found.materials}) == len(names)
    asked = {each.id for each in found.questions}
    assert len(asked) == len(found.questions)
    assert all(each.needed_if is None or each.needed_if.question in asked for each in found.materials)


def test_terminals_are_told_what_the_errand_asks_for_and_its_notice_is_of_all_items(office: Office) -> None:
    office.publish("social_card", materials=[paper("id_card", "身份证"), paper("photo", "照片")], questions=[])
    office.publish("elder_card", materials=[paper("card", "身份证"), paper("photo", "白底照片")], questions=[])
    told = office.publish("plain", materials=[], questions=[], bundle=["elder_card", "gone", "social_card"]).json()
    [bundle] = office.all_shown()["bundles"]
    assert bundle["item"] == "plain" and [each["item"] for each in bundle["parts"]] == ["elder_card", "social_card"]
    assert [each["name"]["zh"] for each in bundle["materials"]] == ["身份证", "白底照片", "照片"]
    path = f"/api/v1/halls/{office.central.hall}/notices"
    body = {"item": "plain", "version": told["version"], "held": ["card"]}
    body["parts"] = {each["item"]: each["version"] for each in bundle["parts"]}
    answer = office.terminal.post(path, json=body, headers={"Idempotency-Key": str(uuid4())}).raise_for_status().json()
    assert answer["missing"] == ["photo", "photo-2"]
    office.publish("social_card", materials=[], questions=[])
    assert len(office.all_shown()["bundles"][0]["materials"]) == 2, "as its items are now"
    body["parts"]["social_card"] = 99
    refused = office.terminal.post(path, json=body, headers={"Idempotency-Key": str(uuid4())})
    assert refused.json()["error"]["code"] == "guide_unknown"


def test_an_element_that_says_nothing_makes_no_other_version() -> None:
    before = documents.canonical(guide())
    assert "ones" not in before and "village" not in before
    assert documents.canonical(guide(ones=["form"])) != before
