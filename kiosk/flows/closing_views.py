"""What is shown to whoever signs for a result: the closing sheet in plain words, then the frame."""

from __future__ import annotations

from kiosk import mandate_pieces
from kiosk.flows import entrust_views
from kiosk.flows.mandate_state import Closing, ClosingSigned
from kiosk.views import Choice, GuideShown, Piece, View, Weight, msg


def view(stage: Closing) -> View:
    return entrust_views.signing(stage.strokes) if isinstance(stage, ClosingSigned) else _sheet(stage)


def _sheet(stage: Closing) -> View:
    """What came of it, and the words of the hall's form, for these are signed: all of it at once, where it has room."""
    mandate, forms = stage.mandate, stage.found.forms
    words = tuple(msg("guide-text", text=one) for one in forms.closing.words) if forms is not None else ()
    return GuideShown(
        msg("closing-title"),
        body=(msg("progress-what", name=mandate.item, number=mandate.number),),
        choices=(
            Choice("closing-sign", msg("closing-sign"), icon="pencil", weight=Weight.PRIMARY),
            Choice("closing-helper", msg("closing-helper"), icon="help"),
        ),
        back=True,
        home=True,
        pieces=(Piece((mandate_pieces.now_at(mandate), *words), "paper-form"),),
    )
