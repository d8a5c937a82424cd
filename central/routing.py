"""The edge: here a request becomes a transaction, and here alone something is committed.

An endpoint is a plain function behind ``reads`` or ``writes``, which name who may call it. In one transaction the caller is
recognised, held against that list and against the hall in the path, and the endpoint runs. Its events go out after the commit.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Awaitable, Callable, Iterable
from functools import wraps
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Depends, Header, Request
from fastapi.concurrency import run_in_threadpool

from central.context import Context
from central.credentials import Credentials, admit, foresee_caller, presented
from central.errors import KeyMissing
from central.halls import repository as halls
from central.transaction import HOUSE, Transaction
from central.unit import Unit

T = TypeVar("T")
Endpoint = Callable[..., T]
Foresight = Callable[..., None]
REQUEST_KEY = re.compile(r"[A-Za-z0-9._-]{8,80}")
API = "/api/v1"


def api_router(tag: str, prefix: str = "") -> APIRouter:
    """For a part of the API. Its routes have their whole path at once: a router that others are put into builds each route anew,
    which took a second of every start, and looks through the parts at every request (0.3 ms, through one list 0.1 ms)."""
    return APIRouter(prefix=API + prefix, tags=[tag])


class Asked:
    """A unit of work before its transaction: what the request brought along."""

    def __init__(self, context: Context, credentials: Credentials, base_url: str) -> None:
        self.context = context
        self.credentials = credentials
        self.base_url = base_url

    def begin(self, transaction: Transaction) -> Unit:
        return Unit(self.context, transaction, self.context.settings.clock(), self.base_url)


async def asked(request: Request) -> Asked:
    context: Context = request.app.state.context
    base_url = context.settings.public_url or str(request.base_url)
    return Asked(context, await presented(request), base_url.rstrip("/"))


UnitOfWork = Annotated[Unit, Depends(asked)]
"""Parameter type of every endpoint's ``unit``."""

RequestKey = Annotated[str | None, Header(alias="Idempotency-Key")]


def checked_key(key: str | None) -> str:
    """The client's own name for its request, by which a repetition is known."""
    if key is None or REQUEST_KEY.fullmatch(key) is None:
        raise KeyMissing("header Idempotency-Key with 8 to 80 characters of A-Z a-z 0-9 . _ - is needed", "Idempotency-Key")
    return key


def writes(
    who: Iterable[str] | None, house: bool = False, foresee: Foresight | None = None
) -> Callable[[Endpoint[T]], Callable[..., Awaitable[T]]]:
    """The endpoint changes data. ``who``: the roles that may call it; None: anybody. A hall's units run one after another,
    whichever process they run in; each holds its caller's hall, or else the house. ``house``: it holds both, so that it may hold
    other halls too. ``foresee`` is given the unit and the endpoint's values, and foresees what the endpoint will ask for whatever
    other units do (``Transaction.foresee``)."""
    return lambda endpoint: _edge(endpoint, who, writing=True, house=house, foresee=foresee)


def reads(who: Iterable[str] | None) -> Callable[[Endpoint[T]], Callable[..., Awaitable[T]]]:
    """The endpoint changes nothing: it sees the last commit and waits for nobody."""
    return lambda endpoint: _edge(endpoint, who, writing=False)


def _look_ahead(unit: Unit, credentials: Credentials, name: str | None) -> None:
    """What every unit holds and asks for; the units of a group send it together."""
    if name is not None:
        unit.transaction.will_hold(name)
    if name:
        halls.foresee_version(unit, name)
    foresee_caller(unit, credentials)


def _begin(unit: Unit) -> None:
    """A unit's moment is after it holds its hall: whoever comes later in the order of commits comes later by the clock."""
    if unit.known_caller is not None:
        unit.hold(unit.caller.hall)
    unit.transaction.be_holding()
    unit.now = unit.context.settings.clock()


def _edge(
    endpoint: Endpoint[T], who: Iterable[str] | None, writing: bool, house: bool = False, foresee: Foresight | None = None
) -> Callable[..., Awaitable[T]]:
    allowed = None if who is None else frozenset(who)

    @wraps(endpoint)
    async def at_the_edge(**values: Any) -> T:
        request: Asked = values.pop("unit")
        hall = values.get("hall")
        first = HOUSE if house or allowed is None else hall  # held before it is known who calls

        def ahead(transaction: Transaction) -> None:
            unit = request.begin(transaction)
            _look_ahead(unit, request.credentials, first)
            if foresee is not None:
                foresee(unit, **values)

        def work(transaction: Transaction) -> T:
            unit = request.begin(transaction)
            if writing and first is not None:
                unit.hold(first)
            admit(unit, request.credentials, allowed, hall)
            if writing:
                _begin(unit)
            return endpoint(unit=unit, **values)

        if writing:
            return await request.context.database.change(work, ahead)
        return await run_in_threadpool(request.context.database.look, work)

    # FastAPI reads the parameters here; it must not look through to the plain function and run that.
    at_the_edge.__signature__ = inspect.signature(endpoint, eval_str=True)  # type: ignore[attr-defined]
    del at_the_edge.__wrapped__
    at_the_edge.who = allowed  # type: ignore[attr-defined]
    return at_the_edge
