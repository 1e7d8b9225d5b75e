"""Commands about the code by which an office's desks read citizens' numbers: told once, and forgotten."""

from argparse import Namespace

from sqlalchemy import text

from desktop.office.clock import SystemClock
from desktop.office.errors import OfficeError
from desktop.office.ids import IdMaker
from desktop.office.key_code import check_of, make_code, secret_of
from desktop.people.mutations import AnnounceKey
from sync.server.verbs.days import act, rows
from sync.server.verbs.verb import OFFICE, Say, Verb

_MADE = text("SELECT 1 FROM people_key WHERE office_id = :office")


def _make(options: Namespace, say: Say) -> None:
    if rows(options, _MADE):
        raise OfficeError("centre.people_code_there", office=options.office)
    code = make_code()
    secret = secret_of(code)
    assert secret is not None
    act(options, "people.announce_key", AnnounceKey(IdMaker(SystemClock()).new(), check_of(secret)))
    say.done(code, code=code)


VERBS = (
    Verb("citizens make-code", "the office's code for citizens' numbers; told once, keep it on paper", _make, OFFICE),
)
