"""A screen of our own, where the machine has none: one virtual X server a panel."""

from __future__ import annotations

import fcntl
import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageGrab

from script.processes import NotStarted, Part, Processes


def start(processes: Processes, name: str, width: int, height: int, frames: Path | None = None) -> str:
    """Start a virtual screen that fits a panel, and return its DISPLAY (":7"). ``frames``: a folder in which its picture lies as
    the file "Xvfb_screen0" (XWD), always the newest."""
    with _one_at_a_time():
        return _start(processes, name, width, height, frames)


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Servers that look for a free number at the same moment can find the same one."""
    with open(os.path.join(tempfile.gettempdir(), "bangban-xvfb.lock"), "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _start(processes: Processes, name: str, width: int, height: int, frames: Path | None) -> str:
    read_end, write_end = os.pipe()
    argv = ["Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-noreset"]
    argv += ["-fbdir", str(frames)] if frames is not None else []
    log = (processes.logs / f"xvfb-{name}.log").open("ab")
    with log:
        process = subprocess.Popen(
            argv,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            pass_fds=[write_end],
            start_new_session=True,
        )
    processes.parts.append(Part(f"xvfb-{name}", process, Path(log.name)))
    os.close(write_end)
    with os.fdopen(read_end) as answer:
        number = answer.readline().strip()  # Xvfb writes it once clients may connect; end of file when it failed
    if not number:
        raise NotStarted(f"no virtual screen for {name}; see {log.name}")
    return f":{number}"


def picture(display: str) -> Image.Image:
    """What is on that screen now."""
    return ImageGrab.grab(xdisplay=display).convert("RGB")
