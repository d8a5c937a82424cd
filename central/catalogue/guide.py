"""A guide (办事指南): what a resident reads about an item, as it is published, stored, shown and printed."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from central.catalogue.elements import (
    Audience,
    Codes,
    Commissioned,
    Days,
    Delivery,
    Event,
    Level,
    One,
    People,
    Picture,
    Short,
    Told,
    Type,
    Village,
)
from central.setup.fields import Id, Part

Many = Annotated[list[Told], Field(max_length=40)]


class Question(Part):
    """Answered with yes or no. Only what decides which material is needed."""

    id: Id
    text: Told


class Condition(Part):
    """The material is needed when the question is answered so."""

    question: Id
    answer: bool = True


class Material(Part):
    """申请材料."""

    id: Id
    name: Told
    original: bool = Field(default=True, description="The original has to be brought, if only to be looked at")
    copies: int = Field(default=0, ge=0, le=20, description="How many copies stay with the office")
    source: Told | None = Field(default=None, description="Who issues it; None: the resident's own")
    how: Told | None = Field(default=None, description="How and where to get it")
    needed_if: Condition | None = Field(default=None, description="None: everybody needs it")
    on_the_spot: Told | None = Field(default=None, description="What can be done about it here, at once")
    promise: bool = Field(default=False, description="告知承诺: a signed promise stands in its place")
    deadline_days: Days | None = Field(default=None, description="Until when it may be handed in later, in working days")
    valid_days: Annotated[int, Field(ge=1, le=3650)] | None = Field(
        default=None, description="Days for which a copy in the resident's folder serves again; None: it is asked for each time"
    )
    on_phone: bool = Field(default=False, description="An electronic licence shown on a telephone (亮证) counts as well")
    picture: Picture = "paper"


class Step(Part):
    """One step of the way (办理流程). ``days``: working days that it takes at most."""

    name: Told
    place: Told | None = None
    days: Days | None = None


class Fee(Part):
    free: bool = True
    text: Told = Field(default={"zh": "不收费", "en": "Free"}, validate_default=True)
    basis: Told | None = Field(default=None, description="The rule that fixes it")


class Place(Part):
    name: Told
    hours: Told | None = None
    phone: Short = ""


class Answer(Part):
    """常见问题."""

    question: Told
    answer: Told


class Entrusting(Part):
    """Whether somebody else may do it for the resident (帮办代办, F13), and what is to be known about that."""

    allowed: bool
    text: Told | None = None


class Online(Part):
    """Where it is filed online (线上申报、掌上申请): the official address, and how one goes about it."""

    address: Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^https://[!-~]{3,290}$")]
    name: Told = Field(description="What the site or the app is called")
    text: Told | None = Field(default=None, description="What to do there, in a few short sentences")


class GuideIn(Part):
    """The elements of an item (实施清单要素), in plain words. What is optional may be unknown; a lint tells what is missing."""

    sample: bool = Field(default=False, description="Written for demonstration: no office stands behind it")
    codes: Codes = {}
    type: Type
    audience: Annotated[list[Audience], Field(min_length=1, max_length=2)] = ["person"]
    basis: Many = []
    level: Level = "street"
    authority: Told = Field(description="实施主体")
    immediate: bool = Field(default=False, description="即办件: done while the resident waits")
    regional: bool = Field(default=False, description="通办: handled wherever the resident lives")
    commissioned: Commissioned | None = None
    summary: Told = Field(description="What it is, who gets it, what it brings: three short sentences at most")
    conditions: Many = []
    questions: Annotated[list[Question], Field(max_length=12)] = []
    materials: Annotated[list[Material], Field(max_length=40)] = []
    steps: Annotated[list[Step], Field(max_length=20)] = []
    statutory_days: Days | None = Field(default=None, description="法定办结时限, working days")
    promised_days: Days | None = Field(default=None, description="承诺办结时限, working days; 0: the same day")
    fee: Fee = Field(default_factory=Fee)
    procedures: Many = Field(default=[], description="Special procedures: 现场勘验, 听证, 公示, 专家评审")
    renewal: Told | None = Field(default=None, description="年审年检: what has to be done again, and when")
    result: Told = Field(description="What the resident receives")
    delivery: Annotated[list[Delivery], Field(min_length=1, max_length=3)] = ["counter"]
    visits: int = Field(default=1, ge=0, le=20, description="到现场次数")
    places: Annotated[list[Place], Field(max_length=20)] = []
    enquiry: Short = Field(default="", description="Telephone for questions")
    complaints: Short = "12345"
    faq: Annotated[list[Answer], Field(max_length=40)] = []
    online: Online | None = None
    entrust: Entrusting | None = None
    bundle: Annotated[list[Id], Field(max_length=20)] = Field(default=[], description="一件事: one errand of these items")
    ones: Annotated[list[One], Field(max_length=5)] = Field(default=[], description="What of it is one: form, window ...")
    village: Village | None = Field(default=None, description="Villages handle it too, in this group; None: they do not")
    events: Annotated[list[Event], Field(max_length=14)] = []
    people: Annotated[list[People], Field(max_length=8)] = []
    asked: int = Field(default=0, ge=0, le=9999, description="1 is what is asked for most; 0: not ranked")


class GuideOut(GuideIn):
    """A guide as it is in force, with what every print of it carries: version and date."""

    item: Id
    name: Told
    version: int = Field(ge=1)
    effective_from: date


class PartOut(Part):
    """An item that a bundle takes in."""

    item: Id
    name: Told
    version: int = Field(ge=1)


class BundleOut(Part):
    """What an item that takes in others asks for, each question and each paper once: in place of its guide's own."""

    item: Id
    parts: list[PartOut]
    questions: list[Question]
    materials: list[Material]


class GuidesOut(Part):
    """All that are in force today, in the hall's zone."""

    guides: list[GuideOut]
    bundles: list[BundleOut] = Field(default=[], description="Of those of the guides that take in others")
    next_change: date | None = Field(description="The first day to come on which another one comes into force")
