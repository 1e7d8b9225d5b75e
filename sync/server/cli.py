"""The command line of the centre: without a command it serves; with one it administers."""

import argparse
import getpass
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from desktop.accounts.mutations import DefineStaff, DefineUnit
from desktop.office.clock import SystemClock
from desktop.office.errors import OfficeError
from desktop.office.ids import IdMaker
from sync.server.admin import Admin
from sync.server.centre import Centre
from sync.server.database import make_engine
from sync.server.logs import log_as_json
from sync.server.migrating import check_age, migrate
from sync.server.running import serve

Say = Callable[[str], object]
_URL = "THESABAN_DATABASE"


def run(arguments: Sequence[str], say: Say) -> None:
    """Does what the command line asks; OfficeError when it can't, SystemExit when it does not understand."""
    options = _parser().parse_args(arguments)
    options.database = options.database or os.environ.get(_URL)
    if not options.database:
        raise OfficeError("centre.no_database", variable=_URL)
    if options.verb is not _migrate:
        check_age(options.database)
    options.verb(options, say)


def _parser() -> argparse.ArgumentParser:
    database = argparse.ArgumentParser(add_help=False)
    database.add_argument("--database", metavar="URL", help=f"PostgreSQL; else from {_URL}", default=argparse.SUPPRESS)
    parser = argparse.ArgumentParser(prog="python -m sync.server", description=__doc__)
    parser.add_argument("--database", metavar="URL", help=f"PostgreSQL; else from {_URL}", default=None)
    parser.add_argument("--listen", metavar="HOST:PORT", default="127.0.0.1:8470")
    parser.add_argument("--blobs", metavar="FOLDER", type=Path, default=Path("blobs"), help="where files are kept")
    parser.set_defaults(verb=_serve)
    verbs = parser.add_subparsers(metavar="COMMAND")
    _verb(verbs, "migrate", _migrate, [database], "bring the database to this program's version")
    office = verbs.add_parser("office", help="offices").add_subparsers(required=True)
    _office_verbs(office, database)
    device = verbs.add_parser("device", help="desks").add_subparsers(required=True)
    _device_verbs(device, database)
    _people_verbs(verbs, database)
    return parser


def _verb(
    verbs: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    verb: Callable[[Namespace, Say], None],
    parents: Sequence[argparse.ArgumentParser],
    help_: str,
    *required: str,
) -> argparse.ArgumentParser:
    parser = verbs.add_parser(name, help=help_, parents=list(parents))
    for option in required:
        parser.add_argument(option, required=True, type=int if option == "--office" else str)
    parser.set_defaults(verb=verb)
    return parser


def _office_verbs(
    verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", database: argparse.ArgumentParser
) -> None:
    create = _verb(verbs, "create", _create_office, [database], "open an office", "--office", "--name-th")
    for option in ("--name-en", "--address-th", "--province-th"):
        create.add_argument(option, default="")
    for option in ("--phone", "--tax-id", "--book-prefix"):
        create.add_argument(option)
    _verb(verbs, "list", _list_offices, [database], "number and name of every office")


def _device_verbs(
    verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", database: argparse.ArgumentParser
) -> None:
    code = _verb(verbs, "code", _device_code, [database], "a one-time enrolment code", "--office", "--name")
    code.add_argument("--counter", default="", help="its short code on receipts; without one it issues none")
    code.add_argument("--registers", action="append", default=[], help="a letter series it may number (repeatable)")
    code.add_argument("--audience", action="append", default=[], help="registry/normal, unit:CODE/normal (repeatable)")


def _people_verbs(
    verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", database: argparse.ArgumentParser
) -> None:
    units = verbs.add_parser("unit", help="units").add_subparsers(required=True)
    unit = ("--office", "--code", "--name-th", "--name-en", "--short-th")
    _verb(units, "create", _create_unit, [database], "a new unit", *unit)
    users = verbs.add_parser("user", help="people").add_subparsers(required=True)
    person = ("--login", "--name-th", "--name-en", "--position-th", "--position-en", "--unit", "--role")
    _verb(users, "create", _create_user, [database], "a new member of the staff", "--office", *person)
    _verb(users, "password", _password, [database], "set a password, read from standard input", "--office", "--login")


def _serve(options: Namespace, say: Say) -> None:
    host, _, port = options.listen.rpartition(":")
    if not host or not port.isdigit():
        raise OfficeError("centre.listen_misshapen", listen=options.listen)
    log_as_json()
    options.blobs.mkdir(parents=True, exist_ok=True)
    centre = Centre(make_engine(options.database), options.blobs)
    serve(centre, host.strip("[]"), int(port), lambda: say(f"listening on {options.listen}"))


def _migrate(options: Namespace, say: Say) -> None:
    migrate(options.database)
    say("the database is up to date")


def _create_office(options: Namespace, say: Say) -> None:
    names = ("name_th", "name_en", "address_th", "province_th", "phone", "tax_id", "book_prefix")
    with _admin(options) as admin:
        admin.create_office(options.office, **{name: getattr(options, name) for name in names})
    say(f"office {options.office} is open")


def _list_offices(options: Namespace, say: Say) -> None:
    with _admin(options) as admin:
        for number, name in admin.offices():
            say(f"{number}\t{name}")


def _device_code(options: Namespace, say: Say) -> None:
    with _admin(options) as admin:
        say(admin.device_code(options.office, options.name, options.counter, options.registers, options.audience))


def _create_unit(options: Namespace, say: Say) -> None:
    body = DefineUnit(_new_id(), options.code, options.name_th, options.name_en, options.short_th)
    with _admin(options) as admin:
        admin.define_unit(options.office, body)
    say(body.id.hex())


def _create_user(options: Namespace, say: Say) -> None:
    names = (options.name_th, options.name_en, options.position_th, options.position_en)
    with _admin(options) as admin:
        unit = admin.unit_id(options.office, options.unit)
        body = DefineStaff(_new_id(), options.login, *names, unit, options.role)
        admin.define_staff(options.office, body)
    say(body.id.hex())


def _password(options: Namespace, say: Say) -> None:
    typed = getpass.getpass("password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    if not typed:
        raise OfficeError("centre.password_empty")
    with _admin(options) as admin:
        admin.set_password(options.office, options.login, typed)
    say("the password is set")


@contextmanager
def _admin(options: Namespace) -> Iterator[Admin]:
    engine = make_engine(options.database, pool_size=1)
    try:
        yield Admin(engine)
    finally:
        engine.dispose()


def _new_id() -> bytes:
    return IdMaker(SystemClock()).new()
