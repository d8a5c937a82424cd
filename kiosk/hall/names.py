"""What the hall calls its things, in the languages it has words in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class HallName:
    """Names by language tag; "zh" is always there."""

    names: tuple[tuple[str, str], ...]

    def in_language(self, lang: str) -> str | None:
        return dict(self.names).get(lang)

    @property
    def zh(self) -> str:
        return dict(self.names)["zh"]
