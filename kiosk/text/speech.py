"""A view read aloud: every sentence, fact and choice that is shown, in the order the eye goes.

Element ids are those of the inspection tree: ``title``, ``who``, ``body.0``, the facts of the view (``ticket.number`` ...,
see ``kiosk.text.facts``), ``choice.<id>`` with ``choice.<id>.heading`` and ``choice.<id>.hint``, ``choice.back`` and
``choice.home`` for the two ways back, and ``choice.tool.<name>`` for the toolbar.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.text.catalog import Catalog
from kiosk.text.facts import facts
from kiosk.text.normalise import for_speech
from kiosk.views import Board, Choice, Confirm, Msg, View, msg


@dataclass(frozen=True)
class Spoken:
    """One sentence to say. ``text`` has its numbers written out; ``lang`` is the language it is really in.

    ``clip``: message id of a recording of just this sentence; None where the sentence has arguments. ``parts``: recordings that
    said in order give it, () if it cannot be put together. ``private``: it names a person, and must not be kept.
    """

    element: str
    text: str
    lang: str
    clip: str | None = None
    parts: tuple[str, ...] = ()
    private: bool = False


def utterances(view: View, tools: Sequence[Choice], catalog: Catalog, lang: str) -> tuple[Spoken, ...]:
    """All of ``view`` in ``lang``. A board with a fresh call says its fresh calls alone, the earlier one first."""
    if isinstance(view, Board) and any(row.fresh for row in view.rows):
        calls = zip(view.rows, facts(view))
        return tuple(_plain(fact.element, fact.words, catalog, lang) for row, fact in reversed(list(calls)) if row.fresh)
    return tuple(_sentences(view, catalog, lang)) + tuple(
        spoken for choice in (*view.choices, *_ways_back(view), *tools) for spoken in _choice(choice, catalog, lang)
    )


def _sentences(view: View, catalog: Catalog, lang: str) -> Iterator[Spoken]:
    yield _plain("title", view.title, catalog, lang)
    if isinstance(view, Confirm) and view.who:
        yield _plain("who", view.who, catalog, lang, private=True)
    for i, sentence in enumerate(view.body):
        yield _plain(f"body.{i}", sentence, catalog, lang)
    for fact in facts(view):
        if fact.spoken:
            yield _plain(fact.element, fact.words, catalog, lang, fact.private)


def _ways_back(view: View) -> tuple[Choice, ...]:
    back = (Choice("back", msg("go-back")),) if view.back else ()
    return back + ((Choice("home", msg("go-home")),) if view.home else ())


def _plain(element: str, words: Msg, catalog: Catalog, lang: str, private: bool = False) -> Spoken:
    line = catalog.spoken(words, lang)
    clip, parts = (None, _parts(words, catalog, line.lang)) if words.args else (words.id, ())
    return Spoken(element, for_speech(line.text, line.lang), line.lang, clip, parts, private)


def _choice(choice: Choice, catalog: Catalog, lang: str) -> Iterator[Spoken]:
    element = f"choice.{choice.id}"
    if choice.heading:
        yield _plain(f"{element}.heading", choice.heading, catalog, lang)
    label = catalog.spoken(choice.label, lang)
    named = f"{choice.badge} {label.text}" if choice.badge else label.text
    framed = catalog.spoken(msg(_frame(choice), label=named), label.lang)
    text = framed.text if framed.lang == label.lang else named  # a frame in another language would say half of each
    parts: tuple[str, ...] = ()
    if not choice.label.args and not choice.badge and framed.lang == label.lang:
        parts = catalog.clips(Msg(_frame(choice)), label.lang, {"label": choice.label.id})
    yield Spoken(element, for_speech(text, label.lang), label.lang, None, parts)
    if choice.hint:
        yield _plain(f"{element}.hint", choice.hint, catalog, lang)


def _frame(choice: Choice) -> str:
    """The sentence in which a choice is offered."""
    if not choice.enabled:
        return "say-not-now"
    if choice.selected:
        return "say-taken" if choice.single else "say-chosen"
    return "say-choice"


def _parts(words: Msg, catalog: Catalog, lang: str) -> tuple[str, ...]:
    """The recordings of a sentence that has a recipe for them: its ``number`` is spelled, any other argument counted."""
    spelled = {name: _letters(str(value)) if name == "number" else _count(str(value), lang) for name, value in words.args}
    return catalog.clips(Msg(words.id), lang, spelled) if all(spelled.values()) else ()


def _letters(code: str) -> str:
    """The recordings that spell ``code``, such as ``letter-A digit-0``; "" if it has a character without one."""
    if not (code.isascii() and code.isalnum()):
        return ""
    return " ".join(f"digit-{char}" if char.isdigit() else f"letter-{char.upper()}" for char in code)


def _count(label: str, lang: str) -> str:
    """The recordings of a window's number: 12 is ten and two in Chinese, its digits elsewhere."""
    if lang != "zh" or not (label.isascii() and label.isdigit() and 10 <= int(label) <= 99):
        return _letters(label)
    tens, ones = divmod(int(label), 10)
    return " ".join([f"digit-{tens}"] * (tens > 1) + ["number-10"] + [f"digit-{ones}"] * (ones > 0))
