"""Sentences in the signs that Kokoro reads: Mandarin by its pinyin with marks of tone, English by espeak-ng's phonemes."""

from __future__ import annotations

import logging
import re
import subprocess

import jieba
from misaki.zh import ZHG2P
from pypinyin import Style, lazy_pinyin

from devices.voice.pinyin import HALL_WORDS, learn

jieba.setLogLevel(logging.ERROR)
for word in HALL_WORDS:
    jieba.add_word(word)
learn()

_RUN = re.compile(r"[\u3400-\u9fff]+|[A-Za-z]+|[^\u3400-\u9fffA-Za-z]+")
_PAUSES = str.maketrans({"，": ",", "、": ",", "；": ";", "：": ",", "。": ".", "！": "!", "？": "?", "…": "…", "\n": "."})
_SILENT = re.compile(r"[^,.;!?… ]")
_ESPEAK = ("espeak-ng", "-q", "--ipa", "-v", "en-us")
_ESPEAK_WITHIN_S = 5.0

# Letters as a Mandarin speaker names them: the sounds of the language, where the voice's own English would fall out of it.
LETTERS = {
    "A": "ei1", "B": "bi4", "C": "xi1", "D": "di4", "E": "yi4", "F": "ai2 fu5", "G": "ji4", "H": "ei1 qi5", "I": "ai4",
    "J": "jie4", "K": "kei4", "L": "ai2 lou5", "M": "ai2 mu5", "N": "en1", "O": "ou1", "P": "pi4", "Q": "kiu4", "R": "a4",
    "S": "ai2 si5", "T": "ti4", "U": "you1", "V": "wei1", "W": "da2 bu5 liu5", "X": "ai2 ke5 si5", "Y": "wai4", "Z": "zei4",
}  # fmt: skip

# What espeak-ng writes and Kokoro writes with signs of its own: its diphthongs are one capital each, its affricates one letter.
_AMERICAN = (
    ("eɪ", "A"), ("aɪ", "I"), ("ɔɪ", "Y"), ("oʊ", "O"), ("əʊ", "O"), ("aʊ", "W"), ("tʃ", "ʧ"), ("dʒ", "ʤ"),
    ("ɜːɹ", "ɜɹ"), ("ɚ", "əɹ"), ("ɐ", "ə"), ("r", "ɹ"), ("x", "k"), ("ɬ", "l"), ("ʲ", "j"), ("ː", ""), ("\u0329", "ᵊ"),
    ("ɹɹ", "ɹ"),
)  # fmt: skip


def spell(text: str, lang: str) -> str:
    """Empty when there is nothing to say. OSError when English is wanted and espeak-ng isn't there."""
    return _mandarin(text) if lang == "zh" else _english(text)


def _mandarin(text: str) -> str:
    """Words apart, as the voice has learnt them; a word's characters read as in that word, so 银行 is not 行走."""
    spelled = []
    for run in _RUN.findall(text):
        if "\u3400" <= run[0] <= "\u9fff":
            spelled += [" ".join(_word(word) for word in jieba.lcut(run))]
        elif run[0].isalpha():
            spelled += [" ".join(_said(LETTERS[letter].split()) for letter in run.upper())]
        else:
            spelled += [_SILENT.sub("", run.translate(_PAUSES)) + " "]
    return re.sub(r" +(?=[,.;!?…])", "", re.sub(r"\s+", " ", " ".join(spelled))).strip()


def _word(word: str) -> str:
    return _said(lazy_pinyin(word, style=Style.TONE3, neutral_tone_with_five=True))


def _said(syllables: list[str]) -> str:
    return "".join(ZHG2P.py2ipa(syllable) for syllable in syllables).replace("\u032f", "")


def _english(text: str) -> str:
    spelled = []
    for piece in re.split(r"([,.;:!?]+)", text):
        if piece.strip() and piece[0] not in ",.;:!?":
            named = re.sub(r"\bA(?= \d)", "[[eI]]", piece)  # the letter, not the article
            made = subprocess.run([*_ESPEAK, named], capture_output=True, timeout=_ESPEAK_WITHIN_S, check=True)
            spelled.append(_as_written(" ".join(made.stdout.decode("utf-8").split())))
        elif piece.strip():
            spelled[-1:] = ["".join(spelled[-1:]) + piece[0]]
    return " ".join(spelled)


def _as_written(ipa: str) -> str:
    for theirs, ours in _AMERICAN:
        ipa = ipa.replace(theirs, ours)
    return ipa
