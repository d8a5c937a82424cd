"""Specimens of calls for help and of the staff on show. People, telephones and the picture are invented."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from PIL import Image, ImageDraw

from kiosk.flows import help_views, staff_views
from kiosk.flows.step import Fittings
from kiosk.flows.visiting import Help
from kiosk.flows.world import World
from kiosk.hall.messages import Hall, HallName, Helper
from kiosk.hall.people import Duty, DutySpan, NextDuty, OnShow, OnShowHere
from kiosk.views import View


def _names(zh: str, en: str) -> HallName:
    return HallName((("en", en), ("zh", zh)))


def drawn_portrait() -> bytes:
    """Somebody who is nobody."""
    image = Image.new("RGB", (360, 480), "#cfdbe6")
    draw = ImageDraw.Draw(image)
    draw.ellipse((40, 330, 320, 640), fill="#2f5d8a")
    draw.rectangle((150, 280, 210, 360), fill="#d9a98a")
    draw.ellipse((100, 110, 260, 320), fill="#e5b899")
    draw.pieslice((92, 90, 268, 300), 180, 360, fill="#3a2a22")
    for x in (150, 210):
        draw.ellipse((x - 8, 205, x + 8, 221), fill="#2a2a2a")
    draw.arc((145, 225, 215, 285), 20, 160, fill="#9a5a4a", width=6)
    jpeg = BytesIO()
    image.save(jpeg, "JPEG", quality=85)
    return jpeg.getvalue()


DUTY_HOURS = tuple(DutySpan(day, "08:30", "12:00") for day in (1, 3, 5))
PEOPLE = (
    OnShow(
        "a",
        "东方明",
        _names("帮办代办员", "Helper and agent"),
        _names("在自助机旁帮您办，走不动的替您跑", "Helps at the terminal, runs errands for who cannot walk"),
        "0477-0000002",
        items=(_names("高龄津贴", "Old-age allowance"), _names("老年人优待证", "Senior citizen card")),
        mark="1",
        portrait=drawn_portrait(),
    ),
    OnShow("b", "公孙乐", _names("帮办代办员（副岗）", "Helper, deputy"), None, "0477-0000003"),
    OnShow("c", "南宫燕", _names("民政专干", "Civil affairs"), _names("低保、救助、高龄津贴", "Allowances"), "0477-0000004", DUTY_HOURS),
    OnShow("d", "诸葛平安", _names("中心主任", "Head of the hall"), None, "0477-0000001"),
)
ON_DUTY = Duty(True, ("东方明", "公孙乐"), ("东方明",))
NOBODY = Duty(True, next=NextDuty("东方明", "0477-0000002", date(2025, 3, 4), "08:30"))
WORLD = World(
    Fittings(printer=True),
    Hall(
        "heelun",
        _names("诃额伦街道便民服务中心", "Hoelun Subdistrict Service Hall"),
        "0477-0000000",
        "Asia/Shanghai",
        "08:30–12:00 14:30–17:30",
        (),
        (),
        duty=ON_DUTY,
        on_show=OnShowHere(PEOPLE, "12345"),
    ),
)


def _help(**standing: object) -> View:
    return help_views.view(WORLD, Help("visit-1.1", request_id="help-1", **standing))  # type: ignore[arg-type]


HELPING: dict[str, View] = {
    "help-rings": _help(duty=ON_DUTY),
    "help-seen": _help(duty=ON_DUTY, seen_by="东方明"),
    "help-further": _help(duty=ON_DUTY, further=True),
    "help-late": _help(duty=ON_DUTY, further=True, late=True),
    "help-nobody": _help(duty=NOBODY),
    "help-comes-pictured": _help(duty=ON_DUTY, helper=Helper("help-1", "东方明", 2, "a")),
    "staff": staff_views.everybody(WORLD),
    "staff-pictured": staff_views.one(WORLD, PEOPLE[0]),
    "staff-hours": staff_views.one(WORLD, PEOPLE[2]),
}
