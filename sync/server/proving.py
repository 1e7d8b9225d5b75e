"""The proof of the control register, recomputed from rows: every integer has one fate, every receipt is as sent."""

from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, bindparam, select, text

from desktop.cases.tables import citizen_case
from desktop.cashier.mutations import KEY_IN, IssueReceipt, KeyInReceipt
from desktop.cashier.tables import bill, bill_again, receipt, receipt_line, receipt_void
from desktop.certificates.tables import certificate
from desktop.letters.rules import PROVISIONAL
from desktop.letters.tables import letter, letter_registration
from desktop.office.clock import from_utc_text
from desktop.office.proof import link
from desktop.office.series import BILLS, CASES, CERTIFICATES, PAST_REGISTER, is_money, register_of
from desktop.registers.model import Book, Fate, RegisterAccount, Span, State
from desktop.registers.rules import account
from desktop.registers.tables import number_book, number_span
from sync.server.tables import mutation

_WHERE = "office_id = :office_id AND series = :series AND year_be = :year_be"
_KNOWN = text("""
SELECT DISTINCT series, year_be FROM number_event WHERE office_id = :office_id
UNION SELECT DISTINCT series, year_be FROM number_book WHERE office_id = :office_id ORDER BY 1, 2
""")
_EVENTS = text(f"SELECT n, status, entity, row_id FROM number_event WHERE {_WHERE} ORDER BY n")
_TWO_HOLDERS = text(f"SELECT lo FROM number_book WHERE {_WHERE} AND book_no = 0 AND state = 'leased' ORDER BY lo")


def registers(connection: Connection, office_id: int) -> list[tuple[str, int]]:
    """Every series and year of which the office has a book or a number."""
    return [(row.series, row.year_be) for row in connection.execute(_KNOWN, {"office_id": office_id})]


def account_of(connection: Connection, office_id: int, series: str, year_be: int) -> RegisterAccount:
    """What became of each number, by books, spans and the papers' own rows."""
    asked = {"office_id": office_id, "series": series, "year_be": year_be}
    books = [_book(row) for row in connection.execute(_of(number_book), asked)]
    spans = [_span(row) for row in connection.execute(_of(number_span), asked)]
    papers = {n: fate for n, fate, _ in _papers(connection, asked)}
    voided = {n: Fate.VOID for n, status, *_ in connection.execute(_EVENTS, asked) if status == "void"}
    return account(series, year_be, books, spans, voided | papers)


def first_contradiction(connection: Connection, office_id: int, series: str, year_be: int) -> str | None:
    """The first thing that can't be true of a register, in words with its number; None when all of it is proven."""
    asked = {"office_id": office_id, "series": series, "year_be": year_be}
    found = account_of(connection, office_id, series, year_be)
    return next(_contradictions(connection, asked, found), None)


def _contradictions(connection: Connection, asked: dict[str, Any], found: RegisterAccount) -> Iterator[str]:
    bearers: dict[int, bytes] = {}
    for n, _, row_id in _papers(connection, asked):
        if n in bearers:
            yield f"number {n} is on two papers: {bearers[n].hex()} and {row_id.hex()}"
        bearers[n] = row_id
    old = register_of(found.series).startswith(PAST_REGISTER)
    gaps = [run for run in found.runs if run.fate is Fate.UNKNOWN and not old]
    yield from (f"number {run.lo} is unaccounted for (up to {run.hi})" for run in gaps)
    fates = {n: run.fate for run in found.runs for n in range(run.lo, run.hi + 1)}
    events = {row.n: row for row in connection.execute(_EVENTS, asked)}
    for n, row in events.items():
        if fates.get(n) != row.status:
            yield f"number {n} is {fates.get(n, 'nowhere')} by its rows and {row.status} by its event"
        if row.status == Fate.ISSUED and bearers.get(n) != row.row_id:
            yield f"number {n} is issued on a paper that is not there"
    for n in bearers:
        if n not in events:
            yield f"number {n} is on a paper and has no event"
    holders = connection.execute(_TWO_HOLDERS, asked).all()
    if len(holders) > 1:
        yield f"the register has {len(holders)} holders at once, from number {holders[1].lo}"
    for one in found.books:
        if one.book.state is State.RECONCILED and one.count(Fate.SUSPENSE, Fate.UNKNOWN, Fate.UNUSED):
            yield f"the year is closed and number {one.runs[0].lo} is not settled"
    if is_money(found.series):
        yield from _changed_receipts(connection, asked)


def _papers(connection: Connection, asked: dict[str, Any]) -> list[tuple[int, Fate, bytes]]:
    """Number, fate and row of every paper of the series, from the rooms' own rows."""
    if is_money(asked["series"]):
        voided = select(receipt_void.c.receipt_id).where(receipt_void.c.office_id == bindparam("office_id"))
        gone = {row_id for (row_id,) in connection.execute(voided, asked)}
        query = select(receipt.c.number, receipt.c.id).where(
            receipt.c.office_id == bindparam("office_id"),
            receipt.c.series == bindparam("series"),
            receipt.c.fiscal_year_be == bindparam("year_be"),
        )
        rows = connection.execute(query.order_by(receipt.c.number, receipt.c.id), asked)
        return [(n, Fate.VOID if row_id in gone else Fate.ISSUED, row_id) for n, row_id in rows]
    if asked["series"].startswith(CASES):
        return [(n, Fate.ISSUED, row_id) for n, row_id in connection.execute(_OF_CASES, asked)]
    if asked["series"].startswith(CERTIFICATES):
        return [(n, Fate.ISSUED, row_id) for n, row_id in connection.execute(_CERTIFICATES, asked)]
    if asked["series"] == BILLS:
        made = [(n, Fate.ISSUED, row_id) for n, row_id in connection.execute(_BILLS, asked)]
        return made + [(n, Fate.VOID, row_id) for n, row_id in connection.execute(_BILLS_AGAIN, asked)]
    asked = asked | {"register": register_of(asked["series"])}
    found = [(n, row_id) for query in _NUMBERED for n, row_id in connection.execute(query, asked)]
    return [(n, Fate.ISSUED, row_id) for n, row_id in sorted(found)]


def _numbered(table: Table) -> Any:
    """Numbers and ids of the rows that bear a number of a letter register."""
    return select(table.c.number, table.c.id).where(
        table.c.office_id == bindparam("office_id"),
        table.c.register == bindparam("register"),
        table.c.year_be == bindparam("year_be"),
        table.c.number < PROVISIONAL,
    )


_OF_CASES = (
    select(citizen_case.c.number, citizen_case.c.id)
    .where(
        citizen_case.c.office_id == bindparam("office_id"),
        citizen_case.c.series == bindparam("series"),
        citizen_case.c.year_be == bindparam("year_be"),
    )
    .order_by(citizen_case.c.number, citizen_case.c.id)
)
_CERTIFICATES = (
    select(certificate.c.number, certificate.c.id)
    .where(
        certificate.c.office_id == bindparam("office_id"),
        certificate.c.series == bindparam("series"),
        certificate.c.year_be == bindparam("year_be"),
    )
    .order_by(certificate.c.number, certificate.c.id)
)
_BILLS = (
    select(bill.c.number, bill.c.id)
    .where(
        bill.c.office_id == bindparam("office_id"),
        bill.c.series == bindparam("series"),
        bill.c.fiscal_year_be == bindparam("year_be"),
    )
    .order_by(bill.c.number, bill.c.id)
)
_BILLS_AGAIN = (
    select(bill_again.c.number, bill_again.c.bill_id)
    .where(
        bill_again.c.office_id == bindparam("office_id"),
        bill_again.c.series == bindparam("series"),
        bill_again.c.fiscal_year_be == bindparam("year_be"),
    )
    .order_by(bill_again.c.number)
)
"""Numbers under which a bill was made once more at another desk; they are void."""
_NUMBERED = (_numbered(letter), _numbered(letter_registration))


def _changed_receipts(connection: Connection, asked: dict[str, Any]) -> Iterator[str]:
    """S7: each receipt's row says what the act said with which it came, and the act still has its hash."""
    query = (
        select(receipt, mutation.c.body, mutation.c.hash, mutation.c.prev_hash, mutation.c.mut_id, mutation.c.type)
        .add_columns(mutation.c.v, mutation.c.user_id, mutation.c.at)
        .join(
            mutation,
            (mutation.c.office_id == receipt.c.office_id)
            & (mutation.c.device_id == receipt.c.device_id)
            & (mutation.c.mseq == receipt.c.mseq),
            isouter=True,
        )
        .where(
            receipt.c.office_id == bindparam("office_id"),
            receipt.c.series == bindparam("series"),
            receipt.c.fiscal_year_be == bindparam("year_be"),
        )
        .order_by(receipt.c.number)
    )
    lines = _lines(connection, asked)
    for row in connection.execute(query, asked):
        if not _is_as_sent(row, lines.get(row.id, [])):
            yield f"receipt {row.number} is not what its act said"


def _is_as_sent(row: Any, lines: list[tuple[bytes, str, int]]) -> bool:
    if row.body is None:
        return False
    parts = (row.mseq, row.mut_id, row.type, row.v, row.user_id, row.at, row.body)
    if link(row.prev_hash, *parts) != row.hash:
        return False
    body: Any = msgspec.msgpack.decode(row.body, type=KeyInReceipt if row.type == KEY_IN.name else IssueReceipt)
    number = body.keyed.n if isinstance(body, KeyInReceipt) else body.taken.n
    held = (row.id, row.number, row.payer_name, row.payer_address, row.total_satang, row.baht_text, row.cashier_name)
    sent = (body.receipt_id, number, body.payer_name, body.payer_address, body.total_satang, body.baht_text)
    told = [(part.id, part.description, part.amount_satang) for part in body.lines]
    return held == (*sent, body.cashier_name) and lines == told


def _lines(connection: Connection, asked: dict[str, Any]) -> dict[bytes, list[tuple[bytes, str, int]]]:
    """Id, description and amount of every line, by its receipt, in order."""
    columns = receipt_line.c
    query = select(columns.receipt_id, columns.id, columns.description, columns.amount_satang).join(
        receipt, (receipt.c.office_id == columns.office_id) & (receipt.c.id == columns.receipt_id)
    )
    mine = (receipt.c.office_id == bindparam("office_id"), receipt.c.series == bindparam("series"))
    query = query.where(*mine, receipt.c.fiscal_year_be == bindparam("year_be")).order_by(columns.line)
    found: dict[bytes, list[tuple[bytes, str, int]]] = {}
    for receipt_id, *line in connection.execute(query, asked):
        found.setdefault(receipt_id, []).append((line[0], line[1], line[2]))
    return found


def _of(table: Table) -> Any:
    return select(table).where(
        table.c.office_id == bindparam("office_id"),
        table.c.series == bindparam("series"),
        table.c.year_be == bindparam("year_be"),
    )


def _book(row: Any) -> Book:
    closed = from_utc_text(row.closed_at) if row.closed_at else None
    place = (row.id, row.series, row.year_be, row.book_no, row.epoch, row.lo, row.hi, row.device_id, row.holder)
    return Book(*place, State(row.state), from_utc_text(row.leased_at), closed)


def _span(row: Any) -> Span:
    return Span(row.lo, row.hi, Fate(row.fate), row.reason, row.decided_by, from_utc_text(row.at))
