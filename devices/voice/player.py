"""Sound out of the loudspeaker: one process for one speech, fed through a pipe, ended by a signal.

Measured on the real-time null sink of a private PulseAudio 16.1, five times each: ``pacat``, ``paplay`` and ``aplay`` all sound
within 30 ms of their start and are silent within 20 ms of SIGKILL, for the server drops what a vanished client had queued.
``pacat`` is the first choice and ``aplay`` the one for a machine without PulseAudio or PipeWire. A library in our own process
would need the same server and could not be killed.
"""

from __future__ import annotations

import fcntl
import os
import select
import subprocess
import termios
import time
from array import array
from collections import deque
from collections.abc import Callable, Sequence

from devices.voice.sound import BYTES_PER_S, RATE_HZ, Pcm, amplify, seconds, silence

# --latency-msec: without it pacat waits for two seconds of sound before the first is heard, unless its input ends sooner.
PLAYERS: dict[str, tuple[str, ...]] = {
    "pacat": ("pacat", "--playback", "--raw", "--format=s16le", f"--rate={RATE_HZ}", "--channels=1", "--latency-msec=100"),
    "aplay": ("aplay", "-q", "-t", "raw", "-f", "S16_LE", "-r", str(RATE_HZ), "-c", "1", "--buffer-time=100000", "-"),
}

STALLED_S = 3.0  # the pipe holds 1.5 s: a player that takes nothing for longer plays nothing
DRAINED_WITHIN_S = 5.0  # a sink that renders 2 s at once reports the end of a stream as much too late (measured)

_QUEUED_S = 0.1  # what the player holds, having taken all: its --latency-msec or --buffer-time
_PROBE_S = 0.3  # longer than what a player takes in before it has reached the card
_GLANCE_S = 0.01
ATTEND_S = 0.02  # how often a player under way is looked at
_CHUNK = BYTES_PER_S // 10 & ~1


def command(player: str, sink: str | None = None) -> Sequence[str]:
    """The command of a player of :data:`PLAYERS` on ``sink``; None: where it plays by itself."""
    program, *rest = PLAYERS[player]
    return (program, *([f"--device={sink}"] if sink else []), *rest)


class PlayerLost(OSError):
    """The player ended by itself, or takes no more sound: the card or the sound server has gone."""


class Player:
    """One speech. All methods but :meth:`kill` belong to one thread; ``kill`` may come from any."""

    def __init__(self, command: Sequence[str]) -> None:
        """PlayerLost when it cannot be started."""
        try:
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, bufsize=0
            )
        except OSError as why:
            raise PlayerLost(type(why).__name__) from None
        assert self._process.stdin is not None
        self._pipe = self._process.stdin
        os.set_blocking(self._pipe.fileno(), False)
        self._ends = time.monotonic()  # of all that was fed, if it sounds without a pause
        self._fed = 0  # bytes
        self._marks: deque[tuple[int, Callable[[], None]]] = deque()

    def mark(self, tell: Callable[[], None]) -> None:
        """``tell`` is called when what is fed next begins to be heard, by the player's appetite: from within :meth:`feed`,
        :meth:`attend` and :meth:`finish`."""
        self._marks.append((self._fed, tell))

    def attend(self) -> None:
        """To be called every ``ATTEND_S`` while the next sound to feed is waited for."""
        heard = self._fed - _unread(self._pipe.fileno()) - round(_QUEUED_S * BYTES_PER_S)
        while self._marks and self._marks[0][0] <= heard:
            self._marks.popleft()[1]()

    def feed(self, pcm: Pcm, gain_db: float = 0.0) -> None:
        """Returns when the player has taken all of it, some 1.5 s before it is heard. PlayerLost when it doesn't."""
        self._ends = max(self._ends, time.monotonic()) + seconds(pcm)
        for at in range(0, len(pcm), _CHUNK):
            self._write(amplify(pcm[at:at + _CHUNK], gain_db))

    def finish(self) -> None:
        """Returns when all was heard, by the player's appetite and the clock. PlayerLost when it was not."""
        self._wait_until_taken()
        self._pipe.close()
        try:
            self._ended(max(self._ends, time.monotonic() + _QUEUED_S))
        except subprocess.TimeoutExpired:
            pass  # heard; what it still does is :meth:`drain`

    def drain(self) -> None:
        """After :meth:`finish`: let the player end by itself, for a card may be a little behind the clock."""
        try:
            self._ended(time.monotonic() + DRAINED_WITHIN_S)
        except subprocess.TimeoutExpired:
            raise PlayerLost("stalled") from None

    def kill(self) -> None:
        """Silence, now. What was fed and not yet heard is dropped."""
        self._process.kill()

    def close(self) -> None:
        """After :meth:`finish` or :meth:`kill`, or instead of them."""
        self._process.kill()
        self._pipe.close()
        self._process.wait()

    def _write(self, chunk: bytes) -> None:
        taken = time.monotonic()
        while chunk:
            self.attend()
            try:
                if not select.select([], [self._pipe], [], ATTEND_S)[1]:
                    if time.monotonic() - taken > STALLED_S:
                        raise PlayerLost("stalled")
                    continue
                count = os.write(self._pipe.fileno(), chunk)
            except BlockingIOError:
                continue
            except BrokenPipeError:
                raise PlayerLost("ended") from None
            chunk, taken = chunk[count:], time.monotonic()
            self._fed += count

    def _wait_until_taken(self) -> None:
        before, changed = -1, time.monotonic()
        while (left := _unread(self._pipe.fileno())) > 0:
            self.attend()
            if self._process.poll() is not None:
                raise PlayerLost("ended")
            if left != before:
                before, changed = left, time.monotonic()
            elif time.monotonic() - changed > STALLED_S:
                raise PlayerLost("stalled")
            time.sleep(_GLANCE_S)
        while self._marks:  # of the last moment before the end
            self._marks.popleft()[1]()

    def _ended(self, deadline: float) -> None:
        status = self._process.wait(max(0.0, deadline - time.monotonic()))
        if status != 0:
            raise PlayerLost(f"status {status}")


def _unread(pipe: int) -> int:
    """Bytes in a pipe that its reader has not taken."""
    count = array("i", [0])
    fcntl.ioctl(pipe, termios.FIONREAD, count)
    return count[0]


def sounds(command: Sequence[str]) -> bool:
    """Whether the loudspeaker takes sound: plays a little silence through it, which nobody hears."""
    try:
        player = Player(command)
    except PlayerLost:
        return False
    try:
        player.feed(silence(_PROBE_S))
        player.finish()
        return True
    except PlayerLost:
        return False
    finally:
        player.close()
