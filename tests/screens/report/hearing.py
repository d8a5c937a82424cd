"""Rows 25, 26 and 33 of the table: what is shown against what is said."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.text.speech import utterances
from tests.screens import languages
from tests.screens.report.cases import Seen
from tests.screens.report.rules import Found, Rule, on_every_page

LANGUAGE_KEY = "choice.tool.lang"  # it names another language in that one's script, and is said in the resident's own
NUMBER = "ticket.number"  # the same in every language
SILENT = ("trouble.staff", "trouble.code", "board.", "picture", "ticket.qr")  # for the staff, heads of a table, drawings


@on_every_page(Rule("25", "看得见而听不到的内容", "things shown and not said"))
def unsaid(seen: Seen) -> Iterator[Found]:
    for element in seen.elements:
        if element["label"] and not element["id"].startswith(SILENT):
            yield float(not element["spoken"]), seen.where(element["id"])


@on_every_page(Rule("25", "听得到而不在屏上的内容", "things said and shown on no page"))
def unseen(seen: Seen) -> Iterator[Found]:
    """But for a display's calls: each is said by itself, and stands among the rows while it is (``tests.screens.test_board``)."""
    if seen.sheet.page == 0 and seen.setting.touched:
        ids = {element.id for sheet in seen.all for element in sheet.elements}
        for one in utterances(seen.case.view, seen.case.shown.tools, _catalog(seen), seen.setting.tongue.lang):
            yield float(one.element.removesuffix(".hint").removesuffix(".heading") not in ids), seen.where(one.element)


@on_every_page(Rule("33", "说的语言和显示的语言不同", "sentences said in another language than shown"))
def other_language(seen: Seen) -> Iterator[Found]:
    said = {
        one.element: one.lang
        for one in utterances(seen.case.view, seen.case.shown.tools, _catalog(seen), seen.setting.tongue.lang)
    }
    for element in seen.sheet.elements:
        if element.id in said and element.label and element.id not in (LANGUAGE_KEY, NUMBER):
            yield float(said[element.id] not in {lang for lang, _ in element.label[:1]}), seen.where(element.id)


def _catalog(seen: Seen) -> languages.Catalog:
    return languages.catalog(seen.setting.tongue.second)
