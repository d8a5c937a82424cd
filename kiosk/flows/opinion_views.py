"""What is shown to whoever has something to tell the hall: one question a view, in large equal targets."""

from __future__ import annotations

from devices.types import Holder
from kiosk.flows import number_entry
from kiosk.flows.booking_views import hearing, who
from kiosk.flows.opinion_state import (
    MoreToSay,
    Opinion,
    OpinionRead,
    PhoneOfOpinion,
    Telling,
    TopicsOfOpinion,
    WhereToAnswer,
)
from kiosk.flows.step import Now
from kiosk.flows.world import World
from kiosk.hall.messages import OpinionReceipt
from kiosk.masking import masked_name
from kiosk.views import Choice, Confirm, Menu, Msg, View, Weight, msg

TOPICS = {
    "complaint": ("attitude", "slow", "told_twice", "mistake", "inaction", "misuse", "graft", "place", "other"),
    "suggestion": ("hours", "process", "papers", "guide", "terminal", "place", "other"),
    "praise": ("kind", "fast", "clear", "helper", "other"),
}
"""By kind, as the service knows them (rows 94 and 99 of the functions)."""
HOTLINE = "12345"  # 政务服务便民热线, in every city (国办发〔2020〕53号)


def way_in(world: World) -> tuple[Choice, ...]:
    """For home: quiet, beside the staff."""
    there = world.hall is not None and world.lost is None
    return (Choice("opinion", msg("opinion"), icon="speech", weight=Weight.QUIET),) if there else ()


def view(world: World, holder: Holder | None, stage: Telling, now: Now) -> View:
    opinion = stage.opinion
    match stage:
        case TopicsOfOpinion():
            return _topics(opinion)
        case MoreToSay():
            return _more(opinion)
        case WhereToAnswer():
            choices = (Choice("answer-none", msg("opinion-no-phone")), Choice("answer-phone", msg("opinion-phone")))
            body = (msg("opinion-handled"), msg("opinion-secret"))
            return Menu(msg("opinion-answer-title"), body=body, choices=choices, back=True, home=True)
        case PhoneOfOpinion(_, typed):
            return number_entry.phone_keys(msg("phone-title"), (msg("opinion-phone-why"),), typed)
        case OpinionRead():
            return _read(opinion, holder, now)
    kinds = tuple(
        Choice(f"opinion.{kind}", msg(f"opinion-{kind}"), hint=msg(f"opinion-{kind}-hint"))
        for kind in ("complaint", "suggestion", "praise")
    )
    body = (msg("opinion-nameless"), hotline("opinion-elsewhere", world))
    return Menu(msg("opinion-title"), body=body, choices=kinds, back=True, home=True)


def hotline(id: str, world: World) -> Msg:
    """With the hall's own number for complaints before it, where that is another."""
    own = world.hall.on_show.complaints if world.hall is not None else ""
    if own in ("", HOTLINE):
        return msg(id, phone=HOTLINE)
    return msg(f"{id}-both", own=own, phone=HOTLINE)


def topic_words(topic: str) -> Msg:
    return msg(f"opinion-topic-{topic.replace('_', '-')}")


def after(receipt: OpinionReceipt, world: World) -> tuple[Msg, ...]:
    """What happens next."""
    if receipt.due is None:
        return (msg("opinion-praise-told"),)
    phone = world.hall.phone if world.hall is not None else ""
    ask = msg("opinion-ask-phone", phone=phone) if phone else msg("opinion-ask")
    day = receipt.due
    answered = msg("opinion-due", month=day.month, day=day.day, weekday=day.isoweekday())
    return answered, msg("opinion-called") if receipt.reachable else ask, hotline("opinion-not-content", world)


def left(opinion: Opinion) -> tuple[str, ...]:
    """The topics that were not chosen yet."""
    return tuple(topic for topic in TOPICS[opinion.kind] if topic not in opinion.topics)


def _topics(opinion: Opinion) -> View:
    """One touch chooses and goes on; another topic can be added then."""
    topics = tuple(Choice(f"topic.{topic}", topic_words(topic)) for topic in left(opinion))
    title = msg("opinion-topic-title" if opinion.topics else f"opinion-{opinion.kind}-title")
    return Menu(title, choices=topics, back=True, home=True)


def _more(opinion: Opinion) -> View:
    another = (Choice("more-topic", msg("opinion-more-topic")),) if left(opinion) else ()
    choices = (
        Choice("more-none", msg("opinion-more-none"), weight=Weight.PRIMARY),
        *another,
        Choice("more-helper", msg("opinion-more-helper"), icon="person"),
    )
    body = (*(topic_words(topic) for topic in opinion.topics), msg("opinion-more-box"))
    return Menu(msg("opinion-more-title"), body=body, choices=choices, back=True, home=True)


def _read(opinion: Opinion, holder: Holder | None, now: Now) -> View:
    """The name on a card that was laid goes along only when that is asked for."""
    body = (msg(f"opinion-{opinion.kind}"), *(topic_words(topic) for topic in opinion.topics))
    body += () if opinion.phone else (msg("opinion-unnamed"),)
    choices = [Choice("opinion-yes", msg("opinion-yes"), weight=Weight.PRIMARY, icon="check")]
    if opinion.phone and holder is not None:
        named = msg("opinion-named", name=masked_name(holder.name))
        choices.append(Choice("opinion-named", named, selected=opinion.named))
    choices += hearing(opinion.phone, now)
    choices.append(Choice("opinion-again", msg("opinion-again")))
    return Confirm(
        msg("book-read-title"),
        body=body,
        choices=tuple(choices),
        back=True,
        home=True,
        who=who(holder if opinion.named else None, opinion.phone),
    )
