"""Commands about cash: whether it needs an open shift, what a printed receipt is, who may cancel it; from a day on."""

from argparse import Namespace

from sqlalchemy import text

from desktop.cashier.shift_model import NEEDED, OFFICIAL, OPTIONAL, PRE_RECEIPT
from desktop.cashier.shift_mutations import UseCashRule
from desktop.office.clock import SystemClock
from desktop.office.ids import IdMaker
from sync.server.verbs.days import act, day, rows
from sync.server.verbs.verb import OFFICE, Option, Say, Verb

_LIST = text("""
SELECT from_day, receipt_mode, needs_shift, void_approval, set_at FROM cash_rule
WHERE office_id = :office ORDER BY from_day, set_at
""")


def _rule(options: Namespace, say: Say) -> None:
    needs = int(options.shift == "needed")
    body = UseCashRule(IdMaker(SystemClock()).new(), str(options.day), options.receipts, needs, options.void)
    act(options, "cashier.use_cash_rule", body)
    words = f"from {options.day} on receipts are {options.receipts} and a shift is {options.shift} for cash"
    told = {"day": str(options.day), "receipts": options.receipts, "shift": options.shift, "void": options.void or ""}
    say.done(words + (f"; a second person is {options.void} to cancel one" if options.void else ""), **told)


def _list(options: Namespace, say: Say) -> None:
    say.rows(rows(options, _LIST))


VERBS = (
    Verb(
        *("cash rule", "what holds for taking cash from a day on", _rule, OFFICE),
        Option("--from", day, dest="day", required=True, help="1/12/2569 or 2026-12-01"),
        Option("--shift", choices=("needed", "offered"), default="needed", help="whether cash needs an open shift"),
        Option(
            "--receipts",
            choices=(OFFICIAL, PRE_RECEIPT),
            default=OFFICIAL,
            help="pre-receipt: e-LAAS issues the official one",
        ),
        Option(
            "--void",
            choices=(NEEDED, OPTIONAL),
            help="whether cancelling a receipt needs a second person; needed: the centre refuses it without (say so"
            " once every desk has this release); optional: a cashier may do it alone; not said: desks ask for it",
        ),
    ),
    Verb("cash list", "what held from when", _list, OFFICE),
)
