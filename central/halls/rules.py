"""What a hall may decide about its queue, and what holds while it has decided nothing."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

WindowType = Literal[
    "comprehensive",  # 综合
    "medical_insurance",  # 医保
    "social_insurance",  # 社保
    "civil_affairs",  # 民政
    "veterans",  # 退役军人
    "market_access",  # 市场准入
    "village_assets",  # 三资
    "complaints",  # 投诉
    "cross_region",  # 跨域通办
    "fallback",  # 兜底
    "tidal",  # 潮汐
    "assistance",  # 帮办代办
]
"""The windows of the construction standard for street halls, and the one for help and errands (spec/features.md 32, 33)."""

FALLBACK: WindowType = "fallback"

PauseReason = Literal["break", "meeting", "system", "errand", "other"]


class Rules(BaseModel):
    """Only where a hall decided otherwise is it stored (``halls.rules``). ``central.queue.order`` says what they do.

    The days of answers are those that local rules give a bad rating, 5 working days in 德州 and 达拉特旗 and 15 in Sichuan
    (spec/rating.md); 信访工作条例 34 gives 60 days at most. For an enquiry nothing was found: as long as a complaint.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    priority_per_normal: int = Field(default=3, ge=1, le=10, description="Priority tickets in a row while a normal one waits")
    longest_wait_min: int = Field(default=45, ge=5, le=240, description="Minutes after which a ticket goes before the others")
    reenter_after: int = Field(default=3, ge=0, le=20, description="Tickets that go before one that comes back after a no-show")
    calls_before_no_show: int = Field(default=3, ge=1, le=10, description="Calls that a window is asked to make before a no-show")
    undo_s: int = Field(default=15, ge=0, le=120, description="Seconds in which a window's last step can be taken back")
    one_ticket_per_line: bool = Field(default=True, description="One open ticket for each person and line")
    appointment_early_min: int = Field(default=30, ge=0, le=240, description="Minutes before its time that one may come")
    appointment_late_min: int = Field(default=15, ge=0, le=240, description="Minutes after its time that it still holds")
    appointment_days_ahead: int = Field(default=14, ge=0, le=90, description="Days ahead for which one can be booked")
    help_deputy_s: int = Field(default=60, ge=10, le=900, description="Seconds after which a call for help rings for deputies")
    help_manager_s: int = Field(default=120, ge=10, le=1800, description="Seconds after which it rings for the manager")
    help_phone_s: int = Field(default=180, ge=10, le=3600, description="Seconds after which the resident is told the telephone")
    complaint_days: int = Field(default=5, ge=1, le=60, description="Working days in which a complaint is answered")
    suggestion_days: int = Field(default=15, ge=1, le=60, description="Working days in which a suggestion is answered")
    enquiry_days: int = Field(default=5, ge=1, le=60, description="Working days in which an enquiry is answered")
    tidal_patience_min: int = Field(default=5, ge=0, le=60, description="Minutes of crowding before a tidal window opens")
