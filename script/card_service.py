"""``python -m script.card_service SOCKET [OPTION ...]``: pcscd on a socket of its own, with options of its own.

pcscd takes an open socket from who starts it, as systemd does (sd_listen_fds(3)), and its library finds the one that ``NAMED_BY``
names: so it stands beside any other on the machine. The library asks for that name once in the life of a process.

It ends with the thread that started it (PR_SET_PDEATHSIG, prctl(2)), so that nothing of a hall that was killed is left: whoever
starts it does so in a thread that stays, the main one.
"""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import sys
from pathlib import Path

NAMED_BY = "PCSCLITE_CSOCK_NAME"
MACHINES_OWN = Path("/run/pcscd/pcscd.comm")
FIRST_FD = 3  # SD_LISTEN_FDS_START
PR_SET_PDEATHSIG = 1  # linux/prctl.h; it outlasts an exec


def answers(path: Path) -> bool:
    """True when a pcscd listens there."""
    with socket.socket(socket.AF_UNIX) as probe:
        return probe.connect_ex(str(path)) == 0


def main(path: Path, options: list[str]) -> None:
    """This process becomes pcscd. ``path``: at most 107 bytes long, as any socket's."""
    _end_with_the_starter()
    path.unlink(missing_ok=True)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))
        listening.listen()
        os.dup2(listening.fileno(), FIRST_FD)
        os.set_inheritable(FIRST_FD, True)  # it may have been this one already
        given = {"LISTEN_FDS": "1", "LISTEN_PID": str(os.getpid())}
        os.execvpe("pcscd", ["pcscd", "--foreground", *options], {**os.environ, **given})


def _end_with_the_starter() -> None:
    """Before anybody can see that it is there: whoever has seen it may end."""
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
