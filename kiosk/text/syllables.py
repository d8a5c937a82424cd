"""Pinyin without tones, cut into its syllables. Pure."""

from __future__ import annotations

import re

_INITIALS = "zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]"
_FINALS = (
    "iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ve|ui|un|uo|a|e|i|o|u|v"
)  # the longest first
_SYLLABLE = re.compile(f"(?:{_INITIALS})?(?:{_FINALS})(?![aeiouv]|ng)")


def split(typed: str) -> list[str]:
    """Each as ``plain`` has it; what is no syllable is passed over, so initials give nothing. A consonant belongs to the vowel
    that follows it: xinan is xi'nan."""
    return [plain(each) for each in _SYLLABLE.findall(typed)]


def plain(syllable: str) -> str:
    """Without what many people do not tell apart: z/zh, c/ch, s/sh, -n/-ng; and v as u."""
    short = re.sub("^([zcs])h", r"\1", syllable.replace("v", "u"))
    return re.sub("(?<=[aei]n)g$", "", short)
