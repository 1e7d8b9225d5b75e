"""The system's own Thai voice, where it has one: Windows with its Thai voices, macOS with Kanya.

Linux has none that can be understood: espeak-ng's Thai (1.51) reads letter by letter with another language's sounds and
swallows leading vowels. There an office records the words itself (`desktop.queue.announcer`).
"""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.devices.worker_process import surroundings

WORKER = (sys.executable, "-m", "desktop.devices.speech_worker")
_LONGEST_S = 30


@dataclass(frozen=True)
class Voice:
    """`command` reads what it is to say from standard input, in UTF-8, and ends when it was said."""

    name: str
    command: tuple[str, ...]

    def say(self, words: str) -> bool:
        """Returns when it was said; False when it was not."""
        return _run(self.command, words) is not None


def thai_voice(platform: str = sys.platform, worker: Sequence[str] = WORKER) -> Voice | None:
    """None where there is no Thai voice. Asks the system: not on the GUI thread."""
    if platform == "win32":
        name = (_run((*worker, "name"), "") or "").strip()
        return Voice(name, (*worker, "say")) if name else None
    if platform == "darwin" and shutil.which("say"):
        listed = (_run(("say", "-v", "?"), "") or "").splitlines()
        thai = next((line.split()[0] for line in listed if " th_TH" in line), None)
        return Voice(thai, ("say", "-v", thai, "-f", "-")) if thai else None
    return None


def _run(command: Sequence[str], words: str) -> str | None:
    """What it answered; None when it failed, or took too long."""
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    try:
        done = subprocess.run(
            command, input=words.encode(), capture_output=True, timeout=_LONGEST_S, env=surroundings(),
            creationflags=flags,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None
