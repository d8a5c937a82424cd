"""A hall that takes appointments, and what people do with them over the API."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import httpx
from sqlalchemy.orm import Session

from central.halls.models import Line, SpecialDay
from central.halls.service import changed
from central.unit import unit_for
from tests.kit.central import Central

MINUTE, DAY = 60.0, 24 * 3600.0
TODAY, TOMORROW = "2025-03-03", "2025-03-04"  # a Monday, 09:30 in the hall
CALLER = {"name": "测试甲", "phone": "0477-0001234"}
CARD = {"kind": "resident", "name": "欧阳测试", "id_number": "152601195001020019", "birth": "1950-01-02"}


def set_up(central: Central) -> None:
    """General: half hours with two places; the national holiday, and a service day of that line on it."""

    def work(session: Session) -> None:
        line = session.get_one(Line, (central.hall, "general"))
        line.slot_min, line.slot_places = 30, 2
        holiday = {"hall_id": central.hall, "day": date(2025, 3, 6)}
        session.add(SpecialDay(**holiday, line_id=None, kind="holiday", name={"zh": "放假"}, spans=[]))
        session.add(SpecialDay(**holiday, line_id="general", kind="service_day", name={"zh": "集中办理日"}, spans=[[600, 660]]))
        changed(unit_for(central.context, session), central.hall)

    central.context.database.write(work)


def key() -> dict[str, str]:
    return {"Idempotency-Key": str(uuid4())}


def ask(central: Central, who: str, path: str, body: Any = None, headers: dict[str, str] | None = None) -> httpx.Response:
    """A POST by a member of the staff or, T1 and T2, by a terminal."""
    client = central.machine(who) if who in ("T1", "T2") else central.person(who)
    with client:
        return client.post(f"/api/v1{path}", json=body, headers=headers or key())


def book(central: Central, at: str, day: str = TODAY, who: str = "clerk", headers: Any = None, **body: Any) -> httpx.Response:
    body = {"line": "general", "day": day, "at": at, **body}
    return ask(central, who, f"/halls/{central.hall}/appointments", body, headers)


def check_in(central: Central, who: str = "T1", headers: Any = None, **body: Any) -> httpx.Response:
    return ask(central, who, f"/halls/{central.hall}/appointments/check-in", body, headers)


def listed(central: Central, day: str = TODAY) -> list[dict[str, Any]]:
    with central.person("helper") as client:
        answer = client.get(f"/api/v1/halls/{central.hall}/appointments", params={"day": day})
    return list(answer.raise_for_status().json()["appointments"])


def slots(central: Central, **asked: Any) -> list[dict[str, Any]]:
    with central.machine() as client:
        answer = client.get(f"/api/v1/halls/{central.hall}/slots", params={"line": "general", **asked})
    return list(answer.raise_for_status().json()["days"])


def refused(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, str(answer.json()["error"]["code"])


def to(central: Central, clock: str) -> None:
    """Moves the hall's clock on to a time of today."""
    hours, minutes = clock.split(":")
    passed = central.clock.utc() + timedelta(hours=8)
    central.clock.move((int(hours) * 60 + int(minutes) - passed.hour * 60 - passed.minute) * MINUTE)
