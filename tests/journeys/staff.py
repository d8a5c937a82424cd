"""People of the hall, each signed in with a password of their own, by the API."""

from __future__ import annotations

import secrets
from typing import Any

import httpx

from script.hall import Hall


def signed_in(hall: Hall, user: str) -> httpx.Client:
    """Once for each of them, with the one-time password that the hall was made with; the hall's id is in its headers."""
    one_time, own = hall.credentials()["passwords"][user], secrets.token_urlsafe(16)
    client = httpx.Client(base_url=hall.url, timeout=20)
    first = _session(client, user, one_time)
    client.post(
        "/api/v1/session/password",
        json={"old": one_time, "new": own},
        headers={"Authorization": f"Bearer {first['token']}"},
    ).raise_for_status()
    again = _session(client, user, own)
    client.headers.update({"Authorization": f"Bearer {again['token']}", "x-hall": again["hall"]})
    return client


def _session(client: httpx.Client, user: str, password: str) -> dict[str, Any]:
    told: dict[str, Any] = client.post("/api/v1/session", json={"user": user, "password": password}).raise_for_status().json()
    client.cookies.clear()
    return told


def steps(who: httpx.Client, mandate: str, *acts: dict[str, Any]) -> dict[str, Any]:
    """What one of the staff does about a mandate, one after another; the mandate behind the last."""
    told: dict[str, Any] = {}
    for act in acts:
        answer = who.post(f"/api/v1/mandates/{mandate}/steps", json=act)
        assert answer.status_code == 200, (act["act"], answer.text)
        told = answer.json()
    return told
