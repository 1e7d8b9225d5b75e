"""Commands about cash: whether it needs an open shift, and what a printed receipt is, from which day on."""

from argparse import Namespace

from sqlalchemy import text

from desktop.cashier.shift_mutations import UseCashRule
from desktop.office.clock import SystemClock
from desktop.office.ids import IdMaker
from sync.server.verbs.days import act, day, rows
from sync.server.verbs.verb import OFFICE, Option, Say, Verb

_LIST = text("""
SELECT from_day, receipt_mode, needs_shift, set_at FROM cash_rule WHERE office_id = :office ORDER BY from_day, set_at
""")
MODES = ("official", "pre-receipt")


def _rule(options: Namespace, say: Say) -> None:
    needs = int(options.shift == "needed")
    body = UseCashRule(IdMaker(SystemClock()).new(), str(options.day), options.receipts, needs)
    act(options, "cashier.use_cash_rule", body)
    words = f"from {options.day} on receipts are {options.receipts} and a shift is {options.shift} for cash"
    say.done(words, day=str(options.day), receipts=options.receipts, shift=options.shift)


def _list(options: Namespace, say: Say) -> None:
    say.rows(rows(options, _LIST))


VERBS = (
    Verb(
        *("cash rule", "what holds for taking cash from a day on", _rule, OFFICE),
        Option("--from", day, dest="day", required=True, help="1/12/2569 or 2026-12-01"),
        Option("--shift", choices=("needed", "offered"), default="needed", help="whether cash needs an open shift"),
        Option("--receipts", choices=MODES, default="official", help="pre-receipt: e-LAAS issues the official one"),
    ),
    Verb("cash list", "what held from when", _list, OFFICE),
)
