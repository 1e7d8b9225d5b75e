"""What is decided about shifts without looking at a store: sums from receipts, runs of numbers, what stops an act."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.accounts.model import Role
from desktop.cashier.model import Method
from desktop.cashier.shift_model import GivenAgain, KindSum, LateVoid, Run, Shift, Slip, SlipReceipt
from desktop.cashier.shift_words import words_of
from desktop.office.ids import Id

MAY_RECEIVE = frozenset({Role.CASHIER, Role.HEAD, Role.EXECUTIVE})
"""Who may take over money for the treasury and close its day."""
MOST_PIECES = 99_999
NO_KIND = "รายรับอื่น (บันทึกจากใบเสร็จกระดาษ)"
"""Receipts entered from paper bear no fee of the catalogue."""


@dataclass(frozen=True)
class PricedLine:
    """A line of a receipt that is in a slip (`sign` 1), or of one that was cancelled in it (-1)."""

    sign: int
    fiscal_year_be: int
    method: Method
    fee_code: str
    name_th: str
    satang: int


def sums_of(lines: Iterable[PricedLine]) -> tuple[KindSum, ...]:
    """By fiscal year, kind of revenue and method; a sum of nothing is left out."""
    found: dict[tuple[int, str, Method], int] = defaultdict(int)
    names: dict[str, str] = {"": NO_KIND}
    for line in lines:
        found[line.fiscal_year_be, line.fee_code, line.method] += line.sign * line.satang
        names.setdefault(line.fee_code, line.name_th)
    order = {method: place for place, method in enumerate(Method)}
    keys = sorted(found, key=lambda one: (one[0], not one[1], one[1], order[one[2]]))
    return tuple(KindSum(code, names[code], year, method, found[year, code, method])
                 for year, code, method in keys if found[year, code, method])  # fmt: skip


def runs_of(receipts: Iterable[SlipReceipt]) -> tuple[Run, ...]:
    """The numbers without a gap, book by book."""
    runs: list[Run] = []
    for year, book, number in sorted({(one.fiscal_year_be, one.book_no, one.number) for one in receipts}):
        last = runs[-1] if runs else None
        if last and (last.fiscal_year_be, last.book_no, last.hi + 1) == (year, book, number):
            runs[-1] = Run(year, book, last.lo, number)
        else:
            runs.append(Run(year, book, number, number))
    return tuple(runs)


@dataclass(frozen=True)
class Again:
    """What a slip gave back though it had been given back: which receipts, and their lines as they are put back."""

    given: tuple[GivenAgain, ...] = ()
    lines: tuple[PricedLine, ...] = ()


def slip_of(
    shift: Shift,
    receipts: Sequence[SlipReceipt],
    late: Sequence[LateVoid],
    lines: Sequence[PricedLine],
    again: Again,
    counted: str,
) -> Slip:
    """`counted`: the pieces with which the shift is closed, as `Pieces.text`.

    What was given back again is known when both counters have been heard: the proof of what was signed is without it.
    """
    sums = sums_of(lines)
    proof = _proof(shift, receipts, late, sums, counted)
    made = (shift, tuple(receipts), tuple(late), sums, runs_of(receipts), proof, words_of(proof))
    return Slip(*made, again.given, sums_of([*lines, *again.lines]))


def _proof(
    shift: Shift, receipts: Sequence[SlipReceipt], late: Sequence[LateVoid], sums: Sequence[KindSum], counted: str
) -> str:
    """SHA-256 of what the money is made of; a later printing of a receipt does not change it."""
    said = [f"slip {shift.id.hex()} {shift.counter} {shift.opening.text}", f"counted {counted}"]
    said += [f"moved {move.satang} {move.reason}" for move in shift.movements]
    for one in receipts:
        number = f"{one.fiscal_year_be} {one.book_no} {one.number}"
        said.append(f"receipt {number} {one.method.value} {one.total_satang} {one.void_reason}")
    said += [
        f"void {back.counter} {back.fiscal_year_be} {back.number} {back.total_satang} {back.reason}" for back in late
    ]
    said += [f"sum {kind.fiscal_year_be} {kind.fee_code} {kind.method.value} {kind.satang}" for kind in sums]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()


def close_problem(shift: Shift, difference: int, explanation: str, closer: Id, witness: Id | None) -> str | None:
    """The code of what stops a close.

    A difference needs its explanation and a second person; so does a drawer that somebody else closes.
    """
    if difference and not explanation.strip():
        return "cashier.difference_unexplained"
    if (difference or closer != shift.cashier_id) and witness is None:
        return "cashier.second_person_missing"
    if witness is not None and witness == closer:
        return "cashier.second_person_same"
    return None
