"""Any guide there may be, for properties."""

from __future__ import annotations

from typing import Any, get_args

from hypothesis import strategies as st

from central.catalogue import checks
from central.catalogue.elements import Audience, Commissioned, Delivery, Event, Level, One, People, Picture, Type, Village
from central.catalogue.entries import SEPARATORS, Entry
from central.catalogue.guide import Answer, Condition, Entrusting, Fee, GuideIn, Material, Online, Place, Question, Step

ODD = ("=1+1", "'quoted", "+86", "是", "_x0041_", "a [en]", "0012", "1e5", "2025-01-01", "<b>&amp;", "True", "ꡏᠮᠣᠩ")


def some(kind: Any) -> st.SearchStrategy[str]:
    return st.sampled_from(get_args(kind))


texts = st.sampled_from(ODD) | st.text("办事指南·abc =[]'\"&<_x0", min_size=1, max_size=9).map(str.strip).filter(bool)
phones = st.sampled_from(["", "12345", "0477-0000000"])
ids = st.text("abc_9", min_size=1, max_size=3)
told = st.dictionaries(st.sampled_from(["en", "mn"]), texts, max_size=2).flatmap(lambda d: texts.map(lambda zh: {"zh": zh, **d}))
days = st.none() | st.integers(0, 60)
maybe = st.none() | told


def few(one: st.SearchStrategy[Any], most: int = 2, least: int = 0) -> st.SearchStrategy[list[Any]]:
    return st.lists(one, max_size=most, min_size=least)


materials = st.builds(
    Material,
    id=ids,
    name=told,
    original=st.booleans(),
    copies=st.integers(0, 20),
    source=maybe,
    how=maybe,
    needed_if=st.none() | st.builds(Condition, question=ids, answer=st.booleans()),
    on_the_spot=maybe,
    promise=st.booleans(),
    deadline_days=days,
    valid_days=st.none() | st.integers(1, 3650),
    on_phone=st.booleans(),
    picture=some(Picture),
)
guides = st.builds(
    GuideIn,
    sample=st.booleans(),
    codes=st.dictionaries(ids, st.text("0123X-", min_size=1, max_size=31), max_size=2),
    type=some(Type),
    audience=few(some(Audience), 2, 1),
    basis=few(told),
    level=some(Level),
    authority=told,
    immediate=st.booleans(),
    regional=st.booleans(),
    commissioned=st.none() | some(Commissioned),
    summary=told,
    conditions=few(told),
    questions=few(st.builds(Question, id=ids, text=told)),
    materials=few(materials, 3),
    steps=few(st.builds(Step, name=told, place=maybe, days=days)),
    statutory_days=days,
    promised_days=days,
    fee=st.builds(Fee, free=st.booleans(), text=told, basis=maybe),
    procedures=few(told),
    renewal=maybe,
    result=told,
    delivery=few(some(Delivery), 3, 1),
    visits=st.integers(0, 20),
    places=few(st.builds(Place, name=told, hours=maybe, phone=phones)),
    enquiry=phones,
    complaints=phones.filter(bool),
    faq=few(st.builds(Answer, question=told, answer=told)),
    online=st.none() | st.builds(Online, address=st.just("https://a.example/b?c=1"), name=told, text=maybe),
    entrust=st.none() | st.builds(Entrusting, allowed=st.booleans(), text=maybe),
    bundle=few(ids),
    ones=few(some(One)),
    village=st.none() | some(Village),
    events=few(some(Event)),
    people=few(some(People)),
    asked=st.integers(0, 9999),
).filter(lambda guide: not checks.mistakes(guide))

aliases = texts.filter(lambda text: not set(SEPARATORS) & set(text))
entries = st.builds(
    Entry,
    id=ids,
    name=st.none() | told,
    domain=st.none() | ids,
    line=st.none() | ids,
    aliases=st.none() | few(aliases, 2, 1),
    effective_from=st.none() | st.dates(),
    guide=st.none() | guides,
)
catalogues = st.lists(entries, max_size=3, unique_by=lambda entry: entry.id)
