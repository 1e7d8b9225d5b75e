"""The command line of the centre: without a command it serves; with one it administers."""

import argparse
import os
from collections.abc import Callable, Sequence
from typing import Any

from desktop.office.errors import OfficeError
from sync.server.migrating import check_age
from sync.server.verbs import (
    backups,
    billers,
    books,
    cash,
    chain,
    citizens,
    days,
    desks,
    devices,
    kinds,
    lists,
    people,
    proofs,
    recovery,
    scanning,
    scopes,
    serving,
    stamping,
)
from sync.server.verbs.verb import Option, Say, Verb

ALL: tuple[Verb, ...] = (
    *serving.VERBS,
    *people.VERBS,
    *citizens.VERBS,
    *days.VERBS,
    *kinds.VERBS,
    *stamping.VERBS,
    *scanning.VERBS,
    *billers.VERBS,
    *cash.VERBS,
    *proofs.VERBS,
    *chain.VERBS,
    *devices.VERBS,
    *lists.VERBS,
    *scopes.VERBS,
    *books.VERBS,
    *recovery.VERBS,
    *backups.VERBS,
    *desks.VERBS,
)
GROUPS = {
    "biller": "the account into which bills are paid",
    "books": "numbers of receipts and letters",
    "calendar": "days on which the office is closed",
    "cash": "taking cash at counters",
    "citizens": "the register of citizens",
    "device": "desks and their enrolment codes",
    "kind": "kinds of what citizens ask",
    "letter": "letters",
    "office": "offices",
    "post": "posts of the chain that letters go up and down by",
    "proofs": "papers that prove themselves by their QR codes",
    "quarantine": "work of desks that were withdrawn",
    "recount": "numbers after a restore",
    "scanning": "how kinds of document are scanned",
    "stamping": "the time on digital signatures",
    "unit": "units of an office",
    "user": "people of an office",
}
_URL = "THESABAN_DATABASE"
_Verbs = Any  # argparse's own class for it is private


def run(arguments: Sequence[str], line: Callable[[str], object]) -> None:
    """Does what the command line asks; OfficeError when it can't, SystemExit when it does not understand."""
    options = _parser().parse_args(arguments)
    if options.verb is desks.explain_code:
        desks.explain_code(options, Say(line, options.json))
        return
    options.database = options.database or os.environ.get(_URL)
    if not options.database:
        raise OfficeError("centre.no_database", variable=_URL)
    if options.verb not in (serving.migrate_database, backups.restore_database):
        check_age(options.database)
    options.verb(options, Say(line, options.json))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m sync.server", description=__doc__)
    parser.set_defaults(verb=serving.serve_centre)
    for option in (*_common(None, False), *serving.SERVING):
        _add(parser, option)
    verbs = parser.add_subparsers(metavar="COMMAND")
    groups: dict[str, _Verbs] = {}
    for verb in ALL:
        group, _, name = verb.words.rpartition(" ")
        if group and group not in groups:
            groups[group] = verbs.add_parser(group, help=GROUPS[group]).add_subparsers(metavar="COMMAND", required=True)
        _add_verb(groups[group] if group else verbs, name, verb)
    return parser


def _add_verb(verbs: _Verbs, name: str, verb: Verb) -> None:
    parser = verbs.add_parser(name, help=verb.says, description=verb.says)
    parser.set_defaults(verb=verb.work)
    for option in (*_common(argparse.SUPPRESS, argparse.SUPPRESS), *verb.options):
        _add(parser, option)


def _common(database: str | None, as_json: str | bool) -> tuple[Option, ...]:
    """Options that may stand before and after the command."""
    return (
        Option("--database", metavar="URL", help=f"PostgreSQL; else from {_URL}", default=database),
        Option("--json", None, action="store_true", help="answer as JSON", default=as_json),
    )


def _add(parser: argparse.ArgumentParser, option: Option) -> None:
    kind: dict[str, Any] = {"type": option.kind} if option.kind else {}
    parser.add_argument(option.name, **kind, **option.rest)
