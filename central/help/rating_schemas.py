"""Bodies of the endpoints for ratings of the help."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, Field

from central.appointments.schemas import Lang
from central.ratings.schemas import RatingIn


class HelpRatingIn(RatingIn):
    lang: Lang = "zh"


class HelpRatedOut(BaseModel):
    call: str
    rated: bool


class HelpRatingSums(BaseModel):
    key: str = Field(description="Id of a member of the staff")
    name: str
    helped: int = Field(description="Calls that were answered, and closed as helped")
    rated: int
    levels: dict[int, int] | None = Field(description="Null while there are fewer than ten")
    good: float | None = Field(description="Share of 非常满意, 满意 and 基本满意, 0 to 1; null while there are fewer than ten")


class HelpRatingsOut(BaseModel):
    """``from`` and ``to`` are days in the hall's zone, both included. Nobody is told whose a rating is."""

    from_: date = Field(serialization_alias="from")
    to: date
    total: HelpRatingSums
    offered_not_rated: int
    rows: list[HelpRatingSums]
