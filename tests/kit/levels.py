"""Halls of three levels in one service: a village station, its street's hall, the district's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.kit.central import HALL, Central, add_hall, running_central


def _hall(id: str, name: str, region: str, staff: list[dict[str, Any]]) -> dict[str, Any]:
    """Small: what is passed to it is all that it is for."""
    head = {**HALL["hall"], "id": id, "name": {"zh": name}, "region": region}
    small = {"line": HALL["line"][:2], "window": HALL["window"][:2], "hours": [], "item": [], "terminal": []}
    return {**HALL, **small, "hall": head, "staff": staff}


VILLAGE = {**HALL, "hall": {**HALL["hall"], "id": "village", "name": {"zh": "测试嘎查便民服务站"}, "region": "150602007203"}}
STREET = _hall(
    "street",
    "诃额伦街道便民服务中心",
    "150602007",
    [
        {"user": "street-manager", "name": "主任庚", "role": "manager"},
        {"user": "street-clerk", "name": "街道辛", "role": "clerk", "windows": ["w1"]},
        {"user": "street-other", "name": "街道壬", "role": "clerk", "windows": ["w2"]},
    ],
)
DISTRICT = _hall("district", "东胜区政务服务中心", "150602", [{"user": "district-helper", "name": "区里癸", "role": "helper"}])
FAR = _hall("far", "别的旗政务服务中心", "150621", [{"user": "far-helper", "name": "别处子", "role": "helper"}])


@contextmanager
def three_levels(folder: Path, **settings: Any) -> Iterator[Central]:
    """``Central.hall`` is the village's; there is a hall of another district too."""
    with running_central(folder, hall=VILLAGE, **settings) as central:
        for hall in (STREET, DISTRICT, FAR):
            add_hall(central, hall)
        yield central
