"""Sentences as the text that a code holds."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.text.catalog import Catalog
from kiosk.views import Msg


def as_text(lines: Sequence[Msg], catalog: Catalog, lang: str) -> str:
    return "\n".join(catalog.line(one, lang).text for one in lines)
