"""The help itself is rated by whoever was helped: once, voluntarily, and never shown so that it names somebody."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from central.help.rating import FEWEST
from central.ratings import chain
from tests.central.test_help import act, ring
from tests.kit.central import Central

pytestmark = pytest.mark.both


def helped(central: Central, key: str, by: str = "T1") -> str:
    call = str(ring(central, key=key, by=by).json()["id"])
    act(central, "helper", call, "answer", {"minutes": 1})
    act(central, "helper", call, "close")
    return call


def rate(central: Central, call: str, level: Any, by: str = "T1") -> httpx.Response:
    with central.machine(by) as client:
        return client.put(f"/api/v1/help/{call}/rating", json={"level": level, "channel": "touch"})


def test_a_helpers_ratings_are_a_chain_of_their_own(central: Central) -> None:
    ringing = ring(central, key="still-rings").json()["id"]
    assert rate(central, ringing, 5).json()["error"]["code"] == "wrong_state"
    act(central, "manager", ringing, "close")
    assert rate(central, ringing, 5).json()["error"]["code"] == "wrong_state", "nobody had come"
    call = helped(central, "helped-0000")
    assert rate(central, call, 5, by="T2").status_code == 403, "it was rung at another machine"
    assert rate(central, call, None).json() == {"call": call, "rated": False}
    assert rate(central, call, 2).json() == rate(central, call, 2).json() == {"call": call, "rated": True}
    assert rate(central, call, 5).json()["error"]["code"] == "already_rated"

    with central.person("manager") as client:
        path = f"/api/v1/halls/{central.hall}/help-ratings"
        few = client.get(path).raise_for_status().json()
        for number in range(1, FEWEST):
            rate(central, helped(central, f"helped-{number:04}"), 5).raise_for_status()
        enough = client.get(path).raise_for_status().json()
    (row,) = few["rows"]
    assert (row["name"], row["helped"], row["rated"], row["levels"], row["good"]) == ("帮办戊", 1, 1, None, None)
    (row,) = enough["rows"]
    assert (row["helped"], row["rated"], row["good"], row["levels"]["2"]) == (FEWEST, FEWEST, 0.9, 1)
    assert enough["offered_not_rated"] == 1 and enough["total"]["rated"] == FEWEST

    database = central.context.database
    assert database.read(lambda session: chain.verify(session, central.context.vault, chain.HELP)).count == FEWEST
    assert call not in str(database.read(lambda session: session.execute(text("SELECT * FROM help_ratings")).all()))
    for statement in ("UPDATE help_ratings SET level = 5", "DELETE FROM help_rating_refusals"):
        with pytest.raises(DBAPIError, match="only ever added"):
            database.write(lambda session: session.execute(text(statement)))
