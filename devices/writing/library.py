"""libzinnia by ctypes: a model, and the strokes of one character classified by it.

The calls are those of zinnia.h of release 0.06, as Debian packages it (libzinnia0).
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from ctypes import c_char_p, c_float, c_int, c_size_t, c_void_p
from functools import cache
from pathlib import Path
from typing import Any

from devices.types import Stroke

LIBRARY = "libzinnia.so.0"
CALLS: dict[str, tuple[Any, list[Any]]] = {
    "recognizer_new": (c_void_p, []),
    "recognizer_open": (c_int, [c_void_p, c_char_p]),
    "recognizer_destroy": (None, [c_void_p]),
    "recognizer_classify": (c_void_p, [c_void_p, c_void_p, c_size_t]),
    "character_new": (c_void_p, []),
    "character_destroy": (None, [c_void_p]),
    "character_set_width": (None, [c_void_p, c_size_t]),
    "character_set_height": (None, [c_void_p, c_size_t]),
    "character_add": (c_int, [c_void_p, c_size_t, c_int, c_int]),
    "result_size": (c_size_t, [c_void_p]),
    "result_value": (c_char_p, [c_void_p, c_size_t]),
    "result_score": (c_float, [c_void_p, c_size_t]),
    "result_destroy": (None, [c_void_p]),
}


class Model:
    """A model, open until ``close``: 26 MB of file, mapped. Raises OSError if the library or the model is not there. Used by one
    thread at a time."""

    def __init__(self, path: Path) -> None:
        self._zinnia = _library()
        self._recognizer: int | None = self._zinnia["recognizer_new"]()
        if not self._zinnia["recognizer_open"](self._recognizer, str(path).encode()):
            self.close()
            raise FileNotFoundError(str(path))

    def classify(self, strokes: Sequence[Stroke], size: int, most: int) -> list[tuple[str, float]]:
        """The likeliest characters, at most ``most``, of strokes within a square of ``size``, with how likely they are: mostly
        between -1 and 1, and to be compared from one call to the next."""
        zinnia = self._zinnia
        character = zinnia["character_new"]()
        result = None
        try:
            zinnia["character_set_width"](character, size)
            zinnia["character_set_height"](character, size)
            for number, stroke in enumerate(strokes):
                for x, y in stroke:
                    zinnia["character_add"](character, number, x, y)
            result = zinnia["recognizer_classify"](self._recognizer, character, most)
            count = zinnia["result_size"](result) if result else 0
            places = range(count)
            return [(zinnia["result_value"](result, at).decode(), zinnia["result_score"](result, at)) for at in places]
        finally:
            if result:
                zinnia["result_destroy"](result)
            zinnia["character_destroy"](character)

    def close(self) -> None:
        if self._recognizer is not None:
            self._zinnia["recognizer_destroy"](self._recognizer)
            self._recognizer = None


@cache
def _library() -> dict[str, ctypes._NamedFuncPointer]:
    library = ctypes.CDLL(LIBRARY)  # OSError if it is not installed
    found = {}
    for name, (result, arguments) in CALLS.items():
        call = found[name] = getattr(library, f"zinnia_{name}")
        call.restype, call.argtypes = result, arguments
    return found
