"""Opinions through the API, by invented people."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import httpx
from sqlalchemy.orm import Session

from central.staff import repository as staff
from tests.kit.central import Central

SAID = "窗口的人让我跑了三趟，每次都说少一样"
WHO = {"phone": "13900005678", "name": "测试居民"}
TRACES = (SAID, *WHO.values())


def post(central: Central, who: str, path: str, body: Any = None, key: str | None = None) -> httpx.Response:
    client = central.machine(who) if who in ("T1", "T2") else central.person(who)
    with client:
        return client.post(f"/api/v1{path}", json=body, headers={"Idempotency-Key": key or str(uuid4())})


def tell(central: Central, who: str = "T1", key: str | None = None, **more: Any) -> httpx.Response:
    """A complaint by choosing; ``more`` changes it."""
    body = {"kind": "complaint", "topics": ["told_twice"], **more}
    return post(central, who, f"/halls/{central.hall}/opinions", body, key)


def told(central: Central, who: str = "T1", **more: Any) -> str:
    return str(tell(central, who, **more).raise_for_status().json()["id"])


def listed(central: Central, who: str) -> list[dict[str, Any]]:
    with central.person(who) as client:
        return list(client.get(f"/api/v1/halls/{central.hall}/opinions").raise_for_status().json()["opinions"])


def staff_id(central: Central, user: str) -> str:
    def work(session: Session) -> str:
        person = staff.by_user(session, user)
        assert person is not None
        return person.id

    return central.context.database.read(work)
