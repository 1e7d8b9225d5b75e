"""Commands about who may see what: the standing of desks, people who move, leave or are cleared, sealed letters."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager

from desktop.office.secrecy import Secrecy
from sync.server.admin_scope import ScopeAdmin, Standing
from sync.server.database import make_engine
from sync.server.scope import Kind
from sync.server.verbs.verb import OFFICE, Option, Say, Verb

KIND = Option("--kind", choices=[kind.value for kind in Kind], help="counter (shared), personal or registry")
PERSON = Option("--person", action="append", help="login of a person enrolled at it (repeatable)")
_LOGIN = Option("--login", required=True)
_LEVELS = [level.value for level in Secrecy]


@contextmanager
def _scopes(options: Namespace) -> Iterator[ScopeAdmin]:
    engine = make_engine(options.database, pool_size=1)
    try:
        yield ScopeAdmin(engine)
    finally:
        engine.dispose()


def _set(options: Namespace, say: Say) -> None:
    with _scopes(options) as office:
        given = {"kind": options.kind, "audiences": options.audience, "people": options.person}
        say.rows([_told(office.set_standing(options.office, options.device, **given))])


def _list(options: Namespace, say: Say) -> None:
    with _scopes(options) as office:
        say.rows([_told(standing) for standing in office.standings(options.office)])


def _told(standing: Standing) -> dict[str, object]:
    told: dict[str, object] = {"device": standing.device_id.hex(), "name": standing.name, "kind": standing.kind}
    told |= {"people": standing.people, "given": standing.audiences, "keeps": standing.now.buckets}
    return told | {"reads_online": standing.now.online}


def _move(options: Namespace, say: Say) -> None:
    with _scopes(options) as office:
        office.move_person(options.office, options.login, options.unit)
    say.done(f"{options.login} works at {options.unit}", login=options.login, unit=options.unit)


def _leave(options: Namespace, say: Say) -> None:
    with _scopes(options) as office:
        office.dismiss(options.office, options.login)
    say.done(f"{options.login} signs in nowhere any more", login=options.login)


def _clear(options: Namespace, say: Say) -> None:
    with _scopes(options) as office:
        office.clear_person(options.office, options.login, options.level)
    say.done(f"{options.login} may read up to {options.level}", login=options.login, level=options.level)


def _classify(options: Namespace, say: Say) -> None:
    with _scopes(options) as office:
        wanted = (options.year, options.number, options.level, options.reason, options.by)
        office.classify(options.office, *wanted)
    say.done(f"letter {options.number}/{options.year} is {options.level}", level=options.level)


VERBS = (
    Verb(
        *("device scope", "give a desk another standing; what is not named stays", _set, OFFICE),
        Option("--device", required=True, help="its id or its name"),
        KIND,
        Option("--audience", action="append", help="registry/normal, unit:CODE/secret, people/normal (repeatable)"),
        PERSON,
    ),
    Verb("device scopes", "what every desk of an office may see", _list, OFFICE),
    Verb("user move", "a person works at another unit", _move, OFFICE, _LOGIN, Option("--unit", required=True)),
    Verb("user leave", "a person left the office", _leave, OFFICE, _LOGIN),
    Verb(
        *("user clear", "the highest secrecy that a person may read", _clear, OFFICE, _LOGIN),
        Option("--level", required=True, choices=_LEVELS[:-1]),
    ),
    Verb(
        *("letter classify", "set a letter's secrecy at the centre", _classify, OFFICE),
        Option("--year", int, required=True, help="B.E."),
        Option("--number", int, required=True),
        Option("--level", required=True, choices=_LEVELS),
        Option("--reason", required=True),
        Option("--by", required=True, help="who decided it"),
    ),
)
