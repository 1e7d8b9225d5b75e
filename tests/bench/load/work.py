"""What simulated desks do: the acts of the rooms, as they travel."""

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from desktop.cashier import mutations as cashier
from desktop.letters import mutations as letters
from desktop.letters.rules import CENTRAL, INCOMING_SERIES
from desktop.office.clock import SystemClock, utc_text
from desktop.office.ids import IdMaker
from desktop.office.mutation import Mutation
from desktop.office.numbers import Taken
from desktop.office.proof import link
from sync.wire.messages import Chain, Lease, WireMutation
from tests.bench.sync.corpus import letters as corpus

if TYPE_CHECKING:
    from tests.bench.load.sim_desk import SimDesk

CLOCK = SystemClock()
IDS = IdMaker(CLOCK)
PERSON = b"kanda".rjust(16, b"\2")
UNITS = tuple(f"division{place}".encode().rjust(16, b"\2") for place in range(6))
"""The divisions of every office: where the registry sends its letters."""
_LETTERS = list(corpus(500))


@dataclass(frozen=True)
class Deed:
    mutation: Mutation[Any]
    body: msgspec.Struct


def chained(deed: Deed, before: Chain, mut_id: bytes, at: str) -> WireMutation:
    """The deed as the act that follows `before`."""
    body = msgspec.msgpack.encode(deed.body)
    name, version, mseq = deed.mutation.name, deed.mutation.version, before.last_mseq + 1
    hashed = link(before.last_hash, mseq, mut_id, name, version, PERSON, at, body)
    return WireMutation(mseq, mut_id, name, version, PERSON, at, body, before.last_hash, hashed)


def next_deed(desk: "SimDesk") -> Deed:
    """A letter registered or sent to a division, a receipt issued, or a letter endorsed: by what the desk is for."""
    if desk.series == INCOMING_SERIES:
        return _route(desk) if desk.unrouted else _registration(desk)
    if desk.series is not None:
        return _receipt(desk)
    return _endorsement(desk)


def _registration(desk: "SimDesk") -> Deed:
    told = random.choice(_LETTERS)
    scan = letters.FilePart(IDS.new(), random.randbytes(32).hex(), "scan.pdf", "application/pdf", 250_000, 2, "scan")
    body = letters.Register(
        IDS.new(), _taken(*desk.take_number()), CENTRAL, utc_text(CLOCK.now()), "paper", told["from_party"],
        told["book_number"], told["book_number"], "นายกเทศมนตรี", told["subject"], "normal", "normal",
        files=(scan,),
    )  # fmt: skip
    desk.unrouted.append(body.letter_id)
    return Deed(letters.REGISTER, body)


def _route(desk: "SimDesk") -> Deed:
    part = letters.RoutePart(IDS.new(), random.choice(UNITS), "action")
    return Deed(letters.ROUTE, letters.Route(desk.unrouted.pop(), (part,)))


def _receipt(desk: "SimDesk") -> Deed:
    line = cashier.LinePart(IDS.new(), "waste", "2570", "ค่าเก็บขนมูลฝอย", 1, "เดือน", 4000, 4000)
    body = cashier.IssueReceipt(
        IDS.new(), _taken(*desk.take_number()), desk.me.counter, "นายสมมติ ตัวอย่าง", "cash", 4000, "สี่สิบบาทถ้วน",
        "นางสาวปิยะดา ตัวอย่าง", "เจ้าพนักงานการเงินและบัญชี", (line,),
    )  # fmt: skip
    return Deed(cashier.ISSUE, body)


def _endorsement(desk: "SimDesk") -> Deed:
    letter = random.choice(desk.letters) if desk.letters else IDS.new()
    body = letters.Endorse(IDS.new(), letter, "นายสมมติ ตัวอย่าง", "ผู้อำนวยการกองช่าง", "propose", "เพื่อโปรดพิจารณา")
    return Deed(letters.ENDORSE, body)


def _taken(book: Lease, n: int) -> Taken:
    return Taken(book.series, book.year_be, n, book.lease_id, book.epoch, book.book_no)
