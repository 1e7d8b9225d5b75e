"""Commands about desks and the one-time codes by which they come in."""

from argparse import Namespace

from sync.server.scope import Kind
from sync.server.verbs.scopes import KIND, PERSON
from sync.server.verbs.verb import OFFICE, Option, Say, Verb, admin


def _code(options: Namespace, say: Say) -> None:
    with admin(options) as office:
        given = (options.audience, options.kind or Kind.COUNTER, options.person or ())
        code = office.device_code(options.office, options.name, options.counter, options.registers, *given)
    say.done(code, code=code)


VERBS = (
    Verb(
        *("device code", "a one-time enrolment code", _code, OFFICE),
        Option("--name", required=True, help="how the desk is called"),
        Option("--counter", default="", help="its short code on receipts; without one it issues none"),
        Option(
            "--registers",
            action="append",
            default=[],
            help="a series of letters it may number: letters.incoming/central, letters.memo/CODE (repeatable)",
        ),
        Option("--audience", action="append", default=[], help="registry/normal, unit:CODE/normal (repeatable)"),
        KIND,
        PERSON,
    ),
)
