"""Where somebody is who has something to tell the hall: praise, a suggestion, a complaint. Values only."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Opinion:
    """As far as it is chosen. ``phone``: where the answer is told, digits; "": nowhere. ``named``: with the name on the card."""

    kind: str = ""
    topics: tuple[str, ...] = ()
    phone: str = field(default="", repr=False)
    named: bool = False


@dataclass(frozen=True)
class Telling:
    """On the way to an opinion: of what kind, about what, whether that is all, how the answer comes, and all of it once more."""

    opinion: Opinion = Opinion()


@dataclass(frozen=True)
class KindOfOpinion(Telling):
    pass


@dataclass(frozen=True)
class TopicsOfOpinion(Telling):
    pass


@dataclass(frozen=True)
class MoreToSay(Telling):
    """Choosing may not say it: a helper can write down what somebody says."""


@dataclass(frozen=True)
class WhereToAnswer(Telling):
    pass


@dataclass(frozen=True)
class PhoneOfOpinion(Telling):
    typed: str = field(default="", repr=False)


@dataclass(frozen=True)
class OpinionRead(Telling):
    """Everything is on the glass, to be looked at before it is told."""
