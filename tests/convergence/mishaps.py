"""What befalls numbers, disks and devices, and what the people of an office and of its centre then do about it."""

import random
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

import msgspec

from desktop.letters.rules import INCOMING_SERIES
from desktop.office.dates import local_date, year_be
from desktop.office.errors import OfficeError
from desktop.office.series import RECEIPTS
from desktop.registers.actions import RegisterActions
from desktop.registers.model import Fate
from desktop.store import backup
from desktop.store.putting_back import put_back
from sync.server.admin_books import BookAdmin
from sync.server.database import snapshot
from sync.server.proving import account_of, registers
from sync.server.quarantine import Waiting
from tests.convergence.clerk import Clerk
from tests.convergence.invariants import Scene, at_centre
from tests.helpers.faults import FAULTS, NONE
from tests.helpers.town import TownDesk

NUMBERS = ("give_back_register", "take_up_register", "take_over_register", "give_back_book", "settle_suspense")
DEVICES = ("lose_books", "withdraw", "accept_left_work", "refuse_left_work", "replace_desk", "replace_desk")
DISKS = ("back_up_desk", "back_up_desk", "put_back_readable", "put_back_destroyed")
Acts: TypeAlias = dict[bytes, tuple[str, bytes]]
"""Act -> its type and body."""
BUSINESS = frozenset(
    {"numbers.not_held", "centre.register_free", "centre.two_people", "centre.device_unknown", "centre.login_unknown"}
)
"""What an office's own rules may answer at such a time."""


class Mishaps:
    """Every name above is a deed here; `open_again` starts a desk anew from its disk."""

    def __init__(self, scene: Scene, open_again: Callable[[TownDesk], None]) -> None:
        self._scene = scene
        self._town = scene.town
        self._open_again = open_again
        self._books = BookAdmin(self._town.engine, self._town.office_id, self._town.clock)
        self._codes: dict[str, str] = {}

    def befall(self, what: str, desk: TownDesk, which: int) -> None:
        """One mishap or remedy by name; a refusal by the office's own rules is no fault."""
        try:
            getattr(self, what)(desk, which)
        except OfficeError as error:
            if error.code not in BUSINESS:
                raise
        Clerk(self._scene, desk).note()

    def give_back_register(self, desk: TownDesk, which: int) -> None:
        """The holder passes the register on."""
        RegisterActions(desk.desk, desk.person("kanda")).give_back(INCOMING_SERIES)

    def take_up_register(self, desk: TownDesk, which: int) -> None:
        RegisterActions(desk.desk, desk.person("kanda")).take_up(INCOMING_SERIES)

    def give_back_book(self, desk: TownDesk, which: int) -> None:
        """A counter closes its receipt books before the year does; another day it wants some again."""
        keeper = RegisterActions(desk.desk, desk.person("piyada"))
        if which % 2:
            keeper.give_back(RECEIPTS)
        else:
            keeper.take_up(RECEIPTS)

    def take_over_register(self, desk: TownDesk, which: int) -> None:
        """Two people take the register from a holder who may not even know; it may be numbering all the while."""
        if INCOMING_SERIES in desk.desk.identity.registers:
            year = year_be(local_date(self._town.clock.now()))
            self._books.take_over(INCOMING_SERIES, year, _hex(desk), ("kanda", "somchai"), "ผู้ถือทะเบียนไม่อยู่")

    def settle_suspense(self, desk: TownDesk, which: int) -> None:
        """People go through the papers: what no paper bears is cancelled."""
        printed = set(self._scene.printer.numbers)
        with snapshot(self._town.engine) as connection:
            office = self._town.office_id
            accounts = [account_of(connection, office, *one) for one in registers(connection, office)]
        for account in accounts:
            for run in account.runs:
                place = account.series, account.year_be
                free = [n for n in range(run.lo, run.hi + 1) if (*place, n) not in printed]
                if run.fate is Fate.SUSPENSE and free and free == list(range(free[0], run.hi + 1)):
                    self._books.cancel(*place, free[0], run.hi, "kanda", "ไม่มีกระดาษ")
                    return

    def lose_books(self, desk: TownDesk, which: int) -> None:
        """A desk is said to be lost; it is found again later, with work that nobody has."""
        self._books.lose(_hex(desk), "kanda", "เครื่องหาย")
        self._scene.stale(desk)

    def withdraw(self, desk: TownDesk, which: int) -> None:
        self._town.recovery.revoke(self._town.office_id, _hex(desk))
        self._scene.stale(desk)

    def accept_left_work(self, desk: TownDesk, which: int) -> None:
        if waiting := self._left():
            one = waiting[which % len(waiting)]
            self._town.recovery.accept(self._town.office_id, one.device_id.hex(), one.mseq)

    def refuse_left_work(self, desk: TownDesk, which: int) -> None:
        if waiting := self._left():
            one = waiting[which % len(waiting)]
            self._town.recovery.refuse(self._town.office_id, one.device_id.hex(), one.mseq)

    def replace_desk(self, desk: TownDesk, which: int) -> None:
        """A desk goes on as a new device; the line may break in it, and the same code is shown again the next time."""
        names = sorted(FAULTS)
        desk.proxy.set(FAULTS.get(names[which % len(names)], NONE) if which % 3 == 0 else NONE)
        with suppress(OfficeError):
            self.enrol_anew(desk)
        desk.proxy.heal()

    def enrol_anew(self, desk: TownDesk) -> None:
        """With a code that follows the desk as the centre knows it; whatever it held it holds afterwards."""
        where = str(desk.folder)
        before = _outbox(desk)
        code = self._codes.get(where) or self._new_code(desk)
        try:
            desk.succeed(code, _name(desk))
        except OfficeError as error:
            if error.code != "post.code_unknown":
                raise
            desk.succeed(self._new_code(desk), _name(desk))  # it was too old, or another disk has used it
        del self._codes[where]
        after = _outbox(desk)
        assert set(before) <= set(after), "an act did not come along to the new device"
        known = self._scene.printer.acts[where]
        known[:] = [*after, *(one for one in known if one not in set(after))]
        desk.ears.said.clear()  # another device said that
        desk.crash()
        self._open_again(desk)

    def _new_code(self, desk: TownDesk) -> str:
        """Kept until it has served: who lost the answer shows the same one again."""
        code = self._town.recovery.successor_code(self._town.office_id, _name(desk))
        self._codes[str(desk.folder)] = code
        return code

    def back_up_desk(self, desk: TownDesk, which: int) -> None:
        backup.make(desk.desk, always=True)

    def put_back_readable(self, desk: TownDesk, which: int) -> None:
        """The store is doubted and a copy put in its place; what was done since can still be read from it."""
        self._put_back(desk, which, lambda store: None)

    def put_back_destroyed(self, desk: TownDesk, which: int) -> None:
        """As well, but nothing can be read of the store: what was not sent is known to no machine any more."""

        def destroy(store: Path) -> None:
            store.write_bytes(random.Random(which).randbytes(8192))
            for name in ("desk.db-wal", "desk.db-shm"):
                store.with_name(name).unlink(missing_ok=True)

        self._put_back(desk, which, destroy)
        self._forget_what_was_thought_again(desk)

    def _put_back(self, desk: TownDesk, which: int, harm: Callable[[Path], None]) -> None:
        if not (copies := backup.all_saved(desk.folder)) or self._left():
            return
        before = _acts(desk)
        desk.crash()
        harm(desk.folder / "desk.db")
        done = put_back(desk.folder, desk.keys, copies[which % len(copies)], self._town.clock.now())
        shutil.rmtree(done.aside)
        desk.ears.said.clear()
        self._open_again(desk)
        self._scene.put_back(desk)
        self._forget_what_is_nowhere(desk, before)

    def _forget_what_is_nowhere(self, desk: TownDesk, before: Acts) -> None:
        """Papers stay in people's hands; but who shall know of an act that was on one disk, and not at the centre?"""
        known = {row[0] for row in at_centre(self._town, "SELECT mut_id FROM mutation WHERE office_id = :o")}
        for other in self._scene.desks:
            known |= set(_outbox(other))
        self._give_up({mut_id: act for mut_id, act in before.items() if mut_id not in known})

    def _forget_what_was_thought_again(self, desk: TownDesk) -> None:
        """What that disk alone knew to be undone the copy keeps back still; what it alone kept back is gone with it."""
        printer, here = self._scene.printer, {_endorsed(body) for (body,) in desk.desk.reader.rows(_HELD)}
        printer.undone -= here
        acts = {_endorsed(body) for (body,) in at_centre(self._town, _ENDORSED)}
        acts |= {_endorsed(body) for (body,) in desk.desk.reader.rows(_SENT)}
        ours = {note for note, noted in printer.notes.items() if noted.where == str(desk.folder)}
        printer.lost |= ours - here - acts - printer.undone

    def _give_up(self, gone: Acts) -> None:
        printer = self._scene.printer
        printer.lost |= set(gone)
        for name, packed in gone.values():
            body = msgspec.msgpack.decode(packed)
            if name == "cashier.issue_receipt":
                printer.receipts.pop(body["receipt_id"], None)
            elif name == "cashier.void_receipt":
                printer.voids.pop(body["receipt_id"], None)
            elif name == "letters.endorse":
                printer.lost.add(body["endorsement_id"])

    def _left(self) -> list[Waiting]:
        return self._town.recovery.waiting(self._town.office_id)


_HELD = "SELECT body FROM held_act"
_SENT = "SELECT body FROM outbox WHERE type = 'letters.endorse'"
_ENDORSED = "SELECT body FROM mutation WHERE office_id = :o AND type = 'letters.endorse'"


def _endorsed(body: bytes) -> bytes:
    found: bytes = msgspec.msgpack.decode(body)["endorsement_id"]
    return found


def is_active(scene: Scene, desk: TownDesk) -> bool:
    """Whether the centre lets this desk speak as the device that it is."""
    query = "SELECT 1 FROM device WHERE office_id = :o AND device_id = :d AND state = 'active'"
    return not desk.desk.trouble and bool(at_centre(scene.town, query, d=desk.desk.identity.device_id))


def _hex(desk: TownDesk) -> str:
    return desk.desk.identity.device_id.hex()


def _name(desk: TownDesk) -> str:
    """As the office calls it, whichever device it is now."""
    return f"desk {desk.desk.identity.counter}"


def _acts(desk: TownDesk) -> Acts:
    return {row[0]: row[1:] for row in desk.desk.reader.rows("SELECT mut_id, type, body FROM outbox ORDER BY mseq")}


def _outbox(desk: TownDesk) -> list[bytes]:
    return list(_acts(desk))
