"""What is said, in which order, and never two calls at once."""

import wave
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from threading import Event, Lock

from desktop.devices.sound import joined
from desktop.devices.speech import Voice
from desktop.office.clock import ManualClock
from desktop.queue.announcer import STALE, Announcer, Loudspeaker
from desktop.queue.desk import News
from desktop.queue.model import Call, Setup, Standing
from desktop.queue.saying import needed, said, written
from tests.desktop.queue.conftest import until
from tests.helpers.desk import MORNING


def call(seq: int, code: str = "A001", place: str = "2") -> Call:
    return Call(seq, code, place, MORNING)


def news(*calls: Call) -> News:
    return News(Standing(len(calls), "2026-11-11", MORNING, Setup(), calls=tuple(reversed(calls))))


def record(folder: Path, names: dict[str, str], rate: int = 16_000) -> None:
    (folder / "voice").mkdir()
    for name in names:
        with wave.open(str(folder / "voice" / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(rate)
            file.writeframes(b"\1\0" * 160)


def frames(wav: bytes) -> int:
    with wave.open(BytesIO(wav)) as file:
        return int(file.getnframes())


def test_a_call_is_said_digit_by_digit() -> None:
    assert written(said(call(1))) == "ขอเชิญหมายเลข เอ ศูนย์ ศูนย์ หนึ่ง ที่ช่อง สอง ค่ะ"
    assert written(said(call(1, "B120", "12"))) == "ขอเชิญหมายเลข บี หนึ่ง สอง ศูนย์ ที่ช่อง หนึ่ง สอง ค่ะ"


class OneAtATime:
    """A speaker that takes as long as the test wants, and fails when a second call comes over the first."""

    def __init__(self) -> None:
        self.said: list[int] = []
        self.over: list[int] = []
        self.go_on = Event()
        self._saying = Lock()

    def say(self, call: Call) -> None:
        if not self._saying.acquire(blocking=False):
            self.over.append(call.seq)
            return
        self.said.append(call.seq)
        assert self.go_on.wait(60)
        self._saying.release()


def test_calls_wait_for_each_other_and_none_is_said_twice() -> None:
    speaker = OneAtATime()
    announcer = Announcer(speaker, ManualClock(MORNING))
    announcer.hear(news(call(1)))
    announcer.hear(news(call(1), call(2), call(3)))
    announcer.hear(news(call(2), call(3), call(4)))
    until(lambda: speaker.said == [2])
    speaker.go_on.set()
    until(lambda: len(speaker.said) == 3)
    announcer.close()
    assert (speaker.said, speaker.over) == ([2, 3, 4], []), "what was called before it listened is not said"


def test_a_call_that_is_long_past_is_not_said() -> None:
    speaker, clock = OneAtATime(), ManualClock(MORNING)
    speaker.go_on.set()
    announcer = Announcer(speaker, clock)
    announcer.hear(news())
    clock.advance(STALE + timedelta(seconds=1))
    announcer.hear(news(call(1)))
    announcer.close()
    assert speaker.said == []


def loudspeaker(folder: Path, played: list[bytes], find: Callable[[], Voice | None] = lambda: None) -> Loudspeaker:
    def play(wav: bytes) -> bool:
        played.append(wav)
        return True

    return Loudspeaker(folder, play, find)


def test_the_offices_own_recordings_are_put_together(tmp_path: Path) -> None:
    record(tmp_path, needed(("A", "B")))
    played: list[bytes] = []
    speaker = loudspeaker(tmp_path, played)
    assert speaker.state(needed(("A", "B"))).source == "recorded"
    speaker.say(call(1))
    assert len(played) == 1
    assert frames(played[0]) == int(16_000 * 0.35) + int(16_000 * 0.55) + 8 * 160


def test_a_word_that_is_missing_or_recorded_otherwise_leaves_the_chime(tmp_path: Path) -> None:
    record(tmp_path, needed(("A",)))
    played: list[bytes] = []
    speaker = loudspeaker(tmp_path, played)
    assert speaker.state(needed(("A", "B"))).lacking == ("B",)
    (tmp_path / "voice" / "at.wav").write_bytes(b"no sound at all")
    speaker.say(call(1))
    assert played == [joined(())]


def test_the_systems_voice_speaks_where_nothing_is_recorded(tmp_path: Path) -> None:
    heard = tmp_path / "heard"
    played: list[bytes] = []
    voice = Voice("Kanya", ("tee", str(heard)))
    speaker = loudspeaker(tmp_path, played, lambda: voice)
    state = speaker.state({"0": "ศูนย์"})
    assert (state.source, state.name) == ("system", "Kanya")
    speaker.say(call(1))
    assert heard.read_text() == "ขอเชิญหมายเลข เอ ศูนย์ ศูนย์ หนึ่ง ที่ช่อง สอง ค่ะ"
    assert len(played) == 1
