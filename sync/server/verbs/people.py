"""Commands about offices, their units and their people."""

import getpass
import sys
from argparse import Namespace

from desktop.accounts.mutations import DefineStaff, DefineUnit
from desktop.office.clock import SystemClock
from desktop.office.errors import OfficeError
from desktop.office.ids import IdMaker
from sync.server.verbs.verb import OFFICE, Option, Say, Verb, admin


def _create_office(options: Namespace, say: Say) -> None:
    names = ("name_th", "name_en", "address_th", "province_th", "phone", "tax_id", "book_prefix")
    with admin(options) as office:
        office.create_office(options.office, **{name: getattr(options, name) for name in names})
    say.done(f"office {options.office} is open", office=options.office)


def _list_offices(options: Namespace, say: Say) -> None:
    with admin(options) as office:
        say.rows([{"office": number, "name_th": name} for number, name in office.offices()])


def _create_unit(options: Namespace, say: Say) -> None:
    body = DefineUnit(_new_id(), options.code, options.name_th, options.name_en, options.short_th)
    with admin(options) as office:
        office.define_unit(options.office, body)
    say.done(body.id.hex(), unit=body.id.hex())


def _create_user(options: Namespace, say: Say) -> None:
    names = (options.name_th, options.name_en, options.position_th, options.position_en)
    with admin(options) as office:
        unit = office.unit_id(options.office, options.unit)
        body = DefineStaff(_new_id(), options.login, *names, unit, options.role)
        office.define_staff(options.office, body)
    say.done(body.id.hex(), user=body.id.hex())


def _password(options: Namespace, say: Say) -> None:
    typed = getpass.getpass("password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    if not typed:
        raise OfficeError("centre.password_empty")
    with admin(options) as office:
        office.set_password(options.office, options.login, typed)
    say.done("the password is set")


def _new_id() -> bytes:
    return IdMaker(SystemClock()).new()


def _needed(*names: str) -> tuple[Option, ...]:
    return tuple(Option(name, required=True) for name in names)


_EMPTY = tuple(Option(name, default="") for name in ("--name-en", "--address-th", "--province-th"))
_NONE = tuple(Option(name) for name in ("--phone", "--tax-id", "--book-prefix"))
_UNIT = _needed("--code", "--name-th", "--name-en", "--short-th")
_USER = _needed("--login", "--name-th", "--name-en", "--position-th", "--position-en", "--unit", "--role")

VERBS = (
    Verb("office create", "open an office", _create_office, OFFICE, *_needed("--name-th"), *_EMPTY, *_NONE),
    Verb("office list", "number and name of every office", _list_offices),
    Verb("unit create", "add a unit; prints its id", _create_unit, OFFICE, *_UNIT),
    Verb("user create", "add a member of the staff; prints the id", _create_user, OFFICE, *_USER),
    Verb("user password", "set a password, read from standard input", _password, OFFICE, *_needed("--login")),
)
