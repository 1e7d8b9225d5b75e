"""What a command is: its words, its options, the work, and how it speaks, for people or as JSON.

A new command is one `Verb` in the `VERBS` of its topic's file (and that file's line in `cli.ALL`, a new group's in
`cli.GROUPS`):

    Verb("device revoke", "end a desk", _revoke, OFFICE, Option("--device", required=True))

`work(options, say)` has the options by name (`options.office`, `options.device`, `options.database`) and speaks by
`say.done("the desk is revoked", device=...)` and `say.rows([...])`: with `--json` the facts are printed, not the words.
"""

import json
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sync.server.admin import Admin
from sync.server.database import make_engine


class Say:
    """Where a command's answer goes, one line at a time."""

    def __init__(self, line: Callable[[str], object], as_json: bool = False) -> None:
        self._line = line
        self._as_json = as_json

    def done(self, words: str, **facts: Any) -> None:
        """What was done: the words to a person, the facts to a program."""
        self._line(json.dumps(facts or {"done": words}, ensure_ascii=False) if self._as_json else words)

    def rows(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """A list: for a person tabs between the values, for a program one JSON array."""
        if self._as_json:
            self._line(json.dumps(list(rows), ensure_ascii=False))
            return
        for row in rows:
            self._line("\t".join(_plain(value) for value in row.values()))


def _plain(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return ",".join(map(str, value))
    return "-" if value is None or value == "" else str(value)


@dataclass(frozen=True, init=False)
class Option:
    """One option; what is given beside its name and kind goes to argparse as it is."""

    name: str
    kind: Callable[[str], Any] | None
    rest: Mapping[str, Any]

    def __init__(self, name: str, kind: Callable[[str], Any] | None = str, **rest: Any) -> None:
        object.__setattr__(self, "name", name)
        object.__setattr__(self, "kind", kind)
        object.__setattr__(self, "rest", rest)


@dataclass(frozen=True, init=False)
class Verb:
    """`words`: "device code" is `code` in the group `device`."""

    words: str
    says: str
    work: Callable[[Namespace, Say], None]
    options: tuple[Option, ...]

    def __init__(self, words: str, says: str, work: Callable[[Namespace, Say], None], *options: Option) -> None:
        object.__setattr__(self, "words", words)
        object.__setattr__(self, "says", says)
        object.__setattr__(self, "work", work)
        object.__setattr__(self, "options", options)


OFFICE = Option("--office", int, required=True, metavar="NUMBER", help="the office's number")


@contextmanager
def admin(options: Namespace) -> Iterator[Admin]:
    """The administration of the database that the command line names."""
    engine = make_engine(options.database, pool_size=1)
    try:
        yield Admin(engine)
    finally:
        engine.dispose()
