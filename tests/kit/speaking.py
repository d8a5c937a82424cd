"""A program that speaks in the manner of ``bangban-speak``, and sings a tone for every sentence."""

from __future__ import annotations

import sys
from pathlib import Path

SOURCE = """#!{python}
import json, math, struct, sys
for line in sys.stdin:
    asked = json.loads(line)
    with open({told!r}, "a") as told:
        told.write(asked.get("text", "?") + "\\n")
    if asked.get("identity"):
        print(json.dumps({{"identity": "sine 1"}}), flush=True)
    elif asked["text"] == "。":
        print(json.dumps({{"silence": "no_sound"}}), flush=True)
    elif asked["text"] == "死":
        sys.exit(1)
    else:
        samples = b"".join(struct.pack("<h", int(9000 * math.sin(i / 8))) for i in range(4410))
        sys.stdout.buffer.write(json.dumps({{"bytes": len(samples)}}).encode() + b"\\n" + samples)
        sys.stdout.flush()
"""


class SpeakingProgram:
    """。 has nothing that can be said; over 死 it dies. ``told``: what it was given, "?" for who it is."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "speak"
        self._told = folder / "told"
        self.path.write_text(SOURCE.format(python=sys.executable, told=str(self._told)), "utf-8")
        self.path.chmod(0o700)

    @property
    def told(self) -> list[str]:
        return self._told.read_text("utf-8").split() if self._told.exists() else []
