"""A hall with a few items, its leader and its terminal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import httpx

from tests.kit.central import Central

ITEMS = [
    {"id": name, "name": {"zh": f"事项{name}"}, "domain": "social_services", "line": "civil"}
    for name in ("plain", "ahead", "twice", "taken_back", "wrong", "told")
]

GUIDE: dict[str, Any] = {
    "type": "benefit",
    "authority": {"zh": "街道办事处"},
    "summary": {"zh": "年满八十岁的老人每月领一笔津贴。", "en": "A monthly allowance from the age of eighty."},
    "result": {"zh": "津贴打入银行卡"},
    "questions": [{"id": "by_other", "text": {"zh": "是别人替您来办吗？"}}],
    "materials": [
        {"id": "id_card", "name": {"zh": "身份证"}, "picture": "card"},
        {"id": "letter", "name": {"zh": "委托书"}, "needed_if": {"question": "by_other", "answer": True}, "promise": True},
    ],
    "steps": [{"name": {"zh": "交材料"}}],
}


@dataclass
class Office:
    central: Central
    leader: httpx.Client
    terminal: httpx.Client

    def path(self, item: str) -> str:
        return f"/api/v1/halls/{self.central.hall}/items/{item}/guide"

    def publish(self, item: str, day: str | None = None, **changed: Any) -> httpx.Response:
        body = {"guide": GUIDE | changed} | ({} if day is None else {"effective_from": day})
        return self.leader.put(self.path(item), json=body)

    def shown(self, item: str) -> dict[str, Any]:
        """As the terminal is told today."""
        return dict(self.terminal.get(self.path(item)).raise_for_status().json())

    def all_shown(self) -> dict[str, Any]:
        return dict(self.terminal.get(f"/api/v1/halls/{self.central.hall}/guides").raise_for_status().json())

    def version(self) -> int:
        """Of the hall: terminals ask anew when it is another one."""
        return int(self.terminal.get(f"/api/v1/halls/{self.central.hall}").raise_for_status().json()["version"])
