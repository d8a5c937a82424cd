"""Bodies of the staff's endpoints."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

StaffRole = Literal["admin", "manager", "clerk", "helper"]


class LoginIn(BaseModel):
    user: str = Field(min_length=1, max_length=64)
    password: str = Field(min_length=1, max_length=200, repr=False)


class LoginOut(BaseModel):
    token: str = Field(repr=False)
    name: str
    role: StaffRole
    hall: str
    must_change: bool
    """The password is the initial one: nothing but choosing another is allowed."""


class PasswordIn(BaseModel):
    old: str = Field(min_length=1, max_length=200, repr=False)
    new: str = Field(min_length=1, max_length=200, repr=False)
