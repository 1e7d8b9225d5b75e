"""The drawer of a counter: opened, counted, handed over, closed. When a verb returns, it is durable.

A close is one transaction in the desk's own chain: a receipt stands before it, and is on its slip, or after it, and is
on the next one. Whatever is pressed twice, or again after a crash, finds what was done and does nothing more.
"""

from datetime import date

from desktop.accounts.model import Person
from desktop.cashier import shift_mutations as verbs
from desktop.cashier.bill_queries import Within
from desktop.cashier.shift_model import Pieces, Shift, Slip
from desktop.cashier.shift_queries import FIRST_OF_DAY, ShiftQueries, outages_text
from desktop.cashier.shift_rules import MAY_RECEIVE, close_problem
from desktop.office.clock import utc_text
from desktop.office.dates import local_date, utc_of_local
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork

_CASH_SINCE = """
SELECT 1 FROM receipt WHERE device_id = :device AND mseq > :after AND method = 'cash'
UNION ALL SELECT 1 FROM receipt_void v JOIN receipt r ON r.id = v.receipt_id
WHERE v.device_id = :device AND v.mseq > :after AND r.method = 'cash'
UNION ALL SELECT 1 FROM outbox WHERE mseq > :after AND type IN (:move, :hand_over) LIMIT 1
"""
"""By this desk alone: the place of an act in the chain of a desk before it says nothing of a count made here."""
_COUNT = "SELECT mseq, pieces FROM shift_count WHERE id = ? AND shift_id = ? AND device_id = ?"


class ShiftActions:
    """`who` sits at the counter; a second person has said who they are (`AccountActions.confirm`) before."""

    def __init__(self, desk: Desk, who: Person) -> None:
        self._desk = desk
        self._who = who
        self._queries = ShiftQueries(desk.reader)

    def open(self, opening: Pieces) -> Shift:
        """Opens the counter's drawer with a float, or finds it open.

        OfficeError `cashier.shift_is_open` (by), `cashier.no_counter`.
        """
        counter = self._desk.identity.counter
        if not counter:
            raise OfficeError("cashier.no_counter")

        def act(unit: UnitOfWork) -> Id:
            here = ShiftQueries(Within(unit)).open_at(counter)
            if here is not None and here.cashier_id != self._who.id:
                raise OfficeError("cashier.shift_is_open", by=here.cashier_name)
            return here.id if here is not None else self._open(unit, counter, opening)

        return self._shift(self._desk.write(act))

    def move(self, shift_id: Id, satang: int, reason: str) -> Shift:
        """Puts cash in (more than 0) or takes it out. OfficeError `cashier.reason_missing`, `cashier.shift_gone`,
        `cashier.amount_absurd`, `cashier.drawer_short`: there is not so much in it."""
        if not reason.strip():
            raise OfficeError("cashier.reason_missing")
        if not 0 < abs(satang) < 10**11:
            raise OfficeError("cashier.amount_absurd")

        def act(unit: UnitOfWork) -> None:
            shift = self._open_shift(unit, shift_id)
            if self._slip(unit, shift, Pieces()).expected_satang + satang < 0:
                raise OfficeError("cashier.drawer_short")
            body = verbs.MoveCash(unit.new_id(), shift_id, satang, reason.strip(), self._who.name_th)
            unit.perform(verbs.MOVE, body, self._who.id)

        self._desk.write(act)
        return self._shift(shift_id)

    def count(self, shift_id: Id, pieces: Pieces) -> Slip:
        """Notes what was counted, and only then says what there should be.

        OfficeError `cashier.shift_gone`.
        """

        def act(unit: UnitOfWork) -> Slip:
            self._open_shift(unit, shift_id)
            body = verbs.CountCash(unit.new_id(), shift_id, pieces.text, self._who.name_th)
            unit.perform(verbs.COUNT, body, self._who.id)
            return self._slip(unit, self._open_shift(unit, shift_id), pieces)

        return self._desk.write(act)

    def hand_over(self, shift_id: Id, given: Pieces, taken: Pieces, taker: Person, explanation: str = "") -> Shift:
        """Gives the drawer to `taker`; both counted it, and both have said who they are.

        OfficeError `cashier.counts_differ`, `cashier.difference_unexplained`, `cashier.second_person_same`,
        `cashier.not_your_shift` (by), `cashier.shift_gone`.
        """
        if given.pieces != taken.pieces:
            raise OfficeError("cashier.counts_differ")

        def act(unit: UnitOfWork) -> None:
            shift = self._open_shift(unit, shift_id)
            if shift.cashier_id == taker.id:
                raise OfficeError("cashier.second_person_same")
            if shift.cashier_id != self._who.id:
                raise OfficeError("cashier.not_your_shift", by=shift.cashier_name)
            difference = given.satang - self._slip(unit, shift, given).expected_satang
            if difference and not explanation.strip():
                raise OfficeError("cashier.difference_unexplained")
            giver = (self._who.id, self._who.name_th)
            told = (unit.new_id(), shift_id, given.text, explanation.strip(), *giver)
            body = verbs.HandOver(*told, taker.id, taker.name_th, taker.position_th)
            unit.perform(verbs.HAND_OVER, body, self._who.id)

        self._desk.write(act)
        return self._shift(shift_id)

    def close(self, shift_id: Id, count_id: Id, explanation: str = "", witness: Person | None = None) -> Slip:
        """Closes the shift by a count; one that is closed already is found as it is.

        OfficeError `cashier.difference_unexplained`, `cashier.second_person_missing`, `cashier.second_person_same`,
        `cashier.money_since_count`: then it is counted again; `cashier.shift_gone`.
        """

        def act(unit: UnitOfWork) -> None:
            shift = ShiftQueries(Within(unit)).shift(shift_id)
            if shift is None:
                raise OfficeError("cashier.shift_gone")
            if shift.closing is None:
                self._close(unit, shift, count_id, explanation, witness)

        self._desk.write(act)
        return self._queries.slip(shift_id)

    def receive(self, shift_id: Id, satang: int, words: str = "") -> Shift:
        """Takes the money of a slip over for the treasury; once taken it is found as it is.

        OfficeError `cashier.may_not_receive`, `cashier.difference_unexplained`, `cashier.shift_gone`.
        """
        self._check_treasury()

        def act(unit: UnitOfWork) -> None:
            slip = ShiftQueries(Within(unit)).slip(shift_id)
            if slip.shift.received is not None:
                return
            if satang != slip.cash_satang and not words.strip():
                raise OfficeError("cashier.difference_unexplained")
            who = (self._who.name_th, self._who.position_th)
            body = verbs.ReceiveRemittance(unit.new_id(), shift_id, satang, words.strip(), *who)
            unit.perform(verbs.RECEIVE, body, self._who.id)

        self._desk.write(act)
        return self._shift(shift_id)

    def close_day(self, day: date) -> None:
        """Closes a day of the treasury with the slips that were received; what comes later is the next day's.

        OfficeError `cashier.may_not_receive`, `cashier.day_is_closed`, `cashier.day_to_come`,
        `cashier.slips_not_received` (counter): money on its way is nobody's yet; `cashier.slip_in_another_day`.
        """
        self._check_treasury()

        def act(unit: UnitOfWork) -> None:
            if day > local_date(unit.now):
                raise OfficeError("cashier.day_to_come")
            found = ShiftQueries(Within(unit)).day(day, local_date(unit.now))
            waiting = next((slip.shift for slip in found.slips if slip.shift.received is None), None)
            if waiting is not None and not found.closed_by_name:
                raise OfficeError("cashier.slips_not_received", counter=waiting.counter)
            slips = tuple(verbs.DaySlip(unit.new_id(), slip.shift.id) for slip in found.slips)
            body = verbs.CloseDay(unit.new_id(), day.isoformat(), self._who.name_th, slips)
            unit.perform(verbs.CLOSE_DAY, body, self._who.id)

        self._desk.write(act)

    def enter_elaas(self, receipt_id: Id, number: str) -> None:
        """Notes under which number a receipt stands in the accounting system. OfficeError `cashier.receipt_gone`."""

        def act(unit: UnitOfWork) -> None:
            if Within(unit).one("SELECT 1 FROM receipt WHERE id = ?", (receipt_id,)) is None:
                raise OfficeError("cashier.receipt_gone")
            body = verbs.EnterElaas(unit.new_id(), receipt_id, number.strip(), self._who.name_th)
            unit.perform(verbs.ENTER_ELAAS, body, self._who.id)

        self._desk.write(act)

    def _open(self, unit: UnitOfWork, counter: str, opening: Pieces) -> Id:
        """The slip begins where the last one ended; the first of all with the first receipt of the day."""
        read, device = Within(unit), self._desk.identity.device_id
        after = ShiftQueries(read).last_span(device)
        if not after:
            today = utc_text(utc_of_local(local_date(unit.now)))
            first = read.one(FIRST_OF_DAY, {"device": device, "since": today, "after": after})
            after = int(first[0]) if first and first[0] is not None else unit.next_mseq() - 1
        name, position = self._who.name_th, self._who.position_th
        body = verbs.OpenShift(unit.new_id(), counter, after, opening.text, name, position)
        unit.perform(verbs.OPEN, body, self._who.id)
        return body.shift_id

    def _close(self, unit: UnitOfWork, shift: Shift, count_id: Id, explanation: str, witness: Person | None) -> None:
        read, device = Within(unit), self._desk.identity.device_id
        counted = read.one(_COUNT, (count_id, shift.id, device))
        if counted is None or read.one(_CASH_SINCE, _moved_by(device, counted[0])):
            raise OfficeError("cashier.money_since_count")
        slip = self._slip(unit, shift, pieces := Pieces.read(counted[1]))
        difference = pieces.satang - slip.expected_satang
        problem = close_problem(shift, difference, explanation, self._who.id, witness.id if witness else None)
        if problem is not None:
            raise OfficeError(problem)
        own, *before = ShiftQueries(read).spans_now(shift, device)
        body = verbs.CloseShift(
            close_id=unit.new_id(),
            shift_id=shift.id,
            count_id=count_id,
            explanation=explanation.strip(),
            closed_by_name=self._who.name_th,
            closed_by_position=self._who.position_th,
            outages=outages_text(ShiftQueries(read).outages(shift.opened_at, unit.now)),
            proof=slip.proof,
            span_id=unit.new_id(),
            after_mseq=own[1],
            before=tuple(verbs.Piece(unit.new_id(), *span[:2]) for span in before),
            witness_id=witness.id if witness else None,
            witness_name=witness.name_th if witness else "",
        )
        unit.perform(verbs.CLOSE, body, self._who.id)

    def _slip(self, unit: UnitOfWork, shift: Shift, counted: Pieces) -> Slip:
        """What the slip would be if the shift were closed by the next act."""
        return ShiftQueries(Within(unit)).slip_now(shift, self._desk.identity.device_id, unit.now, counted)

    def _open_shift(self, unit: UnitOfWork, shift_id: Id) -> Shift:
        shift = ShiftQueries(Within(unit)).shift(shift_id)
        if shift is None or shift.closing is not None:
            raise OfficeError("cashier.shift_gone")
        return shift

    def _shift(self, shift_id: Id) -> Shift:
        shift = self._queries.shift(shift_id)
        assert shift is not None
        return shift

    def _check_treasury(self) -> None:
        if self._who.role not in MAY_RECEIVE:
            raise OfficeError("cashier.may_not_receive")


def _moved_by(device: Id, after: int) -> dict[str, object]:
    return {"device": device, "after": after, "move": verbs.MOVE.name, "hand_over": verbs.HAND_OVER.name}
