"""A bundle (一件事), as the service tells it: what its items ask for, each paper once. Invented."""

from __future__ import annotations

from typing import Any

from kiosk.hall.guide_wire import guides_of
from tests.kit.guides import ALLOWANCE, CARD, material, names
from tests.kit.items import ITEMS, item

LEAD: dict[str, Any] = CARD | {
    "item": "retirement",
    "name": names("退休一件事", "All that retirement needs"),
    "summary": names("到了年龄，几件事一次办：领津贴、办老年证。填一张表，交一套材料。"),
    "bundle": ["allowance", "elder_card"],
    "ones": ["notice", "form", "papers", "window", "online"],
    "village": "documents",
    "events": ["retirement"],
    "asked": 3,
}
TOLD: dict[str, Any] = {
    "guides": [ALLOWANCE | {"village": "relief"}, CARD, LEAD],
    "bundles": [
        {
            "item": "retirement",
            "parts": [
                {"item": "allowance", "name": ALLOWANCE["name"], "version": 3},
                {"item": "elder_card", "name": CARD["name"], "version": 1},
            ],
            "questions": ALLOWANCE["questions"],
            "materials": [*ALLOWANCE["materials"], material("photo", "一寸照片", picture="photo", how=names("照相馆"))],
        }
    ],
}
GUIDES = guides_of(TOLD)
BUNDLE = GUIDES[2]
THINGS = (*ITEMS, item("retirement", "退休一件事", "tui xiu yi jian shi", "elderly_care", "social"))
