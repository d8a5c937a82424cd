"""What is shown is said, in the order the eye goes."""

from __future__ import annotations

import pytest

from kiosk.hall.messages import HallName
from kiosk.text.catalog import Catalog
from kiosk.text.facts import facts
from kiosk.text.normalise import for_speech
from kiosk.text.review import STRINGS
from kiosk.text.speech import Spoken, utterances
from kiosk.views import (
    Board,
    BoardRow,
    Choice,
    Confirm,
    HelperComing,
    Home,
    Menu,
    NumberKeys,
    Rate,
    TicketShown,
    Trouble,
    View,
    msg,
)
from kiosk.visit import Settings, toolbar

LINE = HallName((("zh", "综合业务"), ("en", "General services")))
HALL = HallName((("zh", "便民服务中心"), ("en", "Service Hall")))
TICKET = TicketShown(
    msg("ticket-title", number="A023"),
    body=(msg("ticket-priority"),),
    choices=(Choice("done", msg("ticket-done")),),
    home=True,
    number="A023",
    line=LINE,
    windows=("1", "12"),
    ahead=2,
    wait_minutes=(14, 14),
    outcome=msg("ticket-printed"),
    qr="http://hall.example/t/key",
)
VIEWS = [
    TICKET,
    Home(msg("home-title"), body=(msg("home-card"),), hall=HALL, clock="14:05", hours="08:30–12:00 14:30–17:30"),
    Menu(
        msg("home-title"),
        choices=(
            Choice("line.general", msg("line-name", name=LINE), msg("line-waiting", count=3), badge="A"),
            Choice("line.closed", msg("line-name", name=LINE), msg("line-opens", time="14:30"), badge="B", enabled=False),
        ),
        back=True,
        home=True,
    ),
    Confirm(
        msg("confirm-title"),
        body=(msg("priority-earned", age=71),),
        choices=(Choice("priority", msg("priority-on"), selected=True), Choice("not-me", msg("confirm-not-me"))),
        who=msg("who", name="张＊", tail="119X"),
    ),
    Rate(msg("rate-title"), choices=tuple(Choice(f"rate.{n}", msg(f"rate-{n}")) for n in range(5, 0, -1)), number="A023"),
    Trouble(msg("fault-paper-out"), body=(msg("fault-paper-out-do"),), staff=msg("fault-paper-out-staff"), code="PAPER-OUT"),
    HelperComing(msg("help-coming", name="刘工"), body=(msg("help-minutes", minutes=2),), helper="刘工"),
    Board(msg("board-title"), hall=HALL, rows=(BoardRow("A023", "3", False), BoardRow("B007", "12", False))),
]
TOOLS = toolbar(Settings(), ("zh", "en", "mn"))


def said(view: View, catalog: Catalog, lang: str = "zh") -> dict[str, Spoken]:
    found = utterances(view, TOOLS, catalog, lang)
    assert len({spoken.element for spoken in found}) == len(found)
    return {spoken.element: spoken for spoken in found}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_everything_shown_is_said_in_the_language_shown(view: View, lang: str, catalog: Catalog) -> None:
    shown = [view.title, *view.body] + [fact.words for fact in facts(view) if fact.spoken]
    shown += [text for choice in (*view.choices, *TOOLS) for text in (choice.label, choice.hint) if text]
    shown += [view.who] if isinstance(view, Confirm) and view.who else []
    heard = " ".join(spoken.text for spoken in said(view, catalog, lang).values())
    for m in shown:
        line = catalog.spoken(m, lang)
        assert line.lang == lang
        assert for_speech(line.text, lang) in heard
    for choice in view.choices:
        assert (choice.badge or "") in heard
    assert {spoken.lang for spoken in said(view, catalog, lang).values()} == {lang}


def test_the_order_is_that_of_the_eye(catalog: Catalog) -> None:
    assert list(said(TICKET, catalog)) == [
        "title",
        "body.0",
        "ticket.number",
        "ticket.line",
        "ticket.ahead",
        "ticket.wait",
        "ticket.windows",
        "ticket.outcome",
        "ticket.scan",
        "choice.done",
        "choice.home",
        "choice.tool.lang",
        "choice.tool.size",
        "choice.tool.voice",
        "choice.tool.settings",
        "choice.tool.help",
    ]
    assert list(said(VIEWS[3], catalog))[:3] == ["title", "who", "body.0"]
    menu = list(said(VIEWS[2], catalog))
    assert menu[1:7] == [
        "choice.line.general",
        "choice.line.general.hint",
        "choice.line.closed",
        "choice.line.closed.hint",
        "choice.back",
        "choice.home",
    ]


def test_choices_are_offered_as_what_they_are(catalog: Catalog) -> None:
    menu = said(VIEWS[2], catalog)
    assert menu["choice.line.general"].text == "按 A 综合业务"
    assert menu["choice.line.closed"].text == "B 综合业务，现在不能按"
    assert said(VIEWS[3], catalog)["choice.priority"].text == "已选优先办理，再按取消"
    assert menu["choice.back"].parts == ("say-press", "go-back")


def test_the_instruction_for_the_staff_is_not_said(catalog: Catalog) -> None:
    assert "请装打印纸" not in " ".join(spoken.text for spoken in said(VIEWS[5], catalog).values())


def test_a_persons_name_is_marked_and_what_masks_it_is_silent(catalog: Catalog) -> None:
    elements = said(VIEWS[3], catalog)
    assert [name for name, spoken in elements.items() if spoken.private] == ["who"]
    assert elements["who"].text == "张您好，证件尾号幺幺九X"


def test_what_is_typed_and_a_code_are_a_residents_own(catalog: Catalog) -> None:
    """A code is said digit by digit, of a telephone number only the count; of neither is a recording kept."""
    keys = NumberKeys(msg("phone-title"), typed="1390000", length=11, grouped=True)
    typed = said(keys, catalog)["keys.typed"]
    assert typed.private and typed.text == "已经输入七位"
    assert catalog.line(facts(keys)[0].words, "zh").text == "139 0000 ＿＿＿＿"
    code = said(TicketShown(msg("booked-title"), number="482 913", ahead=None), catalog)["ticket.number"]
    assert code.private and code.text == "四，八，二，九，一，三"
    assert not said(TICKET, catalog)["ticket.number"].private


def test_sentences_without_arguments_have_a_recording_and_others_have_none(catalog: Catalog) -> None:
    elements = said(TICKET, catalog)
    assert elements["ticket.outcome"].clip == "ticket-printed"
    assert elements["ticket.ahead"].clip is None and elements["ticket.ahead"].parts == ()


def test_a_fresh_call_is_said_alone_and_the_earlier_one_first(catalog: Catalog) -> None:
    rows = (BoardRow("A101", "12", True), BoardRow("B007", "3", True), BoardRow("C001", "4", False))
    first, second = utterances(Board(msg("board-title"), rows=rows), TOOLS, catalog, "zh")
    assert (first.element, first.text) == ("board.B007", "请，B 零零七号，到三号窗口")
    assert first.parts == ("call-please", "letter-B", "digit-0", "digit-0", "digit-7", "call-to", "digit-3", "call-window")
    assert second.parts[-4:] == ("call-to", "number-10", "digit-2", "call-window")


@pytest.mark.parametrize(
    ("window", "clips"),
    [("9", "digit-9"), ("10", "number-10"), ("20", "digit-2 number-10"), ("35", "digit-3 number-10 digit-5"), ("综合", None)],
)
def test_a_window_is_counted_from_recordings(window: str, clips: str | None, catalog: Catalog) -> None:
    (call,) = utterances(Board(msg("board-title"), rows=(BoardRow("A023", window, True),)), (), catalog, "zh")
    if clips is None:
        assert call.parts == ()
    else:
        assert " ".join(call.parts).endswith(f"call-to {clips} call-window")


def test_every_recording_of_a_call_has_words(catalog: Catalog) -> None:
    (call,) = utterances(Board(msg("board-title"), rows=(BoardRow("Q9876543210", "20", True),)), (), catalog, "zh")
    assert set(call.parts) <= catalog.ids


def test_the_parts_of_a_call_are_the_call(catalog: Catalog) -> None:
    (call,) = utterances(Board(msg("board-title"), rows=(BoardRow("A023", "12", True),)), (), catalog, "zh")
    pieces = "".join(catalog.line(msg(part), "zh").text for part in call.parts)
    assert pieces.replace("，", "") == call.text.replace(" ", "").replace("，", "")


def test_what_is_not_reviewed_is_said_in_chinese() -> None:
    catalog = Catalog(STRINGS, second=None, show_unreviewed=False)
    assert {spoken.lang for spoken in utterances(TICKET, TOOLS, catalog, "en")} == {"zh"}


def test_a_language_without_a_frame_for_choices_says_the_label_alone(catalog: Catalog) -> None:
    spoken = said(VIEWS[2], catalog, "mn")["choice.home"]
    assert (spoken.lang, spoken.text) == ("mn", catalog.line(msg("go-home"), "mn").text)
