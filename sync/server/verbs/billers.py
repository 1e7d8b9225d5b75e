"""Commands about the biller: into whose account people pay the office's bills by QR and at banks, from which day on."""

from argparse import Namespace

from sqlalchemy import text

from desktop.cashier.mutations import UseBiller
from desktop.office.clock import SystemClock
from desktop.office.errors import OfficeError
from desktop.office.ids import IdMaker
from sync.server.verbs.days import act, day, rows
from sync.server.verbs.verb import OFFICE, Option, Say, Verb

_LIST = text("""
SELECT from_day, biller_id, merchant_name, bank_name, set_at FROM biller
WHERE office_id = :office ORDER BY from_day, set_at
""")
_MOST_OF_NAME = 25


def _use(options: Namespace, say: Say) -> None:
    name = " ".join(options.name.split())
    if len(options.id) != 15 or not (options.id.isascii() and options.id.isdecimal()):
        raise OfficeError("centre.biller_id", id=options.id)
    if not (name.isascii() and 0 < len(name) <= _MOST_OF_NAME):
        raise OfficeError("centre.biller_name", name=name)
    _set(options, options.id, name, options.bank)
    say.done(f"bills are paid to {options.id} from {options.day} on", day=str(options.day), id=options.id)


def _none(options: Namespace, say: Say) -> None:
    _set(options, "", "", "")
    say.done(f"bills bear no QR code from {options.day} on", day=str(options.day), id="")


def _set(options: Namespace, biller_id: str, name: str, bank: str) -> None:
    body = UseBiller(IdMaker(SystemClock()).new(), str(options.day), biller_id, name, bank)
    act(options, "cashier.use_biller", body)


def _list(options: Namespace, say: Say) -> None:
    say.rows(rows(options, _LIST))


_DAY = Option("--from", day, dest="day", required=True, help="1/12/2569 or 2026-12-01")

VERBS = (
    Verb(
        *("biller use", "into whose account bills are paid by QR (Thai QR, tag 30)", _use, OFFICE, _DAY),
        Option("--id", required=True, help="biller ID, 15 figures: the tax ID and two more"),
        Option("--name", required=True, help="name on the payer's screen, 25 Latin letters at most"),
        Option("--bank", default="", help="the bank, as the bill names it"),
    ),
    Verb("biller none", "bills bear no QR code any more", _none, OFFICE, _DAY),
    Verb("biller list", "who was paid from when", _list, OFFICE),
)
