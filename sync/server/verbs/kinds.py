"""Commands about the office's own kinds of cases: loaded from a file, withdrawn, listed."""

from argparse import Namespace
from pathlib import Path

from sqlalchemy import text

from desktop.cases.mutations import DEFINE_KIND, WITHDRAW_KIND, WithdrawKind, definition
from desktop.office.clock import SystemClock
from desktop.office.errors import OfficeError
from desktop.office.ids import IdMaker
from sync.server.verbs.days import act, rows
from sync.server.verbs.verb import OFFICE, Option, Say, Verb

_LIST = text("""
SELECT code, version, defined_at, withdrawn_at FROM case_kind WHERE office_id = :office ORDER BY code, defined_at
""")
_HELD = text("SELECT 1 FROM case_kind WHERE office_id = :office AND code = :code AND version = :version")


def _load(options: Namespace, say: Say) -> None:
    """A version that is there already is never changed."""
    try:
        data = options.file.read_bytes()
    except OSError as error:
        raise OfficeError("cases.kind_unreadable", file=options.file.name, what=str(error)) from error
    body = definition(IdMaker(SystemClock()).new(), data, options.file.name)
    if rows(options, _HELD, code=body.code, version=body.version):
        raise OfficeError("cases.kind_version_taken", kind=body.code, version=body.version)
    act(options, DEFINE_KIND.name, body)
    say.done(f"{body.code} {body.version} is at every desk with its next round", code=body.code, version=body.version)


def _withdraw(options: Namespace, say: Say) -> None:
    if not rows(options, _HELD, code=options.code, version=options.version):
        raise OfficeError("cases.kind_unknown", kind=options.code, version=options.version)
    act(options, WITHDRAW_KIND.name, WithdrawKind(options.code, options.version))
    say.done(f"no case of {options.code} {options.version} is opened any more", code=options.code)


def _list(options: Namespace, say: Say) -> None:
    say.rows(rows(options, _LIST))


VERBS = (
    Verb(
        *("kind load", "a kind of case from a file, for every desk of the office", _load, OFFICE),
        Option("--file", Path, required=True, help="as in resources/cases"),
    ),
    Verb(
        *("kind withdraw", "no case of that version of a kind is opened any more", _withdraw, OFFICE),
        *(Option("--code", required=True), Option("--version", required=True)),
    ),
    Verb("kind list", "the office's own kinds of cases", _list, OFFICE),
)
