"""The inspection over HTTP: for this machine alone."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator

import pytest

from screens.inspect import Inspection, serve


class Told:
    def tree(self) -> dict[str, object]:
        return {"view": "home", "elements": [{"id": "title", "label": {"zh": "您要办什么事？"}}]}


@pytest.fixture
def inspection() -> Iterator[Inspection]:
    running = serve("127.0.0.1:0", Told(), lambda: {"status": "ok"})
    yield running
    running.stop()


def ask(inspection: Inspection, path: str, host: str | None = None, method: str = "GET") -> tuple[int, object]:
    line = http.client.HTTPConnection("127.0.0.1", inspection.port, timeout=10)
    line.request(method, path, headers={"Host": host} if host else {})
    answer = line.getresponse()
    body = answer.read()
    line.close()
    return answer.status, json.loads(body) if answer.getheader("Content-Type", "").startswith("application/json") else None


def test_tree_and_health(inspection: Inspection) -> None:
    assert ask(inspection, "/tree") == (200, Told().tree())
    assert ask(inspection, "/health") == (200, {"status": "ok"})


def test_nothing_else_is_there(inspection: Inspection) -> None:
    assert ask(inspection, "/")[0] == 404
    assert ask(inspection, "/tree", method="POST")[0] == 501


@pytest.mark.parametrize("host", ["kiosk.example", "192.0.2.1:80", "127.0.0.1.example:80", ""])
def test_a_page_in_a_browser_cannot_ask_under_a_name_of_its_own(inspection: Inspection, host: str) -> None:
    status = ask(inspection, "/tree", host or "x")[0]
    assert status == 403


@pytest.mark.parametrize("host", ["localhost", "localhost:8790", "127.0.0.1:8790", "[::1]:8790", "[::1]"])
def test_the_loopback_has_many_names(inspection: Inspection, host: str) -> None:
    assert ask(inspection, "/tree", host)[0] == 200


@pytest.mark.parametrize("address", ["0.0.0.0:8790", "192.0.2.7:8790", "[::]:8790", "kiosk:8790", "127.0.0.1", "127.0.0.1:x", ""])
def test_only_the_loopback_is_served(address: str) -> None:
    with pytest.raises(ValueError):
        serve(address, Told(), dict)
