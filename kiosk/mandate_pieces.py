"""A mandate in pieces, for the glass: what one agrees to, what the receipt says, and how far it is."""

from __future__ import annotations

from datetime import date, tzinfo

from kiosk.hall.mandate import Mandate, MandateReceipt, Place, Took
from kiosk.hall.names import HallName
from kiosk.views import Msg, Piece, msg

# What a promise of the form is about, by the words that forms use; the first that is found counts.
_ABOUT = (
    ("收费", "paper-bank"),
    ("自愿", "person"),
    ("跑腿", "path"),
    ("做主", "path"),
    ("真实", "paper-paper"),
)
# Each step of the course that a resident is told of, with its drawing; what the staff do among themselves is not among them.
_ICONS = {
    "accept": "pencil",
    "take": "person",
    "hand_over": "people",
    "relay": "window",
    "take_over": "person",
    "back": "window",
    "review": "people",
    "pay": "paper-paper",
    "pass_on": "done",
    "ask": "warning",
    "supply": "paper-paper",
    "finish": "done",
    "post": "path",
    "deliver": "done",
    "confirm": "done",
    "withdraw": "back",
    "return": "paper-paper",
}
_NEXT = {
    "drafted": "pencil",
    "accepted": "person",
    "taken": "done",
    "relayed": "window",
    "supplementing": "paper-paper",
    "done": "phone",
    "posted": "home",
}
_CAME = {
    "refused": "progress-back-refused",
    "supplement": "progress-back-supplement",
    "recalled": "progress-back-recalled",
}
"""With what it came back from another hall; done is what is said of any office."""
OPEN = ("drafted", "accepted", "taken", "relayed", "supplementing")
"""The states without a result yet."""


def of_words(words: tuple[HallName, ...]) -> tuple[Piece, ...]:
    """What one agrees to, a piece for each promise."""
    return tuple(Piece((msg("guide-text", text=one),), _drawn(one.zh)) for one in words)


def of_receipt(receipt: MandateReceipt) -> tuple[Piece, ...]:
    """What for and until when, what was handed over, and how it goes on."""
    names = tuple(msg("guide-numbered", place=i, text=one.name) for i, one in enumerate(receipt.papers, 1))
    papers = (Piece((msg("entrusted-handed"), *names, msg("entrusted-give")), "paper-form"),) if names else ()
    after = "entrusted-after" if receipt.signed else "entrusted-sign-here"
    return (
        Piece((msg("guide-text", text=receipt.item), end_of(receipt)), "clock"),
        *papers,
        Piece((msg(after), msg("entrusted-ask")) if receipt.signed else (msg(after),), "person"),
    )


def end_of(told: MandateReceipt | Mandate) -> Msg:
    if told.due_on is None:
        signed = told.signed if isinstance(told, MandateReceipt) else told.state != "drafted"
        return msg("entrusted-no-end" if signed else "entrusted-unsigned")
    return msg("entrusted-end", **_day(told.due_on))


def now_at(mandate: Mandate) -> Msg:
    """In one sentence, where it is."""
    match mandate.state:
        case "taken" if mandate.agent_name:
            return msg("progress-taken", agent=mandate.agent_name)
        case "relayed" if place := _place(mandate):
            return _lies(place)
        case "done" if mandate.outcome == "refused":
            return msg("progress-refused")
        case "drafted" | "accepted" | "supplementing" | "done" | "posted" | "withdrawn" as state:
            return msg(f"progress-{state}")
        case "delivered" | "called_back" | "filed":
            return msg("progress-refused-told" if mandate.outcome == "refused" else "progress-delivered")
    return msg("progress-going")


def way_of(mandate: Mandate, zone: tzinfo | None) -> tuple[Piece, ...]:
    """What comes next, then what has happened, each with its day, the latest first, as parcels are followed: what a resident came
    to see stands on the first page. ``zone``: the hall's."""
    told = tuple(_step(mandate, one, zone) for one in reversed(mandate.steps) if one.act in _ICONS)
    icon = _NEXT.get(mandate.state)
    refused = mandate.state == "done" and mandate.outcome == "refused"
    after = msg("progress-next-refused" if refused else f"progress-next-{mandate.state}")
    return (Piece((msg("progress-next"), after), icon), *told) if icon is not None else told


def _step(mandate: Mandate, took: Took, zone: tzinfo | None) -> Piece:
    day = msg("moment-date", **_day(took.at.astimezone(zone).date()))
    match took.act:
        case "take":
            words: tuple[Msg, ...] = (msg("progress-act-take", who=took.who), day)
        case "ask":
            return Piece((msg("progress-act-ask"), day, *_wanted(mandate)), _ICONS["ask"], private=True)
        case "finish":
            words = (msg("progress-act-refused" if took.with_whom == "refused" else "progress-act-finish"), day)
        case "post":
            number = (msg("progress-tracking", number=mandate.tracking),) if mandate.tracking else ()
            return Piece((msg("progress-act-post", carrier=took.with_whom), day, *number), _ICONS["post"], private=True)
        case "deliver":
            words = (msg("progress-act-home" if took.with_whom == "home" else "progress-act-counter"), day)
        case "pay" | "pass_on":
            told = msg(f"progress-act-{took.act.replace('_', '-')}", whom=took.with_whom)
            return Piece((told, day), _ICONS[took.act], private=True)
        case "take_over":
            words = (msg("progress-act-take-over", whom=took.with_whom, who=took.who), day)
        case "back" if took.outcome in _CAME:
            words = (msg(_CAME[took.outcome], whom=took.with_whom), day)
        case "hand_over" | "relay" | "back":
            words = (msg(f"progress-act-{took.act.replace('_', '-')}", whom=took.with_whom), day)
        case _:
            words = (msg(f"progress-act-{took.act}"), day)
    return Piece(words, _ICONS[took.act])


def _wanted(mandate: Mandate) -> tuple[Msg, ...]:
    """While it has not come yet."""
    names = tuple(msg("guide-numbered", place=i, text=one) for i, one in enumerate(mandate.wanted, 1))
    return names + ((msg("progress-until", **_day(mandate.wanted_until)),) if mandate.wanted_until else ())


def _place(mandate: Mandate) -> Place | None:
    """The last of those that have it and did not give it back; a service that does not tell tells it by the course."""
    out = list(mandate.places)
    for one in mandate.steps if not out else ():
        if one.act == "relay":
            out.append(Place(one.with_whom))
        elif one.act == "back" and Place(one.with_whom) in out:
            out.remove(Place(one.with_whom))
    return out[-1] if out else None


def _lies(place: Place) -> Msg:
    if place.taken_by:
        return msg("progress-relayed-by", office=place.office, agent=place.taken_by)
    return msg("progress-relayed-waits" if place.hall else "progress-relayed", office=place.office)


def _drawn(words: str) -> str:
    return next((icon for word, icon in _ABOUT if word in words), "info")


def _day(day: date) -> dict[str, int]:
    return {"month": day.month, "day": day.day, "weekday": day.isoweekday()}
