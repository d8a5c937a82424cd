"""``script/run``: opens a hall on this machine and keeps it open, or plays one visit through it (``--tour``)."""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from script import tour
from script.hall import Hall, Wishes
from script.processes import NotStarted
from script.voices import NEURAL

ROOT = Path(__file__).resolve().parents[1]
PORT = 8060
SHOWN_USERS = ("zonghe1", "bangban", "director")  # of the sample hall: a general window, the helpers' window, the manager


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, _interrupt)
    if options.tour is not None:
        return tour.play(options.tour)
    if options.fresh:
        shutil.rmtree(options.dir, ignore_errors=True)
    options.dir.mkdir(parents=True, exist_ok=True)
    virtual = not os.environ.get("DISPLAY")
    if virtual:
        _say("没有显示器：用虚拟屏幕。 No display here: the windows open on virtual screens.")
    voice = NEURAL if NEURAL.exists() else None
    hall = Hall(Wishes(options.dir, options.windowed, virtual, options.port, options.config, voice=voice))
    try:
        hall.start(lambda sentence: _say(f"→ {sentence}"))
        _welcome(hall)
        return _keep_open(hall)
    except NotStarted as why:
        _say(f"✗ {why}")
        return 1
    except KeyboardInterrupt:
        return 0
    finally:
        hall.stop()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "script/run",
        description="A whole service hall on this machine, with simulated devices on real wires unless FILE names real ones.",
    )
    parser.add_argument("--windowed", action="store_true", help="windows on a desk; otherwise the terminal fills the screen")
    parser.add_argument("--config", type=Path, metavar="FILE", help="configuration of the terminal (assets/config)")
    parser.add_argument("--dir", type=Path, default=ROOT / "var", metavar="DIR", help="where the hall keeps what it needs (var)")
    parser.add_argument("--port", type=int, default=PORT, help="of the central service (default %(default)s)")
    parser.add_argument("--fresh", action="store_true", help="begin with an empty hall: DIR is deleted first")
    parser.add_argument("--tour", type=Path, metavar="DIR", help="play one visit by itself and leave the evidence in DIR")
    return parser


def _welcome(hall: Hall) -> None:
    passwords = hall.credentials()["passwords"]
    _say("")
    _say("帮办大厅开门了 · the hall is open")
    _say(f"  窗口控制台 console   {hall.url}/console/")
    _say("  一次性账号 one-time credentials (第一次登录要改密码 · to be changed at the first login)")
    for user in SHOWN_USERS:
        _say(f"    {user:10} {passwords[user]}")
    _say(f"    其余 the others: {hall.home / 'central' / 'credentials.toml'}")
    if hall.bench_url:
        _say(f"  开发者台 bench       {hall.bench_url}/   放卡、撕纸、拔线 · lay cards, tear paper, pull cables")
    for role, hand in hall.hands.items():
        _say(f"  {role:10} DISPLAY={hand.display}")
    if hall.loudspeaker is not None:
        _say(f"  没有声卡：声音在 no sound card: the sound is at PULSE_SERVER={hall.loudspeaker.server}")
    _say("  Ctrl+C 关门 · closes the hall")


def _keep_open(hall: Hall) -> int:
    while True:
        dead = hall.processes.first_dead()
        if dead is not None:
            _say(f"✗ {dead.name} ended ({dead.process.returncode}); {dead.log} says:\n{dead.tail()}")
            return 1
        time.sleep(0.5)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _say(sentence: str) -> None:
    print(sentence, flush=True)


if __name__ == "__main__":
    sys.exit(main())
