"""Sound files made and played: the chime, and words that people recorded put one after the other."""

import math
import shutil
import struct
import subprocess
import sys
import tempfile
import wave
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

RATE = 22_050
_CHIME = ((784.0, 0.35), (587.3, 0.55))
"""Two falling notes: hertz, seconds."""
_LOUD = 9_000
_PLAYERS = (("pw-play",), ("paplay",), ("aplay", "-q"), ("afplay",))
_LONGEST_S = 30


def chime(rate: int = RATE, channels: int = 1) -> bytes:
    """The frames of the chime, 16 bits."""
    samples = (_sample(at / rate, hertz, seconds) for hertz, seconds in _CHIME for at in range(int(rate * seconds)))
    return b"".join(struct.pack("<h", sample) * channels for sample in samples)


def _sample(at: float, hertz: float, seconds: float) -> int:
    fading = math.exp(-4.0 * at / seconds) * min(1.0, at * 200)
    return int(_LOUD * fading * math.sin(2 * math.pi * hertz * at))


def joined(files: Sequence[Path]) -> bytes | None:
    """The chime and then the files, as one WAV; None where they were not recorded alike in 16 bits, or are none.

    No files: the chime alone.
    """
    shape, frames = (1, RATE), b""
    try:
        for at, file in enumerate(files):
            with wave.open(str(file), "rb") as word:
                here = (word.getnchannels(), word.getframerate())
                if word.getsampwidth() != 2 or (at and here != shape):
                    return None
                shape = here
                frames += word.readframes(word.getnframes())
    except (OSError, EOFError, wave.Error):
        return None
    out = BytesIO()
    with wave.open(out, "wb") as whole:
        whole.setnchannels(shape[0])
        whole.setsampwidth(2)
        whole.setframerate(shape[1])
        whole.writeframes(chime(shape[1], shape[0]) + frames)
    return out.getvalue()


def play(wav: bytes, platform: str = sys.platform) -> bool:
    """Plays it to its end; False where this machine has nothing to play it with."""
    if platform == "win32":
        return _play_on_windows(wav)
    player = next((command for command in _PLAYERS if shutil.which(command[0])), None)
    if player is None:
        return False
    with tempfile.TemporaryDirectory(prefix="sound-") as folder:
        path = Path(folder) / "said.wav"
        path.write_bytes(wav)
        try:
            done = subprocess.run((*player, str(path)), capture_output=True, timeout=_LONGEST_S)
        except (OSError, subprocess.TimeoutExpired):
            return False
    return done.returncode == 0


def _play_on_windows(wav: bytes) -> bool:
    try:
        import winsound

        winsound.PlaySound(wav, winsound.SND_MEMORY)  # type: ignore[attr-defined,unused-ignore]
    except (ImportError, RuntimeError):
        return False
    return True
