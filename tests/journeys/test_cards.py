"""A visit with each kind of card, and with none."""

from __future__ import annotations

from datetime import date

import pytest

from devices.sim.stands import ID_CARDS, SOCIAL_CARDS
from tests.journeys.resident import LINE, Resident

pytestmark = pytest.mark.usefixtures("hall")

READABLE = [*ID_CARDS, "social-1", "social-2"]
OLD_AT = 65  # years; the elderly class of the sample hall


def earned(card: str) -> str | None:
    """The class that the birth date on a card earns."""
    birth = (ID_CARDS.get(card) or SOCIAL_CARDS[card]).holder.birth
    assert birth is not None
    today = date.today()
    age = today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))
    return "elderly" if age >= OLD_AT else None


@pytest.mark.parametrize("card", READABLE)
def test_one_touch_with_a_card(resident: Resident, card: str) -> None:
    resident.lay(card)
    holder = (ID_CARDS.get(card) or SOCIAL_CARDS[card]).holder
    resident.reads(f"{holder.name[0]}＊", holder.id_number[-4:])
    resident.touch(f"line.{LINE}")
    ticket = resident.ticket("printed")
    resident.reads(ticket.number, "号票已打印")
    assert resident.touches == 1
    assert ticket.holder
    assert ticket.priority == earned(card)


@pytest.mark.parametrize("card", ["elder", "foreign-2023", "social-1"])
def test_one_touch_when_the_card_comes_after_the_line(resident: Resident, card: str) -> None:
    resident.touch(f"line.{LINE}")
    resident.sees("prompt")
    resident.lay(card)
    ticket = resident.ticket("printed")
    resident.reads(ticket.number, "号票已打印")
    assert resident.touches == 1
    assert ticket.holder
    assert ticket.priority == earned(card)


def test_two_touches_without_a_card(resident: Resident) -> None:
    papers = resident.papers()
    resident.touch(f"line.{LINE}")
    resident.touch("card-none")
    ticket = resident.ticket("printed")
    resident.reads(ticket.number, "号票已打印")
    assert resident.touches == 2
    assert not ticket.holder and ticket.priority is None
    assert resident.papers() == papers + 1


def test_the_offer_can_be_declined(resident: Resident) -> None:
    resident.lay("elder")
    resident.reads("可以优先")
    resident.touch("priority")
    resident.reads("不用优先")
    resident.touch(f"line.{LINE}")
    assert resident.ticket("printed").priority is None


def test_a_priority_by_ones_own_word(resident: Resident) -> None:
    resident.touch(f"line.{LINE}")
    resident.touch("card-priority")
    resident.sees("menu")
    resident.touch("class.pregnant")
    assert resident.ticket("printed").priority == "pregnant"


def test_a_card_of_the_third_generation_is_told_and_a_way_on_is_shown(resident: Resident) -> None:
    resident.touch(f"line.{LINE}")
    resident.sees("prompt")
    resident.lay("social-3")
    resident.reads("新社保卡在这里读不出姓名")
    resident.touch("go-on")
    ticket = resident.ticket("printed")
    assert not ticket.holder


def test_a_card_that_is_no_card_of_ours(resident: Resident) -> None:
    resident.bench.do("card-reader", "lay", card="bank")
    resident.reads("这张卡不是身份证或社保卡")
    assert resident.has_no_ticket()


def test_not_me(resident: Resident) -> None:
    resident.lay("young")
    resident.reads("郭＊")
    resident.touch("not-me")
    tree = resident.sees("home")
    assert "郭" not in str(tree)
    assert resident.has_no_ticket()
