"""What a desk knows of the queue besides tickets: the office's set-up (at its keeper), and its own part in it."""

from importlib import resources
from typing import TYPE_CHECKING, Literal

import msgspec

from desktop.queue.model import Setup
from desktop.store import notes
from desktop.store.reader import Reader

if TYPE_CHECKING:
    from desktop.store.unit_of_work import UnitOfWork

SETUP, OWN, FLOOR, SEEN = "queue-setup", "queue-own", "queue-floor", "queue-seen"
Part = Literal["none", "keeper", "guest"]
PORT = 47815


class Own(msgspec.Struct, frozen=True):
    """This desk's part. `code`: the queue's key as people type it; `address`: the keeper's, host and perhaps port.

    `place`: the counter that this desk is, "" for none; `speaks`: announcements are heard here.
    """

    part: Part = "none"
    address: str = ""
    code: str = ""
    place: str = ""
    speaks: bool = False
    port: int = PORT


class Seen(msgspec.Struct, frozen=True):
    """The highest number of each letter that this desk saw on a day."""

    day: str = ""
    highest: dict[str, int] = {}


def setup(reader: Reader) -> Setup:
    return _setup(notes.read(reader, SETUP))


def setup_inside(unit: "UnitOfWork") -> Setup:
    return _setup(notes.held(unit.connection, SETUP))


def _setup(kept: bytes | None) -> Setup:
    return msgspec.json.decode(kept, type=Setup) if kept else shipped()


def shipped() -> Setup:
    """The services that the program comes with; an office changes them."""
    text = (resources.files("resources") / "queue" / "services.json").read_bytes()
    return msgspec.json.decode(text, type=Setup)


def keep_setup(unit: "UnitOfWork", wanted: Setup) -> None:
    notes.put(unit.connection, SETUP, msgspec.json.encode(wanted))


def own(reader: Reader) -> Own:
    kept = notes.read(reader, OWN)
    return msgspec.json.decode(kept, type=Own) if kept else Own()


def seen(reader: Reader) -> Seen:
    return _seen(notes.read(reader, SEEN))


def _seen(kept: bytes | None) -> Seen:
    return msgspec.json.decode(kept, type=Seen) if kept else Seen()


def keep_floor(unit: "UnitOfWork", day: str, floors: dict[str, int]) -> None:
    kept = _seen(notes.held(unit.connection, FLOOR))
    others = kept.highest if kept.day == day else {}
    notes.put(unit.connection, FLOOR, msgspec.json.encode(Seen(day, others | floors)))


def floor(unit: "UnitOfWork", day: str, letter: str) -> int:
    """The number that this desk must pass on a day on which another kept the queue before it."""
    kept = _seen(notes.held(unit.connection, FLOOR))
    return kept.highest.get(letter, 0) if kept.day == day else 0
