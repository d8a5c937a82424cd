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


_COMMA = {"zh": "、"}


def listed(names: tuple[HallName, ...]) -> HallName:
    """One after the other, in each language that all of them have; at least one."""
    langs = [lang for lang, _ in names[0].names if all(name.in_language(lang) for name in names)]
    return HallName(tuple((lang, _COMMA.get(lang, ", ").join(name.in_language(lang) or "" for name in names)) for lang in langs))
