"""Cards that are not there: pcscd of the test's own, with the virtual reader of vsmartcard, and cards that speak to it.

A card answers in one of the habits that real ones have: `61` (more waits: GET RESPONSE), `6c` (ask again with this
length), `direct` (T=1: the data at once), `old` (an ATR of 3B 67, whose GET RESPONSE wants P2 = 01).
"""

import shutil
import socket
import struct
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Queue
from tempfile import mkdtemp
from time import monotonic

import pytest

from desktop.devices.id_card import CardNews, CardReader, CardState
from tests.helpers.ports import free_ports

AID = bytes.fromhex("A000000054480001")
PCSCD = "/usr/sbin/pcscd"
DRIVER = "/usr/lib/pcsc/drivers/serial/libifdvpcd.so"
HABITS = ("61", "6c", "direct", "old")
_CONF = 'FRIENDLYNAME "Virtual PCD"\nDEVICENAME /dev/null:0x{port:04X}\nLIBPATH {driver}\nCHANNELID 0x{port:04X}\n'
_OWN_RUN = 'mount --bind "$0" /run/pcscd && exec "$@"'
WORDS: dict[int, tuple[str, int]] = {
    0x0000: ("0003", 4),
    0x0004: ("3500100234569", 13),
    0x0011: ("นาย#บุญมี##ใจคำ", 100),
    0x0075: ("Mr.#Bunmee##Jaikham", 100),
    0x00D9: ("25050714", 8),
    0x00E1: ("1", 1),
    0x00F6: ("อำเภอเมืองเชียงใหม่/เชียงใหม่", 100),
    0x0167: ("25660101", 8),
    0x016F: ("25750713", 8),
    0x1579: ("91/1#หมู่ที่ 2##ซอย 1##ตำบลแม่เหียะ#อำเภอเมืองเชียงใหม่#จังหวัดเชียงใหม่", 100),
}


def memory(**said: str) -> bytes:
    """What a card holds; `number`, `thai`, `english`, `born`, `expires`, `address` may be others."""
    places = {
        "number": 0x04,
        "thai": 0x11,
        "english": 0x75,
        "born": 0xD9,
        "sex": 0xE1,
        "expires": 0x16F,
        "address": 0x1579,
    }
    words = WORDS | {places[name]: (text, WORDS[places[name]][1]) for name, text in said.items()}
    held = bytearray(0x1900)
    for offset, (text, length) in words.items():
        held[offset : offset + length] = text.encode("cp874").ljust(length)
    return bytes(held)


class ThaiCard:
    """A card's chip. `asked`: every command, as hex; `pull_after`: so many commands are answered, then it is gone."""

    def __init__(self, habit: str = "61", held: bytes | None = None, pull_after: int | None = None) -> None:
        self.habit = habit
        self.held = held or memory()
        self.pull_after = pull_after
        self.asked: list[str] = []
        self._selected = False
        self._waiting = b""

    @property
    def atr(self) -> bytes:
        if self.habit == "old":
            return bytes.fromhex("3B6700002920006F789000")
        said = b"TH NID 17"
        if self.habit == "direct":
            body = bytes([0x80 | len(said), 0x01]) + said
            check = 0
            for one in body:
                check ^= one
            return b"\x3b" + body + bytes([check])
        return bytes([0x3B, 0x70 | len(said), 0x96, 0x00, 0x00]) + said

    def reset(self) -> None:
        self._selected, self._waiting = False, b""

    def answer(self, command: bytes) -> bytes:
        self.asked.append(command.hex().upper())
        kind, p2 = (command[0], command[1]), command[3]
        if kind == (0x00, 0xA4):
            self._selected = command[5 : 5 + command[4]] == AID
            return self._give(bytes(10), command) if self._selected else b"\x6a\x82"
        if kind == (0x00, 0xC0):
            return self._more(command[4] or 256) if p2 == (self.habit == "old") else b"\x6b\x00"
        if not self._selected:
            return b"\x69\x85"
        if kind == (0x80, 0xB0) and command[4] == 2:
            offset, length = struct.unpack(">H", command[2:4])[0], struct.unpack(">H", command[5:7])[0]
            return self._give(self.held[offset : offset + length], command)
        return b"\x6d\x00"

    def _give(self, data: bytes, command: bytes) -> bytes:
        if self.habit == "direct":
            return data + b"\x90\x00"
        if self.habit == "6c" and len(command) == 5 + command[4]:
            return bytes([0x6C, len(data)])
        if self.habit == "6c":
            return data + b"\x90\x00"
        self._waiting = data
        return bytes([0x61, len(data)])

    def _more(self, length: int) -> bytes:
        data, self._waiting = self._waiting[:length], self._waiting[length:]
        return data + (bytes([0x61, len(self._waiting)]) if self._waiting else b"\x90\x00")


class BankCard(ThaiCard):
    """A card that knows nothing of the register office."""

    def answer(self, command: bytes) -> bytes:
        self.asked.append(command.hex().upper())
        return b"\x6a\x82"


class Slot:
    """One reader of the virtual driver: a card is put in by a connection to its port, and taken out by its end."""

    def __init__(self, port: int) -> None:
        self.port = port
        self._line: socket.socket | None = None
        self._thread: threading.Thread | None = None

    def put_in(self, card: ThaiCard) -> None:
        until = monotonic() + 60
        while self._line is None:
            try:
                self._line = socket.create_connection(("127.0.0.1", self.port))
            except ConnectionRefusedError:
                assert monotonic() < until, "the virtual reader does not listen"
        self._thread = threading.Thread(target=self._speak, args=(self._line, card), daemon=True)
        self._thread.start()

    def take_out(self) -> None:
        if self._line is not None and self._thread is not None:
            with suppress(OSError):
                self._line.shutdown(socket.SHUT_RDWR)
            self._thread.join()
            self._line.close()
            self._line = None

    def _speak(self, line: socket.socket, card: ThaiCard) -> None:
        with suppress(EOFError, OSError):
            while True:
                (length,) = struct.unpack(">H", _received(line, 2))
                said = _received(line, length)
                if length == 1 and said[0] == 4:
                    _send(line, card.atr)
                elif length == 1:
                    card.reset()
                elif card.pull_after is not None and len(card.asked) >= card.pull_after:
                    line.shutdown(socket.SHUT_RDWR)
                    return
                else:
                    _send(line, card.answer(said))


def _received(line: socket.socket, count: int) -> bytes:
    got = b""
    while len(got) < count:
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)  # else each command waits for 40 ms
        piece = line.recv(count - len(got))
        if not piece:
            raise EOFError
        got += piece
    return got


def _send(line: socket.socket, answer: bytes) -> None:
    line.sendall(struct.pack(">H", len(answer)) + answer)


class Readers:
    """The service with two virtual readers, in a folder of its own. `slots`: the readers, in order."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._run = folder / "run"
        self._run.mkdir()
        self._port = free_ports(2)
        self.slots = (Slot(self._port), Slot(self._port + 1))
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def environment(self) -> dict[str, str]:
        """With which a client finds this service and no other."""
        return {"PCSCLITE_CSOCK_NAME": str(self._run / "pcscd.comm")}

    def start(self, *, plugged: bool = True) -> None:
        """Starts the service; without readers where none is `plugged`."""
        conf = self._folder / "reader.conf"
        conf.write_text(_CONF.format(port=self._port, driver=DRIVER) if plugged else "")
        Path("/run/pcscd").mkdir(exist_ok=True)
        service = (PCSCD, "--foreground", "--config", str(conf))
        command = ("unshare", "--mount", "sh", "-c", _OWN_RUN, str(self._run), *service)
        quiet = subprocess.DEVNULL
        self._process = subprocess.Popen(command, stdout=quiet, stderr=quiet)
        until = monotonic() + 60
        while not (self._run / "pcscd.comm").exists():
            assert self._process.poll() is None, "pcscd ended"
            assert monotonic() < until, "pcscd does not come up"

    def stop(self) -> None:
        """The service ends, and with it the readers."""
        for slot in self.slots:
            slot.take_out()
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
            self._process = None
        for left in self._run.iterdir():
            left.unlink()


class Heard:
    """What a watch tells, in order; waiting for news of a kind takes them one by one."""

    def __init__(self, reader: CardReader) -> None:
        self._news: Queue[CardNews] = Queue()
        self.end = reader.watch(self._news.put)

    def until(self, state: CardState, code: str = "") -> CardNews:
        """The next news of this state (and code); what comes before is let go."""
        until = monotonic() + 60
        while True:
            news = self._news.get(timeout=max(until - monotonic(), 0.01))
            if news.state is state and news.code == code:
                return news


@contextmanager
def private_readers() -> Iterator[Readers]:
    """The service, running, with two readers and no card."""
    folder = Path(mkdtemp(prefix="cards-"))  # a socket's name must be short
    made = Readers(folder)
    made.start()
    try:
        yield made
    finally:
        made.stop()
        shutil.rmtree(folder)


@pytest.fixture
def readers() -> Iterator[Readers]:
    with private_readers() as made:
        yield made
