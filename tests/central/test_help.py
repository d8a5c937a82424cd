"""A resident rings, one helper answers, the call is closed."""

from __future__ import annotations

from typing import Any

import httpx

from tests.kit.central import Central


def ring(central: Central, key: str = "ring-0001", doing: str = "menu", by: str = "T1") -> httpx.Response:
    with central.machine(by) as client:
        return client.post(f"/api/v1/halls/{central.hall}/help", json={"doing": doing}, headers={"Idempotency-Key": key})


def act(central: Central, user: str, call: str, what: str, body: Any = None) -> httpx.Response:
    with central.person(user) as client:
        return client.post(f"/api/v1/help/{call}/{what}", json=body)


def test_from_ringing_to_closed(central: Central) -> None:
    call = ring(central)
    assert (call.status_code, call.json()["state"]) == (201, "ringing")
    call_id = call.json()["id"]
    coming = act(central, "helper", call_id, "answer", {"minutes": 2}).json()
    assert coming["state"] == "answered" and (coming["helper"]["name"], coming["helper"]["minutes"]) == ("帮办戊", 2)
    assert act(central, "helper", call_id, "close").json()["state"] == "closed"
    assert act(central, "helper", call_id, "close").status_code == 200
    assert act(central, "helper", call_id, "answer", {"minutes": 2}).status_code == 409


def test_ringing_again_with_the_same_key_is_one_call(central: Central) -> None:
    first, again = ring(central), ring(central)
    assert (first.status_code, again.status_code) == (201, 200) and first.json() == again.json()
    assert ring(central, doing="ticket").json()["error"]["code"] == "key_reused"
    assert ring(central, by="T2").status_code == 409
    assert ring(central, key="ring-0002").json()["id"] != first.json()["id"]
    assert ring(central, key="x").status_code == 400


def test_one_helper_comes(central: Central) -> None:
    call = ring(central).json()["id"]
    assert act(central, "helper", call, "answer", {"minutes": 5}).status_code == 200
    assert act(central, "clerk", call, "answer", {"minutes": 1}).status_code == 409
    assert act(central, "helper", call, "answer", {"minutes": 1}).status_code == 200, "the same helper corrects the minutes"
    assert act(central, "helper", call, "answer", {"minutes": -1}).status_code == 422
    assert act(central, "helper", "unheard-of", "answer", {"minutes": 1}).status_code == 404


def test_the_machine_that_rang_may_take_it_back(central: Central) -> None:
    call = ring(central).json()["id"]
    with central.machine("T2") as other:
        assert other.post(f"/api/v1/help/{call}/close").status_code == 403
    with central.machine("T1") as own:
        assert own.post(f"/api/v1/help/{call}/close").json()["state"] == "closed"


def test_what_a_resident_is_doing_is_a_word_and_not_a_text(central: Central) -> None:
    assert ring(central, doing="张三丰 152601195001020019").status_code == 422
