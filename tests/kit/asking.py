"""Asking the service as somebody, in one line."""

from __future__ import annotations

from typing import Any

import httpx

from tests.kit.central import Central


def asked(central: Central, who: str, method: str, path: str, body: Any = None) -> httpx.Response:
    """``path`` within the API; ``{hall}`` is the hall."""
    with central.person(who) as client:
        return client.request(method, f"/api/v1{path.format(hall=central.hall)}", json=body)


def told(central: Central, who: str, method: str, path: str, body: Any = None) -> Any:
    """The answer's body, of what was not refused."""
    answer = asked(central, who, method, path, body).raise_for_status()
    return answer.json() if answer.content else None


def refused(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, str(answer.json()["error"]["code"])
