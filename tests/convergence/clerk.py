"""What people do at a desk, act by act, with the witness looking on. The rest of it is in `hands`."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace

from desktop.cashier.fees import catalogue as fees
from desktop.cashier.model import Charge, Payment
from desktop.letters.merge import registration_of
from desktop.letters.model import Letter, Registration, Urgency
from desktop.letters.queries import LetterQueries
from desktop.letters.rules import INCOMING_SERIES
from desktop.letters.tags import is_provisional
from desktop.office.errors import OfficeError
from desktop.office.secrecy import Secrecy
from desktop.tray.actions import TrayActions
from desktop.tray.model import Way
from desktop.tray.queries import TrayQueries
from tests.convergence.hands import EVERY, HANDS, LENDING
from tests.convergence.invariants import Scene
from tests.convergence.invariants.scene import Noted
from tests.helpers.town import Page, TownDesk, identity

ACTS = (
    *("register", "register", "endorse", "route", "recall", "receive", "issue", "issue", "void"),
    *("raise_secrecy", "amend", "look_in_tray"),
    *EVERY,
    *LENDING,
)
UNITS = [identity(code) for code in ("ENG", "EDU", "FIN")]


class Clerk:
    """Works at one desk. `which` chooses among what there is to act upon; a refusal by our own rules is no fault."""

    def __init__(self, scene: Scene, desk: TownDesk) -> None:
        self._printer = scene.printer
        self._desk = desk
        self._hands = (self, *(hand(scene.printer, desk) for hand in HANDS))

    def do(self, acts: Iterable[tuple[str, int]]) -> int:
        """Does them in order; returns how many reached the outbox."""
        before = len(self._noted())
        for act, which in acts:
            with suppress(OfficeError):
                self._deed(act)(which)
            self.note()
        return len(self._noted()) - before

    def _deed(self, act: str) -> Callable[[int], None]:
        found: Callable[[int], None] = next(getattr(hand, act) for hand in self._hands if hasattr(hand, act))
        return found

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
            text = f"เพื่อโปรดทราบ {len(self._printer.notes)} {self._desk.folder.name}"  # desks may write at one time
            note = self._desk.letters("wichai" if which % 2 else "kanda").endorse(letter, text)
            self._printer.notes[note] = Noted(str(self._desk.folder), letter, text)

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

    def amend(self, which: int) -> None:
        """Remarks by everybody, so that desks meet in one field; the urgency by some."""
        if letter := self._pick("SELECT id FROM letter ORDER BY id", which):
            seen = registration_of(self._letter(letter))
            urgency = tuple(Urgency)[which % 4] if which % 3 else seen.urgency
            wanted = replace(seen, remarks=f"หมายเหตุ {which}", urgency=urgency)
            self._desk.letters("wichai" if which % 2 else "kanda").amend(letter, seen, wanted)

    def look_in_tray(self, which: int) -> None:
        """Takes one item a way out of it, or takes a settled one back."""
        who = self._desk.person("kanda")
        tray = TrayQueries(self._desk.desk.reader).tray(who)
        items = [item for item in (*tray.open, *tray.handed_up, *tray.settled) if item.ways]
        if not items:
            return
        item = items[which % len(items)]
        act, way = TrayActions(self._desk.desk, who), item.ways[which % len(item.ways)]
        if way is Way.CHOOSE:
            act.choose(item.id, frozenset(side.field for side in item.sides[: which % 2 + 1]))
        elif way is Way.REDO:
            act.redo(item.id)
        elif way is Way.HAND_UP:
            act.hand_up(item.id, "ขอคำแนะนำ")
        elif way in (Way.ANSWER, Way.RETURN):
            act.answer(item.id, "ดูแล้ว", returned=way is Way.RETURN)
        elif way is Way.UNDO:
            act.undo(item.id)
        else:
            act.close(item.id, "ตรวจแล้ว")

    def _letter(self, letter_id: bytes) -> Letter:
        found = LetterQueries(self._desk.desk.reader).letter(letter_id)
        assert found is not None
        return found

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
        rows = self._desk.desk.reader.rows("SELECT mut_id, state FROM outbox ORDER BY mseq")
        found = [mut_id for mut_id, _ in rows]
        self._printer.acked |= {mut_id for mut_id, state in rows if state != "pending"}
        held = set(found)
        here = [mut_id for mut_id in known if mut_id in held]
        assert found[: len(here)] == here
        known += found[len(here) :]
