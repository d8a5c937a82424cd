"""The parts of a guide as pieces, each with a drawing: for the glass, and for the paper to take home."""

from __future__ import annotations

from enum import Enum

from kiosk.hall.guide import Guide, Material, Stage
from kiosk.hall.names import HallName
from kiosk.views import Msg, Piece, msg


class Section(Enum):
    """A part of a guide, each a view; the value ends the id of the choice that leads there, and its strings' ids."""

    SUMMARY = "summary"
    PARTS = "parts"
    BRING = "bring"
    STEPS = "steps"
    TERMS = "terms"
    PLACES = "places"
    ONLINE = "online"
    FAQ = "faq"


# What a step is, by the words that guides name steps with; the first that is found counts, and any other is a paper that goes on.
STEPS = (
    ("申请", "pencil"),
    ("提交", "pencil"),
    ("填", "pencil"),
    ("受理", "window"),
    ("窗口", "window"),
    ("公示", "list"),
    ("上门", "home"),
    ("入户", "home"),
    ("评估", "person"),
    ("体检", "paper-medical"),
    ("缴费", "paper-bank"),
    ("发放", "paper-bank"),
    ("到账", "paper-bank"),
    ("卡", "paper-bank"),
    ("领", "done"),
    ("办结", "done"),
    ("审", "find"),
    ("核", "find"),
)

# 一次告知, 一表申请, 一套材料, 一窗受理, 一网办理 (row 12 of the functions), in the order of the document.
ONES = ("notice", "form", "papers", "window", "online")


def of_section(guide: Guide, section: Section) -> tuple[Piece, ...]:
    match section:
        case Section.PARTS:
            return tuple(Piece((_numbered(place, one.name),), "check") for place, one in enumerate(guide.parts, 1))
        case Section.BRING:
            return tuple(_material(guide, one, place) for place, one in enumerate(guide.materials, 1))
        case Section.STEPS:
            return tuple(_step(one, place) for place, one in enumerate(guide.steps, 1))
        case Section.TERMS:
            return _terms(guide)
        case Section.PLACES:
            return _places(guide)
        case Section.ONLINE:
            return _online(guide)
        case Section.FAQ:
            return tuple(Piece((_text(one.question), _text(one.answer)), "info") for one in guide.faq)
    return ()


def there(guide: Guide) -> tuple[Section, ...]:
    """The parts that say something, besides the summary; what there is to bring is told even if it is nothing."""
    parts = [one for one in Section if one is not Section.SUMMARY]
    return tuple(one for one in parts if one is Section.BRING or of_section(guide, one))


def form_of(material: Material) -> tuple[Msg, ...]:
    """The original, or how many copies, or both."""
    if material.original:
        return (msg("guide-both", count=material.copies) if material.copies else msg("guide-original"),)
    return (msg("guide-copies", count=material.copies),) if material.copies else ()


def picture_of(material: Material) -> str:
    return f"paper-{material.picture}"


def ways_of(material: Material) -> tuple[Msg, ...]:
    """How and where it is had; then, where it need not be had first, why."""
    found: tuple[Msg, ...] = (msg("guide-on-phone"),) if material.on_phone else ()
    found += (msg("guide-source", source=material.source),) if material.source is not None else ()
    found += (_text(material.how),) if material.how is not None else ()
    found += (msg("guide-spot", how=material.on_the_spot),) if material.on_the_spot is not None else ()
    found += (msg("guide-promise"),) if material.promise and material.on_the_spot is None else ()
    return found + ((msg("guide-later", days=material.deadline_days),) if material.deadline_days else ())


def condition_of(guide: Guide, material: Material) -> tuple[Msg, ...]:
    """Who needs it, where not everybody does."""
    if material.needed_if is None:
        return ()
    asked, answer = material.needed_if
    text = next((one.text for one in guide.questions if one.id == asked), None)
    return (msg("guide-if-yes" if answer else "guide-if-no", question=text),) if text is not None else ()


def missing(materials: tuple[Material, ...]) -> tuple[Piece, ...]:
    """Those that are missing: what each is and how it is had; that it is needed is clear by then."""
    return tuple(_missing(one, place) for place, one in enumerate(materials, 1))


def _missing(material: Material, place: int) -> Piece:
    return Piece((_numbered(place, material.name), *form_of(material), *ways_of(material)), picture_of(material))


def _material(guide: Guide, one: Material, place: int) -> Piece:
    return Piece((_numbered(place, one.name), *form_of(one), *condition_of(guide, one), *ways_of(one)), picture_of(one))


def _online(guide: Guide) -> tuple[Piece, ...]:
    """Where, how, and with whom: one's own telephone, and somebody beside who cannot do it alone (row 65 of the functions)."""
    online = guide.online
    if online is None:
        return ()
    how = (_text(online.text),) if online.text is not None else ()
    return (Piece((_text(online.name), *how, msg("guide-online-help")), "phone"),)


def _step(one: Stage, place: int) -> Piece:
    words: tuple[Msg, ...] = (_numbered(place, one.name),)
    words += (msg("guide-step-place", place=one.place),) if one.place is not None else ()
    words += (msg("guide-step-days", days=one.days),) if one.days else ()
    return Piece(words, next((icon for word, icon in STEPS if word in one.name.zh), "paper-paper"))


def time_of(guide: Guide) -> tuple[Msg, ...]:
    found: tuple[Msg, ...] = (msg("guide-immediate"),) if guide.immediate else ()
    found += (msg("guide-promised", days=guide.promised_days),) if guide.promised_days and not guide.immediate else ()
    return found + ((msg("guide-statutory", days=guide.statutory_days),) if guide.statutory_days else ())


def fee_of(guide: Guide) -> tuple[Msg, ...]:
    return (_text(guide.fee.text), *((_text(guide.fee.basis),) if guide.fee.basis is not None else ()))


def result_of(guide: Guide) -> tuple[Msg, ...]:
    known = [one for one in ("counter", "post", "home") if one in guide.delivery]
    return (_text(guide.result), *(msg(f"guide-delivery-{one}") for one in known))


def _terms(guide: Guide) -> tuple[Piece, ...]:
    told = (
        ("guide-time", "clock", time_of(guide)),
        ("guide-fee", "paper-bank", fee_of(guide)),
        ("guide-visits-title", "person", (msg("guide-visits", count=guide.visits),)),
        ("guide-result", "done", result_of(guide)),
        ("guide-ones", "check", tuple(msg(f"guide-one-{one}") for one in ONES if one in guide.ones)),
        ("guide-conditions", "people", tuple(_text(one) for one in guide.conditions)),
        ("guide-procedures", "list", tuple(_text(one) for one in guide.procedures)),
    )
    return tuple(Piece((msg(title), *words), icon) for title, icon, words in told if words)


def _places(guide: Guide) -> tuple[Piece, ...]:
    found = tuple(
        Piece((_text(one.name), *((_text(one.hours),) if one.hours else ()), *_phone(one.phone)), "window")
        for one in guide.places
    )
    found += (Piece((msg("guide-village"),), "home"),) if guide.village else ()
    found += (Piece((msg("guide-enquiry"), *_phone(guide.enquiry)), "phone"),) if guide.enquiry else ()
    return found + ((Piece((msg("guide-complaints"), *_phone(guide.complaints)), "phone"),) if guide.complaints else ())


def _phone(phone: str) -> tuple[Msg, ...]:
    return (msg("guide-phone", phone=phone),) if phone else ()


def _text(words: HallName) -> Msg:
    return msg("guide-text", text=words)


def _numbered(place: int, words: HallName) -> Msg:
    return msg("guide-numbered", place=place, text=words)
