"""The voice is made ready with what will be said in this hall, and with nothing of any person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from devices.ports import Utterance
from kiosk.flows.step import Now
from kiosk.hall.messages import HallName, Item
from kiosk.rehearsal import MOST_NUMBERS, MOST_WAITING, Rehearsal, calls, clauses, utterances, views
from kiosk.text import speech
from kiosk.views import Choice, View
from kiosk.visit import Settings, toolbar
from tests.kiosk.rig import FITTINGS, catalog
from tests.kit.clock import START
from tests.kit.guides import GUIDES
from tests.kit.items import ITEMS
from tests.kit.people import HALL, closed

TOOLS = toolbar(Settings(), ("zh", "en"))


def sentences(view: View, tools: tuple[Choice, ...], lang: str) -> Sequence[speech.Spoken]:
    return speech.utterances(view, tools, catalog(), lang)


def test_the_views_of_a_visit_are_found() -> None:
    every = [view.title.id for view in views(HALL, FITTINGS, Now(START))]
    titles = [title for title in every if not title.startswith("set-")]  # what is said of a change of settings
    assert titles.count("home-title") == MOST_WAITING + 2
    assert titles[: -MOST_WAITING - 1] == [
        "home-title",
        "card-title",
        "card-title",
        "priority-title",
        "issuing-title",
        "still-title",
        "help-title",
        "sight-title",
        "hearing-title",
        "card-reading",
        "fault-card-moved",
    ]


def test_a_hall_that_is_closed_or_empty_is_no_trouble() -> None:
    assert views(closed(HALL), FITTINGS, Now(START))[0].title.id == "home-title"
    assert views(replace(HALL, lines=(), priorities=()), FITTINGS, Now(START))


def test_each_sentence_once_and_nothing_private() -> None:
    found = utterances(views(HALL, FITTINGS, Now(START)), TOOLS, sentences, "zh")
    texts = [one.text for one in found]
    assert len(texts) == len(set(found)) and "请放身份证或社保卡" in texts and "您要办：社保" in "".join(texts)
    assert not any(one.private for one in found)


def test_what_the_hall_does_for_people_is_rehearsed_by_name() -> None:
    names = ("社保卡申领", "老年人优待证")
    items = tuple(
        Item(str(number), HallName((("zh", name),)), domain, HALL.lines[0].id)
        for number, (name, domain) in enumerate(zip(names, ("social_insurance", "no such domain")))
    )
    found = utterances(views(replace(HALL, items=items), FITTINGS, Now(START)), TOOLS, sentences, "zh")
    texts = [one.text for one in found]
    for name in names:
        assert f"按{name}" in texts and sum(name in text for text in texts) >= 2, "on the list, and when it is chosen"
    assert "前面七人" in texts, "how many wait, as the day goes on"


def test_what_there_is_to_know_of_an_item_is_rehearsed_with_what_to_bring() -> None:
    hall = replace(HALL, items=ITEMS, guides=GUIDES)
    texts = " ".join(one.text for one in utterances(views(hall, FITTINGS, Now(START)), TOOLS, sentences, "zh"))
    assert all(word in texts for word in ("每个月有一笔钱", "老人自己的银行卡", "什么都不用带"))


def test_a_call_is_made_of_its_number_and_its_window() -> None:
    said = clauses(utterances(calls(HALL, FITTINGS, Now(START)), (), sentences, "zh"))
    windows = {window for line in HALL.lines for window in line.windows}
    assert [one.text for one in said[:4]] == ["您的号是", "A 零零一号", "请", "到一号窗口"]
    assert len(said) == 2 + len(windows) + MOST_NUMBERS * len(HALL.lines)
    assert calls(replace(HALL, lines=()), FITTINGS, Now(START)) == []


def test_it_is_done_again_only_when_the_hall_is_another() -> None:
    prepared: list[Sequence[Utterance]] = []
    rehearsal = Rehearsal(FITTINGS, lambda lang: TOOLS, sentences, ("zh", "en"), prepared.append)
    rehearsal(HALL, START)
    assert len(prepared) == 2 and {one.lang for one in prepared[1]} >= {"en"}
    rehearsal(replace(HALL, lines=tuple(replace(line, waiting=9) for line in HALL.lines)), START)
    assert len(prepared) == 2, "counts change all day"
    rehearsal(closed(HALL), START)
    assert len(prepared) == 4
