"""Bodies of the ratings' endpoint."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

Channel = Literal["pad", "touch"]


class RatingIn(BaseModel):
    level: int | None = Field(ge=1, le=5, strict=True, description="5 非常满意 … 1 非常不满意; null: offered, not rated")
    channel: Channel


class RatingOut(BaseModel):
    ticket: str
    rated: bool


class RatingsOut(BaseModel):
    """What staff may see of the ratings: sums, never whose."""

    levels: dict[int, int]
    rated: int
    offered_not_rated: int
