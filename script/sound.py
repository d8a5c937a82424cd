"""A loudspeaker where the machine has none: a private sound daemon with a null sink, and an ear that writes down what was
really heard.

The sink takes samples at the pace of a real card; the ear records its monitor. So one sees when sound began, when it ended
and which tones it was made of, and nothing of the machine's own sound setup is touched. (``norewinds`` keeps the sink 50 ms
ahead, as a card is; without it PulseAudio 16 renders two seconds at once and makes every stream wait for them.)
"""

from __future__ import annotations

import math
import os
import shutil
import subprocess
import tempfile
import threading
import time
import wave
from array import array
from bisect import bisect_left
from collections.abc import Callable
from operator import itemgetter
from pathlib import Path

RATE_HZ = 22050
WINDOW = RATE_HZ // 100  # 10 ms, the grain of every measurement
SOUND_AT = 200  # peak of 32767, -44 dBFS: speech and test tones are far above, the null sink is exactly zero


def machine_has_sound() -> bool:
    """True when a sound card, or a sound daemon of the user, is there to play through."""
    if os.environ.get("PULSE_SERVER"):
        return True
    try:
        cards = Path("/proc/asound/cards").read_text("ascii", "replace")
    except OSError:
        return False
    return "no soundcards" not in cards


class SoundDaemon:
    """A private PulseAudio with one null sink, started and stopped at will; ``env`` leads clients to it."""

    def __init__(self) -> None:
        self.home = Path(tempfile.mkdtemp(prefix="hall-"))  # short: a socket's path has at most 107 characters
        self.server = f"unix:{self.home}/native"
        self.env = {"PULSE_SERVER": self.server, "HOME": str(self.home), "XDG_RUNTIME_DIR": str(self.home)}
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self._process = subprocess.Popen(
            ["pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1", "--log-level=error"]
            + ["-L", f"module-native-protocol-unix auth-anonymous=1 socket={self.home}/native"]
            + ["-L", f"module-null-sink sink_name=hall rate={RATE_HZ} channels=1 format=s16le norewinds=1"],
            env={**without_sound(os.environ), **self.env, "PULSE_SERVER": ""},
            stderr=subprocess.DEVNULL,
        )
        until(lambda: self._answers(), "the sound daemon answers", within=10)

    def _answers(self) -> bool:
        asked = subprocess.run(["pactl", "info"], env={**os.environ, **self.env}, capture_output=True, timeout=10)
        return asked.returncode == 0

    def add_sink(self, name: str) -> None:
        """Another null sink beside "hall", for headphones say."""
        module = ["module-null-sink", f"sink_name={name}", f"rate={RATE_HZ}", "channels=1", "format=s16le", "norewinds=1"]
        subprocess.run(["pactl", "load-module", *module], env={**os.environ, **self.env}, check=True, stdout=subprocess.DEVNULL)

    def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(5)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait(5)
            self._process = None
        (self.home / "native").unlink(missing_ok=True)

    def close(self) -> None:
        self.stop()
        shutil.rmtree(self.home, ignore_errors=True)


class Ear:
    """Records the monitor of a sink of a :class:`SoundDaemon` until closed. Times are of ``time.monotonic``, good to 20 ms."""

    def __init__(self, daemon: SoundDaemon, sink: str = "hall") -> None:
        self._process = subprocess.Popen(
            ["parec", "-d", f"{sink}.monitor", "--raw", "--format=s16le", f"--rate={RATE_HZ}", "--channels=1"]
            + ["--latency-msec=10"],
            env={**os.environ, **daemon.env},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._samples = array("h")
        self._arrivals: list[tuple[int, float]] = []  # how many samples had come by when
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._listen, name="ear", daemon=True)
        self._thread.start()
        until(lambda: len(self._samples) > 0, "the ear hears the sink", within=10)

    def _listen(self) -> None:
        assert self._process.stdout is not None
        odd = b""
        while chunk := os.read(self._process.stdout.fileno(), 4096):
            chunk = odd + chunk
            odd = chunk[len(chunk) & ~1:]
            with self._lock:
                self._samples.frombytes(chunk[: len(chunk) & ~1])
                self._arrivals.append((len(self._samples), time.monotonic()))

    def close(self) -> None:
        self._process.kill()
        self._process.wait(5)
        self._thread.join(5)
        assert self._process.stdout is not None
        self._process.stdout.close()

    def forget(self) -> None:
        """Begin a new recording."""
        with self._lock:
            self._samples = array("h")
            self._arrivals = []

    # ---- what was heard ----

    def now(self) -> int:
        """A mark in the recording, to be handed to the questions below as ``since``."""
        with self._lock:
            return len(self._samples)

    def heard(self, since: int = 0) -> array[int]:
        with self._lock:
            return self._samples[since:]

    def spans(self, since: int = 0, gap_s: float = 0.15) -> list[tuple[float, float]]:
        """When there was sound, in seconds of ``time.monotonic``; silences shorter than ``gap_s`` don't divide a span."""
        samples = self.heard(since)
        spans: list[list[int]] = []
        for at in range(0, len(samples), WINDOW):
            piece = samples[at:at + WINDOW]
            loud = [i for i, sample in enumerate(piece, at) if abs(sample) >= SOUND_AT] if _peak(piece) >= SOUND_AT else []
            if loud and spans and loud[0] - spans[-1][1] <= gap_s * RATE_HZ:
                spans[-1][1] = loud[-1]
            elif loud:
                spans.append([loud[0], loud[-1]])
        return [(self._time(since + first + 1), self._time(since + last + 1)) for first, last in spans]

    def _time(self, count: int) -> float:
        """When the first ``count`` samples had arrived; never before they sounded."""
        with self._lock:
            at = bisect_left(self._arrivals, count, key=itemgetter(0))
            return self._arrivals[at][1] if at < len(self._arrivals) else time.monotonic()

    def tones(self, *known_hz: float, since: int = 0) -> list[float]:
        """Which of the ``known_hz`` sounded, in order, each named once for as long as it lasted."""
        samples = self.heard(since)
        order: list[float] = []
        step = 4 * WINDOW
        for i in range(0, len(samples) - step + 1, step):
            piece = samples[i:i + step]
            if sum(abs(sample) >= SOUND_AT for sample in piece) < step // 2:
                continue  # silence, or a shred of a tone, which could be any
            loudest = max(known_hz, key=lambda hz: strength(piece, hz))
            if not order or order[-1] != loudest:
                order.append(loudest)
        return order

    def wait_for_sound(self, since: int = 0, lasting: float = 0.0, within: float = 10) -> float:
        """When sound was first heard, once it has been heard for ``lasting`` seconds in all."""

        def heard() -> bool:
            spans = self.spans(since)
            return bool(spans) and sum(end - begin for begin, end in spans) >= lasting

        until(heard, "sound", within)
        return self.spans(since)[0][0]

    def wait_for_silence(self, since: int = 0, lasting: float = 0.3, within: float = 20) -> float:
        """When the last sound ended, once it has been quiet for ``lasting`` seconds."""

        def quiet() -> bool:
            samples = self.heard(max(since, self.now() - round(lasting * RATE_HZ)))
            return len(samples) >= lasting * RATE_HZ - WINDOW and _peak(samples) < SOUND_AT

        until(quiet, "silence", within)
        spans = self.spans(since)
        return spans[-1][1] if spans else time.monotonic()

    def save(self, path: Path, since: int = 0) -> None:
        """For a person to listen to."""
        write_wav(path, self.heard(since))


def _peak(samples: array[int]) -> int:
    return max(max(samples), -min(samples))


def strength(samples: array[int], hz: float) -> float:
    """Amplitude of one frequency (Goertzel), 0 to 32767 for a pure tone."""
    if not samples:
        return 0.0
    turn = 2 * math.cos(2 * math.pi * hz / RATE_HZ)
    before = now = 0.0
    for sample in samples:
        before, now = now, sample + turn * now - before
    return 2 * math.sqrt(max(0.0, before * before + now * now - turn * before * now)) / len(samples)


def tone(hz: float, seconds: float, peak: int = 9000) -> array[int]:
    return array("h", (round(peak * math.sin(2 * math.pi * hz * i / RATE_HZ)) for i in range(round(seconds * RATE_HZ))))


def write_wav(path: Path, samples: array[int], rate_hz: int = RATE_HZ) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate_hz)
        file.writeframes(samples.tobytes())


def without_sound(environment: os._Environ[str] | dict[str, str]) -> dict[str, str]:
    """The environment without any way to the machine's own sound daemon."""
    return {key: value for key, value in environment.items() if not key.startswith(("PULSE_", "ALSA_"))}


def until(condition: Callable[[], bool], what: str, within: float = 10) -> None:
    """Wait for something to become true; the deadline is there against hanging."""
    deadline = time.monotonic() + within
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {within} s in vain: {what}")
        time.sleep(0.01)
