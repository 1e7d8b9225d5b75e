"""Commands about numbers: the control register, its proof, takeover, loss, cancellation, paper books, a year's end."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import Engine

from desktop.office.dates import BANGKOK
from desktop.office.errors import OfficeError
from desktop.office.money import format_baht, parse_baht
from desktop.office.series import INCOMING
from desktop.registers.model import BookAccount, Fate, RegisterAccount
from sync.server.admin_books import BookAdmin, KeyedPaper
from sync.server.database import make_engine, snapshot
from sync.server.proving import account_of, first_contradiction, registers
from sync.server.verbs.days import day
from sync.server.verbs.verb import OFFICE, Option, Say, Verb
from sync.server.verifying import verify_day


def _list(options: Namespace, say: Say) -> None:
    with _engine(options) as engine, snapshot(engine) as connection:
        accounts = [account_of(connection, options.office, *one) for one in registers(connection, options.office)]
    say.rows([line for account in accounts for line in (_runs if options.runs else _books)(account)])


def _books(account: RegisterAccount) -> Iterator[dict[str, Any]]:
    place = {"series": account.series, "year": account.year_be}
    yield {
        **place,
        "book": "*",
        "epoch": "",
        "from": 1,
        "to": account.top,
        "holder": "",
        "state": "",
        **_counts(account),
    }
    for one in account.books:
        book = one.book
        who = {"book": book.book_no, "epoch": book.epoch, "from": book.lo, "to": book.hi, "holder": book.holder}
        yield {**place, **who, "state": one.state.value, **_counts(one)}


def _counts(account: RegisterAccount | BookAccount) -> dict[str, int]:
    return {fate.value: account.count(fate) for fate in Fate}


def _runs(account: RegisterAccount) -> Iterator[dict[str, Any]]:
    for run in account.runs:
        place = {"series": account.series, "year": account.year_be, "from": run.lo, "to": run.hi}
        yield {**place, "fate": run.fate.value, "reason": run.reason}


def _prove(options: Namespace, say: Say) -> None:
    """Names the first contradiction of every register, and leaves with 1 when there is one."""
    with _engine(options) as engine, snapshot(engine) as connection:
        known = registers(connection, options.office)
        found = {one: first_contradiction(connection, options.office, *one) for one in known}
    say.rows([{"series": series, "year": year, "proof": wrong or "ok"} for (series, year), wrong in found.items()])
    if any(found.values()):
        raise SystemExit(1)


def _verify_day(options: Namespace, say: Say) -> None:
    """Says each slip with its sum and words, what became of each number and why, and leaves with 1 when it is wrong."""
    with _engine(options) as engine, snapshot(engine) as connection:
        found = verify_day(connection, options.office, options.counter, options.day)
    slips = [
        {"slip": one.shift.counter, "baht": format_baht(one.total_satang), "receipts": len(one.receipts),
         "void": len(one.voids), "words": " ".join(one.words)}
        for one in found.slips
    ]  # fmt: skip
    told = {"numbers": found.numbers, "void": found.voids, "wrong": found.wrong}
    say.rows([*slips, *({kind: words} for kind, said in told.items() for words in said)])
    if found.wrong or not found.slips:
        raise SystemExit(1)


def _close(options: Namespace, say: Say) -> None:
    with _admin(options) as admin:
        admin.close_year(options.series, options.year, options.by)
    say.done(f"{options.series} {options.year} is closed", series=options.series, year=options.year)


def _takeover(options: Namespace, say: Say) -> None:
    with _admin(options) as admin:
        lo, hi = admin.take_over(options.series, options.year, options.to, options.by, options.reason)
    words = f"{options.to} holds {options.series} {options.year}; in suspense: {_range(lo, hi)}"
    say.done(words, holder=options.to, suspense=[lo, hi])


def _lost(options: Namespace, say: Say) -> None:
    with _admin(options) as admin:
        frozen = admin.lose(options.device, options.by, options.reason)
    ranges = "; ".join(f"{series} {year} {_range(lo, hi)}" for series, year, lo, hi in frozen)
    say.done(f"{options.device} is shut out; in suspense: {ranges or 'none'}", device=options.device, suspense=frozen)


def _cancel(options: Namespace, say: Say) -> None:
    with _admin(options) as admin:
        admin.cancel(options.series, options.year, options.lo, options.hi, options.by, options.reason)
    words = f"cancelled: {options.series} {options.year} {_range(options.lo, options.hi)}"
    say.done(words, cancelled=[options.lo, options.hi])


def _paper(options: Namespace, say: Say) -> None:
    if not 0 < options.lo <= options.hi < options.lo + 1000:
        raise OfficeError("centre.book_range", lo=options.lo, hi=options.hi)
    with _admin(options) as admin:
        series = admin.paper_book(options.device, options.year, options.book, options.lo, options.hi)
    say.done(series, series=series)


def _key_in(options: Namespace, say: Say) -> None:
    try:
        satang = parse_baht(options.amount)
        issued_at = datetime.fromisoformat(options.at).replace(tzinfo=BANGKOK)
    except ValueError as error:
        raise OfficeError("centre.paper_misread", amount=options.amount, at=options.at) from error
    what = (options.number, issued_at, options.payer, options.what, satang)
    with _admin(options) as admin:
        admin.key_in(KeyedPaper(options.series, options.year, *what), options.by)
    say.done(f"issued: {options.series} {options.year} {options.number}", number=options.number)


def _range(lo: int, hi: int) -> str:
    return f"{lo}-{hi}" if lo <= hi else "none"


@contextmanager
def _engine(options: Namespace) -> Iterator[Engine]:
    engine = make_engine(options.database, pool_size=1)
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def _admin(options: Namespace) -> Iterator[BookAdmin]:
    with _engine(options) as engine:
        yield BookAdmin(engine, options.office)


_YEAR = Option("--year", int, required=True, metavar="B.E.", help="the fiscal year for receipts")
_SERIES = Option("--series", default=INCOMING, help="receipts, receipts.paper/NO or a letter series")
_DEVICE = Option("--device", required=True, help="counter code, name or id")
_BY = Option("--by", required=True, metavar="LOGIN", help="who answers for it")
_WHY = Option("--reason", required=True)
_FROM = Option("--from", int, dest="lo", required=True, metavar="NUMBER")
_UP_TO = Option("--to", int, dest="hi", required=True, metavar="NUMBER")

VERBS = (
    Verb(
        *("books list", "the control register", _list, OFFICE),
        Option("--runs", None, action="store_true", help="every run of numbers with its fate"),
    ),
    Verb("books prove", "recompute that every number is accounted for; exit 1 if not", _prove, OFFICE),
    Verb(
        *(
            "books verify-day",
            "prove a counter's day, number by number; exit 1 if not",
            _verify_day,
            OFFICE,
        ),
        Option("--counter", required=True, metavar="CODE"),
        Option("--day", day, required=True, help="14/1/2569 or 2026-01-14"),
    ),
    Verb("books close", "close a year for good", _close, OFFICE, _SERIES, _YEAR, _BY),
    Verb(
        *("books takeover", "give a register to another desk without its holder", _takeover, OFFICE, _SERIES, _YEAR),
        Option("--to", required=True, metavar="DEVICE", help="counter code, name or id"),
        Option("--by", action="append", required=True, metavar="LOGIN", help="twice: two people, two roles"),
        _WHY,
    ),
    Verb("books lost", "a desk is lost: freeze what it may have printed", _lost, OFFICE, _DEVICE, _BY, _WHY),
    Verb(
        *("books cancel", "numbers in suspense that were never printed", _cancel, OFFICE, _SERIES, _YEAR),
        *(_FROM, _UP_TO, _BY, _WHY),
    ),
    Verb(
        *("books keyin", "enter a receipt from its paper: of a paper book or a lost desk", _key_in, OFFICE),
        *(Option("--series", required=True, help="receipts or receipts.paper/NO"), _YEAR, _BY),
        Option("--number", int, required=True),
        Option("--at", required=True, metavar="YYYY-MM-DDTHH:MM", help="the moment on the paper, in Thailand"),
        *(Option("--payer", required=True), Option("--what", required=True, help="what was paid for")),
        Option("--amount", required=True, metavar="BAHT"),
    ),
    Verb(
        *("books paper", "hand a printed book to a counter", _paper, OFFICE, _DEVICE, _YEAR),
        *(Option("--book", int, required=True, metavar="NUMBER"), _FROM, _UP_TO),
    ),
)
