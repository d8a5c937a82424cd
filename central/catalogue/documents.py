"""A guide as it is stored: the text of a ``GuideOut``, and the digest by which the same words are known again. Pure."""

from __future__ import annotations

import json
from datetime import date
from hashlib import sha256
from typing import Any

from central.catalogue.guide import GuideIn

LATER = frozenset(("ones", "village"))


def canonical(guide: GuideIn) -> str:
    """One text for the same guide, in whatever order its languages stand. An element that guides did not have from the start is
    left out while it says nothing: the same words stay the same version."""
    told = guide.model_dump(mode="json")
    return _text({name: value for name, value in told.items() if value or name not in LATER})


def digest(body: str, name: dict[str, str]) -> str:
    """Of all that a resident reads. ``body``: from ``canonical``."""
    return sha256((body + _text(name)).encode()).hexdigest()


def document(body: str, item: str, name: dict[str, str], version: int, effective_from: date) -> str:
    head = {"item": item, "name": name, "version": version, "effective_from": effective_from.isoformat()}
    return f"{_text(head)[:-1]},{body[1:]}"


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
