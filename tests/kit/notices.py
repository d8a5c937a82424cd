"""Examples of what is missing, which terminal and service must both find. The guide is the one of ``tests.kit.guides``."""

from __future__ import annotations

from dataclasses import dataclass

ALL = ("id_card", "household", "bank", "entrust")


@dataclass(frozen=True)
class Example:
    """``answers`` and ``held`` -> what is ``missing`` and what can be done about it."""

    answers: dict[str, bool]
    held: tuple[str, ...]
    missing: tuple[str, ...]
    on_the_spot: tuple[str, ...] = ()
    promises: tuple[str, ...] = ()
    deadline_days: int | None = None


EXAMPLES = (
    Example({"by_other": False}, ("id_card", "household", "bank"), ()),
    Example({"by_other": True}, ALL, ()),
    Example({"by_other": True}, ALL[:3], ("entrust",), on_the_spot=("entrust",), deadline_days=5),
    Example({"by_other": False}, ("id_card",), ("household", "bank"), promises=("household",), deadline_days=10),
    Example({"by_other": True}, (), ALL, ("id_card", "entrust"), ("household",), 5),
    Example({}, ("id_card", "household", "bank"), ("entrust",), ("entrust",), (), 5),
    Example({"unheard_of": True, "by_other": False}, ("unheard_of", *ALL), ()),
)
