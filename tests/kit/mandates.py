"""Mandates through the API, by invented people."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import httpx

from tests.kit.central import Central

# A stroke, as a PNG picture.
SIGNATURE = (
    "iVBORw0KGgoAAAANSUhEUgAAADAAAAAQCAAAAAB1xaNtAAAAY0lEQVR42s2SwQ6AIAxDX43//8v1gJG5gZHEg1yAsrfQZjJra+P3gNASoAei6X"
    "uSjJBn1XB7FLhvpVMGupgIEe8XEKtm5wDUpq7NA1C+fdqn2peHLlsqozmTU1Sj+N7o383SAXN8Hhk0qkvkAAAAAElFTkSuQmCC"
)
ELDER = {"name": "测试老人", "id_number": "152601195001020019", "phone": "13900001234", "address": "试验小区 3 号楼 102"}
CARD = {"kind": "resident", "name": ELDER["name"], "id_number": ELDER["id_number"]}
WORDS = "眼睛看不清，请代我认证"
TRACES = (*ELDER.values(), WORDS)
ALLOWANCE = {"item_name": {"zh": "高龄津贴申领", "en": "Allowance for the very old"}}
BOOK = {"name": {"zh": "户口簿"}, "original": True}
SIGNED = {"consent": True, "signature": SIGNATURE}


def post(central: Central, who: str, path: str, body: Any = None, key: str | None = None) -> httpx.Response:
    client = central.machine(who) if who in ("T1", "T2") else central.person(who)
    with client:
        return client.post(f"/api/v1{path}", json=body, headers={"Idempotency-Key": key or str(uuid4())})


def give(central: Central, who: str = "T1", key: str | None = None, **more: Any) -> httpx.Response:
    """A signed mandate of an elder, with an original handed over and ten working days; ``more`` changes it."""
    body = {"principal": ELDER, "words": WORDS, "papers": [BOOK], "promised_days": 10, **SIGNED, **ALLOWANCE, **more}
    return post(central, who, f"/halls/{central.hall}/mandates", body, key)


def given(central: Central, who: str = "T1", **more: Any) -> str:
    return str(give(central, who, **more).raise_for_status().json()["id"])


def step(central: Central, who: str, mandate: str, act: str, **body: Any) -> httpx.Response:
    return post(central, who, f"/mandates/{mandate}/steps", {"act": act, **body})


def walk(central: Central, who: str, mandate: str, *acts: str | tuple[str, dict[str, Any]]) -> dict[str, Any]:
    """Step after step; the mandate behind the last."""
    told: dict[str, Any] = {}
    for each in acts:
        act, body = (each, {}) if isinstance(each, str) else each
        answer = step(central, who, mandate, act, **body)
        assert answer.status_code == 200, (act, answer.text)
        told = answer.json()
    return told


def read(central: Central, path: str, who: str = "helper") -> Any:
    with central.person(who) as client:
        return client.get(f"/api/v1{path}").raise_for_status().json()


def refused(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, str(answer.json()["error"]["code"])
