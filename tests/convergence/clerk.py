"""What people do at a desk, act by act, with the witness looking on."""

from collections.abc import Iterable
from contextlib import suppress

from desktop.cashier.fees import catalogue as fees
from desktop.cashier.model import Charge, Payment
from desktop.letters.model import Registration
from desktop.letters.rules import INCOMING_SERIES
from desktop.letters.tags import is_provisional
from desktop.office.errors import OfficeError
from desktop.office.secrecy import Secrecy
from tests.convergence.invariants import Scene
from tests.helpers.town import Page, TownDesk, identity

ACTS = ("register", "register", "endorse", "route", "recall", "receive", "issue", "issue", "void", "raise_secrecy")
UNITS = [identity(code) for code in ("ENG", "EDU", "FIN")]


class Clerk:
    """Works at one desk. `which` chooses among what there is to act upon; a refusal by our own rules is no fault."""

    def __init__(self, scene: Scene, desk: TownDesk) -> None:
        self._printer = scene.printer
        self._desk = desk

    def do(self, acts: Iterable[tuple[str, int]]) -> int:
        """Does them in order; returns how many reached the outbox."""
        before = len(self._noted())
        for act, which in acts:
            with suppress(OfficeError):
                getattr(self, act)(which)
            self.note()
        return len(self._noted()) - before

    def register(self, which: int) -> None:
        count = len(self._printer.numbers)
        pages = [Page(f"%PDF-1.7 page {count}".encode() * 400)] if which % 2 else []
        word = f"นกขมิ้น{count:05}"
        done = self._desk.letters().register(Registration("กรมการปกครอง", "นายกเทศมนตรี", f"เรื่อง {word}"), pages)
        series = f"tag of {self._desk.folder}" if is_provisional(done.number) else INCOMING_SERIES
        self._printer.numbers.append((series, done.year_be, done.number))
        self._printer.canaries[done.id] = word.encode()

    def endorse(self, which: int) -> None:
        if letter := self._pick("SELECT id FROM letter ORDER BY id", which):
            self._desk.letters("wichai" if which % 2 else "kanda").endorse(letter, "เพื่อโปรดทราบ")

    def route(self, which: int) -> None:
        if letter := self._pick("SELECT id FROM letter ORDER BY id", which):
            self._desk.letters().route(letter, UNITS[: which % 3 + 1])

    def recall(self, which: int) -> None:
        if route := self._pick("SELECT id FROM routing WHERE state = 'sent' ORDER BY id", which):
            self._desk.letters().recall([route])

    def receive(self, which: int) -> None:
        if route := self._pick("SELECT id FROM routing WHERE state = 'sent' ORDER BY id", which):
            self._desk.letters("wichai").receive(route)

    def raise_secrecy(self, which: int) -> None:
        if letter := self._pick("SELECT id FROM letter WHERE secrecy = 'normal' ORDER BY id", which):
            self._desk.letters().classify(letter, list(Secrecy)[which % 3 + 1], "พบว่าเป็นเรื่องลับ")

    def issue(self, which: int) -> None:
        receipt = self._desk.cashier().issue(Payment("นายทดสอบ ระบบดี", (Charge(fees()[0], which % 9 + 1),)))
        self._printer.numbers.append((receipt.series, receipt.fiscal_year_be, receipt.number))
        self._printer.receipts[receipt.id] = receipt

    def void(self, which: int) -> None:
        counter = self._desk.desk.identity.counter
        mine = [one for one, paper in self._printer.receipts.items() if paper.counter == counter]
        standing = [one for one in mine if one not in self._printer.voids]
        if standing:
            receipt = standing[which % len(standing)]
            self._desk.cashier().void(receipt, "พิมพ์ผิด")
            self._printer.voids[receipt] = "พิมพ์ผิด"

    def _pick(self, query: str, which: int) -> bytes | None:
        found = [row[0] for row in self._desk.desk.reader.rows(query)]
        return found[which % len(found)] if found else None

    def _noted(self) -> list[bytes]:
        return self._printer.acts[str(self._desk.folder)]

    def note(self) -> None:
        """All acts that were ever in the outbox, in their order: only old ones that are safe elsewhere may leave it."""
        known = self._noted()
        found = [mut_id for (mut_id,) in self._desk.desk.reader.rows("SELECT mut_id FROM outbox ORDER BY mseq")]
        held = set(found)
        here = [mut_id for mut_id in known if mut_id in held]
        assert found[: len(here)] == here
        known += found[len(here) :]
