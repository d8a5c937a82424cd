"""What a guide's parts say of each other: the mistakes that no part shows by itself. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from central.catalogue.guide import GuideIn
from central.errors import Mistake


def mistakes(guide: GuideIn) -> list[Mistake]:
    """All of them; the field is a path as in the body."""
    return [*_repeated(guide), *_dangling(guide), *_backwards(guide)]


def _repeated(guide: GuideIn) -> Iterator[Mistake]:
    for field, ids in (
        ("questions", [each.id for each in guide.questions]),
        ("materials", [each.id for each in guide.materials]),
    ):
        for index in _again(ids):
            yield Mistake(field=f"{field}.{index}.id", code="twice", message="this id stands twice")


def _again(ids: Iterable[str]) -> Iterator[int]:
    """Places of those that stood before."""
    seen: set[str] = set()
    for index, each in enumerate(ids):
        if each in seen:
            yield index
        seen.add(each)


def _dangling(guide: GuideIn) -> Iterator[Mistake]:
    asked = {each.id for each in guide.questions}
    for index, material in enumerate(guide.materials):
        if material.needed_if is not None and material.needed_if.question not in asked:
            field = f"materials.{index}.needed_if.question"
            yield Mistake(field=field, code="unknown", message="the guide asks no such question")


def _backwards(guide: GuideIn) -> Iterator[Mistake]:
    """A promise that is longer than the law allows is none."""
    if guide.statutory_days is not None and guide.promised_days is not None and guide.promised_days > guide.statutory_days:
        yield Mistake(field="promised_days", code="out_of_range", message="promised_days must not be more than statutory_days")
