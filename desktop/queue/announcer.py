"""Calls said aloud, one after the other on one thread: two are never heard over each other."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from queue import SimpleQueue
from threading import Lock, Thread
from typing import TYPE_CHECKING, Literal, Protocol

from desktop.devices.sound import joined, play
from desktop.devices.speech import Voice, thai_voice
from desktop.office.clock import Clock
from desktop.queue.model import Call
from desktop.queue.saying import said, written

if TYPE_CHECKING:
    from desktop.queue.desk import News

FOLDER = "voice"
"""In the desk's data folder: the words that the office recorded, `invite.wav`, `A.wav`, `0.wav` ..."""
STALE = timedelta(seconds=60)
"""A call that could not be said for so long is on the board; saying it now would call people who were served."""

Source = Literal["recorded", "system", "chime", "silent"]


@dataclass(frozen=True)
class VoiceState:
    """How calls are heard at this desk: `name` of the system's voice, `lacking` the words that are not recorded."""

    source: Source
    name: str = ""
    lacking: tuple[str, ...] = ()


class Speaker(Protocol):
    """Says one call to its end."""

    def say(self, call: Call) -> None: ...


class Loudspeaker:
    """The office's recordings where they are whole, else the system's Thai voice, else the chime alone."""

    def __init__(
        self,
        folder: Path,
        player: Callable[[bytes], bool] = play,
        voice: Callable[[], Voice | None] = thai_voice,
    ) -> None:
        self._folder, self._play, self._find = folder / FOLDER, player, voice
        self._voice: Voice | None = None
        self._looked = False

    def say(self, call: Call) -> None:
        names = said(call)
        recorded = joined([self._folder / f"{name}.wav" for name in names])
        if recorded is not None:
            self._play(recorded)
            return
        bell = joined(())
        if bell is not None:
            self._play(bell)
        voice = self._system()
        if voice is not None:
            voice.say(written(names))

    def state(self, needed: dict[str, str]) -> VoiceState:
        """What will be heard; asks the system once, plays nothing. Not on the GUI thread."""
        lacking = tuple(name for name in needed if not (self._folder / f"{name}.wav").is_file())
        if not lacking and joined([self._folder / f"{name}.wav" for name in needed]) is not None:
            return VoiceState("recorded")
        voice = self._system()
        return VoiceState("system", voice.name, lacking) if voice else VoiceState("chime", lacking=lacking)

    def _system(self) -> Voice | None:
        if not self._looked:
            self._voice, self._looked = self._find(), True
        return self._voice


class Announcer:
    """Hears the queue's news and has new calls said; `close` ends it after the call that is being said."""

    def __init__(self, speaker: Speaker, clock: Clock) -> None:
        self._speaker, self._clock = speaker, clock
        self._calls: SimpleQueue[Call | None] = SimpleQueue()
        self._last: int | None = None
        self._lock = Lock()
        self._thread = Thread(target=self._speak, name="queue-voice", daemon=True)
        self._thread.start()

    def hear(self, news: "News") -> None:
        """What was called before it listened is not said any more."""
        if news.standing is None:
            return
        with self._lock:
            calls = sorted(news.standing.calls, key=lambda one: one.seq)
            newest = calls[-1].seq if calls else 0
            if self._last is not None:
                for call in calls:
                    if call.seq > self._last:
                        self._calls.put(call)
            self._last = max(newest, self._last or 0)

    def close(self) -> None:
        while not self._calls.empty():
            self._calls.get()
        self._calls.put(None)
        self._thread.join()

    def _speak(self) -> None:
        while (call := self._calls.get()) is not None:
            if self._clock.now() - call.at < STALE:
                self._speaker.say(call)
