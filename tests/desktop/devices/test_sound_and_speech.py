"""The chime and the Thai voice: players that are there or not, Windows' voices as its Speech API is documented."""

# ruff: noqa: N802 (names of the Speech API)

import os
import stat
import sys
import wave
from io import BytesIO
from pathlib import Path

import pytest

from desktop.devices.sound import RATE, joined, play
from desktop.devices.speech import Voice, thai_voice
from desktop.devices.speech_worker import obey


def program(folder: Path, name: str, words: str) -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{words}\n", "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only place in which programs are looked for, besides the shell's own."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def test_the_chime_is_a_sound_of_almost_a_second() -> None:
    bell = joined(())
    assert bell is not None
    with wave.open(BytesIO(bell)) as file:
        assert (file.getframerate(), file.getsampwidth()) == (RATE, 2)
        assert 0.8 < file.getnframes() / RATE < 1.0
        assert max(file.readframes(4000)) > 0


def test_a_sound_is_given_to_the_first_player_there_is(path: Path, tmp_path: Path) -> None:
    heard = tmp_path / "heard"
    program(path, "aplay", f'/bin/cat "$2" > {heard}')
    assert play(b"RIFF", "linux")
    assert heard.read_bytes() == b"RIFF"


def test_without_a_player_or_with_a_broken_one_it_is_told(path: Path) -> None:
    assert not play(b"RIFF", "linux")
    program(path, "paplay", "exit 1")
    assert not play(b"RIFF", "linux")


def test_linux_offers_no_voice_that_nobody_understands() -> None:
    assert thai_voice("linux") is None


def test_the_thai_voice_of_macos_is_found_by_its_language(path: Path) -> None:
    program(path, "say", "echo 'Alex    en_US    # Hello'; echo 'Kanya    th_TH    # สวัสดี'")
    voice = thai_voice("darwin")
    assert voice == Voice("Kanya", ("say", "-v", "Kanya", "-f", "-"))
    program(path, "say", "echo 'Alex    en_US    # Hello'")
    assert thai_voice("darwin") is None


def test_windows_is_asked_by_a_worker_that_may_be_missing_or_fail(tmp_path: Path) -> None:
    said = tmp_path / "said"
    worker = program(tmp_path, "worker", f'[ "$1" = name ] && printf Pattara || cat > {said}')
    voice = thai_voice("win32", (str(worker),))
    assert voice is not None
    assert voice.name == "Pattara"
    assert voice.say("ที่ช่อง สอง ค่ะ")
    assert said.read_text("utf-8") == "ที่ช่อง สอง ค่ะ"
    assert thai_voice("win32", (str(tmp_path / "gone"),)) is None
    assert thai_voice("win32", (sys.executable, "-c", "raise SystemExit(1)")) is None
    assert not Voice("x", (str(tmp_path / "gone"),)).say("x")


class Tokens:
    def __init__(self, *names: str) -> None:
        self.names = names
        self.Count = len(names)

    def Item(self, place: int) -> "Token":
        return Token(self.names[place])


class Token:
    def __init__(self, name: str) -> None:
        self.name = name

    def GetDescription(self) -> str:
        return self.name


class SpeechApi:
    """SpVoice and SpObjectTokenCategory in one, as far as they are asked."""

    def __init__(self, onecore: Tokens, old: Tokens) -> None:
        self._onecore, self._old = onecore, old
        self.Voice: Token | None = None
        self.spoken: list[tuple[str, str]] = []

    def SetId(self, key: str, create: bool) -> None:
        assert key.endswith("Speech_OneCore\\Voices")
        assert not create

    def EnumerateTokens(self, wanted: str, more: str) -> Tokens:
        assert wanted == "Language=41E"
        return self._onecore

    def GetVoices(self, wanted: str, more: str) -> Tokens:
        assert wanted == "Language=41E"
        return self._old

    def Speak(self, words: str) -> None:
        assert self.Voice is not None
        self.spoken.append((self.Voice.name, words))


@pytest.mark.parametrize(
    ("onecore", "old", "name"),
    [(Tokens("Pattara"), Tokens("Old"), "Pattara"), (Tokens(), Tokens("Old"), "Old"), (Tokens(), Tokens(), None)],
)
def test_the_worker_speaks_with_the_first_thai_voice(onecore: Tokens, old: Tokens, name: str | None) -> None:
    api = SpeechApi(onecore, old)
    assert obey(api, api, ["name"], "") == name
    assert api.spoken == []
    assert obey(api, api, ["say"], "ค่ะ") == name
    assert api.spoken == ([(name, "ค่ะ")] if name else [])


def test_the_worker_ends_quietly_where_windows_is_not() -> None:
    import subprocess

    done = subprocess.run(
        [sys.executable, "-m", "desktop.devices.speech_worker", "name"], input=b"", capture_output=True,
        cwd=Path(__file__).parents[3], env=dict(os.environ),
    )  # fmt: skip
    assert done.returncode != 0
    assert done.stdout == b""
