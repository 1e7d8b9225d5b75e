"""Reads of shifts, slips and days. A slip is worked out each time from receipts and voids by their place in a chain."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from desktop.cashier.asked import Asked
from desktop.cashier.fees import catalogue
from desktop.cashier.model import Method
from desktop.cashier.shift_again import EARLIER, GIVEN_AGAIN, LINES_AGAIN, given_again
from desktop.cashier.shift_model import (
    EVER,
    OPTIONAL,
    PRE_RECEIPT,
    CashRule,
    Closing,
    Counted,
    GivenAgain,
    Handover,
    LateVoid,
    Loose,
    LooseMoney,
    MoneyDay,
    Movement,
    Outage,
    Pieces,
    Received,
    Shift,
    Slip,
    SlipReceipt,
)
from desktop.cashier.shift_rules import Again, PricedLine, slip_of
from desktop.office.clock import from_utc_text, utc_text
from desktop.office.dates import local_date, utc_of_local
from desktop.office.errors import OfficeError
from desktop.office.ids import Id

_SHIFT = """
SELECT s.id, s.device_id, s.counter, s.after_mseq, s.pieces, s.cashier_name, s.opened_at, s.cashier_id, s.cashier_name,
       s.cashier_position
FROM shift s
"""
_UNDER_WAY = f"""
{_SHIFT} WHERE s.office_id = (SELECT office_id FROM device) AND s.id IN
(SELECT shift_id FROM shift_under_way WHERE closed = ?)
"""
_MOVED = "SELECT satang, reason, made_by_name, made_at FROM shift_movement WHERE shift_id = ? ORDER BY made_at, mseq"
_COUNTED = """
SELECT id, pieces, counted_by_name, counted_at FROM shift_count WHERE shift_id = ? ORDER BY counted_at, mseq
"""
_HANDED = """
SELECT pieces, explanation, giver_name, taker_id, taker_name, taker_position, handed_at FROM shift_handover
WHERE shift_id = ? ORDER BY handed_at, mseq
"""
_CLOSED = """
SELECT count_id, explanation, witness_name, closed_by_name, closed_by_position, closed_at, outages, proof
FROM shift_close WHERE shift_id = ? ORDER BY closed_at, id LIMIT 1
"""
_RECEIVED = """
SELECT satang, words, received_by_name, received_by_position, received_at FROM remittance_received
WHERE shift_id = ? ORDER BY received_at, id LIMIT 1
"""
_LAST_SPAN = "SELECT coalesce(max(up_to_mseq), 0) FROM shift_span WHERE device_id = ?"
_SPANS = "SELECT device_id, after_mseq, up_to_mseq FROM shift_span WHERE shift_id = ? ORDER BY id"
_IN = "{t}.device_id = :device AND {t}.mseq > :after AND {t}.mseq <= :up_to"
_OLD_VOID = "v.device_id IS NULL"
_RECEIPTS = f"""
SELECT r.id, r.fiscal_year_be, r.book_no, r.number, r.issued_at, r.payer_name, r.method, r.total_satang, r.cashier_name,
       (SELECT v.reason FROM receipt_void v WHERE v.receipt_id = r.id AND ({_OLD_VOID} OR {_IN.format(t="v")})
        ORDER BY v.id LIMIT 1),
       (SELECT count(*) FROM receipt_print p WHERE p.receipt_id = r.id AND p.printed_at <= :until
        AND NOT EXISTS (SELECT 1 FROM receipt_void v WHERE v.receipt_id = r.id AND v.voided_at <= p.printed_at))
FROM receipt r WHERE {_IN.format(t="r")} ORDER BY r.fiscal_year_be, r.book_no, r.number, r.id
"""
"""The sheets that say ยกเลิก come after the cancellation; they are none that was printed again."""
_LINES = f"""
SELECT 1, r.fiscal_year_be, r.method, l.fee_code, l.description, l.amount_satang
FROM receipt r JOIN receipt_line l ON l.receipt_id = r.id WHERE {_IN.format(t="r")}
"""
_VOIDED = f"""
SELECT v.id, r.id AS receipt_id FROM receipt_void v JOIN receipt r ON r.id = v.receipt_id WHERE {_IN.format(t="v")}
UNION SELECT v.id, r.id FROM receipt r JOIN receipt_void v ON v.receipt_id = r.id
WHERE {_OLD_VOID} AND {_IN.format(t="r")}
"""
_LINES_BACK = f"""
SELECT -1, r.fiscal_year_be, r.method, l.fee_code, l.description, l.amount_satang
FROM ({_VOIDED}) b JOIN receipt r ON r.id = b.receipt_id JOIN receipt_line l ON l.receipt_id = r.id
"""
_GIVEN_AGAIN, _LINES_AGAIN = GIVEN_AGAIN.format(voided=_VOIDED), LINES_AGAIN.format(voided=_VOIDED)
_LATE = f"""
SELECT r.counter, r.fiscal_year_be, r.number, r.method, r.total_satang, v.reason, v.voided_by_name
FROM receipt_void v JOIN receipt r ON r.id = v.receipt_id
WHERE {_IN.format(t="v")} AND NOT ({_IN.format(t="r")}) ORDER BY v.mseq
"""
_CLOSED_BETWEEN = f"""
{_SHIFT} JOIN shift_close c ON c.shift_id = s.id WHERE c.closed_at >= ? AND c.closed_at < ? ORDER BY s.counter,
c.closed_at, s.id
"""
_DAY = "SELECT id, closed_by_name, closed_at FROM money_day WHERE day = ? ORDER BY closed_at, id LIMIT 1"
_OF_DAY = (
    f"{_SHIFT} JOIN money_day_slip d ON d.shift_id = s.id WHERE d.day_id = ? ORDER BY s.counter, s.opened_at, s.id"
)
_LOOSE = """
WITH RECURSIVE desk (device_id) AS (
 SELECT min(device_id) FROM shift UNION ALL
 SELECT (SELECT min(s.device_id) FROM shift s WHERE s.device_id > desk.device_id) FROM desk WHERE device_id IS NOT NULL
),
begun AS MATERIALIZED (
 SELECT device_id, (SELECT min(s.after_mseq) FROM shift s WHERE s.device_id = desk.device_id) AS at FROM desk
 WHERE device_id IS NOT NULL
),
voider (device_id) AS (
 SELECT min(device_id) FROM receipt_void UNION ALL
 SELECT (SELECT min(v.device_id) FROM receipt_void v WHERE v.device_id > voider.device_id) FROM voider
 WHERE device_id IS NOT NULL
),
edge AS (
 SELECT device_id, mseq, balance FROM shift_edge UNION ALL SELECT device_id, at, 0 FROM begun UNION ALL
 SELECT device_id, 0, 0 FROM voider WHERE device_id IS NOT NULL AND device_id NOT IN (SELECT device_id FROM begun)
),
reach AS (
 SELECT device_id, mseq AS after, coalesce(lead(mseq) OVER chain, 9223372036854775807) AS up_to,
  sum(sum(balance)) OVER chain AS slips
 FROM edge GROUP BY device_id, mseq WINDOW chain AS (PARTITION BY device_id ORDER BY mseq)
),
gap AS (SELECT device_id, after, up_to FROM reach WHERE slips = 0)
SELECT r.counter, 'receipt', count(*), sum(r.total_satang) FROM gap g JOIN begun b ON b.device_id = g.device_id
CROSS JOIN receipt r ON r.device_id = g.device_id AND r.mseq > g.after AND r.mseq <= g.up_to AND r.mseq > b.at
GROUP BY r.counter
UNION ALL SELECT r.counter, CASE WHEN {again} THEN 'again' ELSE 'void' END, count(*), sum(r.total_satang)
FROM gap g LEFT JOIN begun o ON o.device_id = g.device_id
CROSS JOIN receipt_void v ON v.device_id = g.device_id AND v.mseq > g.after AND v.mseq <= g.up_to
JOIN receipt r ON r.office_id = v.office_id AND r.id = v.receipt_id
JOIN begun b ON b.device_id = r.device_id AND r.mseq > b.at
WHERE v.mseq > coalesce(o.at, 0) GROUP BY 1, 2 ORDER BY 1, 2
""".replace("{again}", EARLIER)
"""What stands between the pieces of chains that slips hold: looked for there, not in every receipt that ever was.

Before its first shift a desk remitted its money on paper.
"""
_RULE = """
SELECT receipt_mode, needs_shift, void_approval FROM cash_rule WHERE from_day <= ?
ORDER BY from_day DESC, set_at DESC LIMIT 1
"""
_OUTAGES = """
SELECT began_at, ended_at FROM outage WHERE began_at < :until AND coalesce(ended_at, :until) > :since ORDER BY began_at
"""
_ELAAS = "SELECT number FROM elaas_receipt WHERE receipt_id = ? ORDER BY entered_at DESC, id DESC LIMIT 1"
FIRST_OF_DAY = """
SELECT min(mseq) - 1 FROM receipt WHERE device_id = :device AND issued_at >= :since AND mseq > :after
"""

Span = tuple[Id, int, int]
"""Device, after which act, up to which."""


class ShiftQueries:
    def __init__(self, reader: Asked) -> None:
        self._reader = reader

    def open_at(self, counter: str) -> Shift | None:
        """The shift that is open at a counter."""
        row = self._reader.one(
            f"{_UNDER_WAY} AND s.counter = ? ORDER BY s.opened_at DESC, s.id LIMIT 1", (False, counter)
        )
        return self._shift(row) if row and counter else None

    def shift(self, shift_id: Id) -> Shift | None:
        row = self._reader.one(f"{_SHIFT} WHERE s.id = ?", (shift_id,))
        return self._shift(row) if row else None

    def to_receive(self) -> tuple[Shift, ...]:
        """Closed shifts that no closed day holds, the newest first."""
        return tuple(
            self._shift(row) for row in self._reader.rows(f"{_UNDER_WAY} ORDER BY s.opened_at DESC, s.id", (True,))
        )

    def closed_on(self, day: date) -> tuple[Shift, ...]:
        """The shifts that were closed on a day, by counter."""
        bounds = utc_text(utc_of_local(day)), utc_text(utc_of_local(date.fromordinal(day.toordinal() + 1)))
        return tuple(self._shift(row) for row in self._reader.rows(_CLOSED_BETWEEN, bounds))

    def slip(self, shift_id: Id) -> Slip:
        """The slip of a closed shift. OfficeError `cashier.shift_gone`."""
        shift = self.shift(shift_id)
        if shift is None or shift.closing is None or shift.counted is None:
            raise OfficeError("cashier.shift_gone")
        spans = [(bytes(device), after, up_to) for device, after, up_to in self._reader.rows(_SPANS, (shift_id,))]
        return self.slip_over(shift, spans, shift.closing.closed_at, shift.counted.pieces)

    def slip_over(self, shift: Shift, spans: Sequence[Span], until: datetime, counted: Pieces) -> Slip:
        """What a slip over these pieces of chains says, closed at `until` with so much cash."""
        names = {fee.code: fee.name_th for fee in catalogue()}
        receipts: list[SlipReceipt] = []
        late: list[LateVoid] = []
        lines: list[PricedLine] = []
        again: list[PricedLine] = []
        given: list[GivenAgain] = []
        for device, after, up_to in spans:
            asked = {"device": device, "after": after, "up_to": up_to}
            receipts += map(_receipt, self._reader.rows(_RECEIPTS, asked | {"until": utc_text(until)}))
            late += (_late(row) for row in self._reader.rows(_LATE, asked))
            for sql in (_LINES, _LINES_BACK):
                lines += (_line(row, names) for row in self._reader.rows(sql, asked))
            again += (_line(row, names) for row in self._reader.rows(_LINES_AGAIN, asked))
            given += (given_again(row, shift.counter) for row in self._reader.rows(_GIVEN_AGAIN, asked))
        receipts.sort(key=lambda one: (one.fiscal_year_be, one.book_no, one.number, one.id))
        late.sort(key=lambda one: (one.counter, one.fiscal_year_be, one.number))
        return slip_of(shift, receipts, late, lines, Again(tuple(given), tuple(again)), counted.text)

    def slip_now(self, shift: Shift, device: Id, now: datetime, counted: Pieces) -> Slip:
        """What the slip of an open shift would be if this desk closed it now with so much cash."""
        return self.slip_over(shift, self.spans_now(shift, device), now, counted)

    def spans_now(self, shift: Shift, device: Id) -> tuple[Span, ...]:
        """This desk's chain since the slip began, then that of the desk that opened the shift, if this one came after
        it."""
        if shift.device_id == device:
            return ((device, shift.after_mseq, EVER),)
        return (device, self.last_span(device), EVER), (shift.device_id, shift.after_mseq, EVER)

    def last_span(self, device: Id) -> int:
        """The act with which a desk's last slip ended; 0 before its first."""
        row = self._reader.one(_LAST_SPAN, (device,))
        return int(row[0]) if row else 0

    def day(self, day: date, today: date) -> MoneyDay:
        """A day's slips; of an open day those that would be in it if it were closed now (none of a day to come)."""
        row = self._reader.one(_DAY, (day.isoformat(),))
        if row is not None:
            slips = tuple(self.slip(found[0]) for found in self._reader.rows(_OF_DAY, (row[0],)))
            return MoneyDay(day, slips, (), row[1], from_utc_text(row[2]))
        shifts = [one for one in self.to_receive() if one.closing and one.counted]
        shifts = [one for one in shifts if one.closing and local_date(one.closing.closed_at) <= day]
        shifts.sort(key=lambda one: (one.counter, one.opened_at, one.id))
        loose = tuple(LooseMoney(one, Loose(what), *sums) for one, what, *sums in self._reader.rows(_LOOSE))
        return MoneyDay(day, tuple(self.slip(shift.id) for shift in shifts), loose if day == today else ())

    def rule(self, day: date) -> CashRule:
        row = self._reader.one(_RULE, (day.isoformat(),))
        return CashRule(row[0] != PRE_RECEIPT, bool(row[1]), row[2] == OPTIONAL) if row else CashRule()

    def outages(self, since: datetime, until: datetime) -> tuple[Outage, ...]:
        """When this desk was without the centre, within these moments."""
        asked = {"since": utc_text(since), "until": utc_text(until)}
        rows = self._reader.rows(_OUTAGES, asked)
        return tuple(Outage(from_utc_text(began), from_utc_text(ended) if ended else None) for began, ended in rows)

    def elaas_number(self, receipt_id: Id) -> str:
        row = self._reader.one(_ELAAS, (receipt_id,))
        return str(row[0]) if row else ""

    def _shift(self, row: Sequence[Any]) -> Shift:
        shift_id, device, counter, after, pieces, opener, opened, cashier, name, position = row
        read = self._reader
        handed = [_handover(one) for one in read.rows(_HANDED, (shift_id,))]
        if handed:
            last = handed[-1]
            cashier, name, position = last.taker_id, last.taker_name, last.taker_position
        closed, received = read.one(_CLOSED, (shift_id,)), read.one(_RECEIVED, (shift_id,))
        return Shift(
            *(bytes(shift_id), bytes(device), counter, after, Pieces.read(pieces), opener, from_utc_text(opened)),
            *(bytes(cashier), name, position),
            movements=tuple(_movement(one) for one in read.rows(_MOVED, (shift_id,))),
            counts=tuple(_counted(one) for one in read.rows(_COUNTED, (shift_id,))),
            handovers=tuple(handed),
            closing=_closing(closed) if closed else None,
            received=_received(received) if received else None,
        )


def outages_text(outages: Sequence[Outage]) -> str:
    """`from/to` by spaces, as a close says them; one that goes on has no end."""
    return " ".join(f"{utc_text(one.since)}/{utc_text(one.until) if one.until else ''}" for one in outages)


def _outages(text: str) -> tuple[Outage, ...]:
    pairs = (part.split("/") for part in text.split())
    return tuple(Outage(from_utc_text(since), from_utc_text(until) if until else None) for since, until in pairs)


def _receipt(row: Sequence[Any]) -> SlipReceipt:
    id_, year, book, number, issued, payer, method, satang, cashier, void, prints = row
    moment = from_utc_text(issued)
    return SlipReceipt(
        *(bytes(id_), year, book, number, moment, payer, Method(method), satang, cashier, void or "", prints)
    )


def _line(row: Sequence[Any], names: dict[str, str]) -> PricedLine:
    sign, year, method, code, description, satang = row
    return PricedLine(sign, year, Method(method), code, names.get(code, description), satang)


def _late(row: Sequence[Any]) -> LateVoid:
    counter, year, number, method, satang, reason, by = row
    return LateVoid(counter, year, number, Method(method), satang, reason, by)


def _movement(row: Sequence[Any]) -> Movement:
    return Movement(row[0], row[1], row[2], from_utc_text(row[3]))


def _received(row: Sequence[Any]) -> Received:
    return Received(row[0], row[1], row[2], row[3], from_utc_text(row[4]))


def _counted(row: Sequence[Any]) -> Counted:
    return Counted(bytes(row[0]), Pieces.read(row[1]), row[2], from_utc_text(row[3]))


def _handover(row: Sequence[Any]) -> Handover:
    return Handover(Pieces.read(row[0]), row[1], row[2], bytes(row[3]), row[4], row[5], from_utc_text(row[6]))


def _closing(row: Sequence[Any]) -> Closing:
    count_id, why, witness, by, position, at, outages, proof = row
    return Closing(bytes(count_id), why, witness, by, position, from_utc_text(at), _outages(outages), proof)
