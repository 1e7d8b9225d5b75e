"""Commands about the code by which an office's desks read citizens' numbers: told once, and forgotten."""

from argparse import Namespace

from sqlalchemy import text

from desktop.office.clock import SystemClock
from desktop.office.errors import OfficeError
from desktop.office.ids import IdMaker
from desktop.people.mutations import AnnounceKey
from desktop.people.numbers import PeopleKey, make_code
from sync.server.verbs.days import act, rows
from sync.server.verbs.verb import OFFICE, Say, Verb

_MADE = text("SELECT 1 FROM people_key WHERE office_id = :office")


def _make(options: Namespace, say: Say) -> None:
    if rows(options, _MADE):
        raise OfficeError("centre.people_code_there", office=options.office)
    code = make_code()
    key = PeopleKey.of_code(code)
    assert key is not None
    act(options, "people.announce_key", AnnounceKey(IdMaker(SystemClock()).new(), key.check))
    say.done(code, code=code)


VERBS = (
    Verb(
        *(
            "citizens make-code",
            "the office's code for citizens' numbers; told once, to be kept on paper",
            _make,
            OFFICE,
        ),
    ),
)
