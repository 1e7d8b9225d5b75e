"""Official numbers from the centre itself: for tagged letters of a register that no desk holds."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, text

from desktop.letters.mutations import (
    NUMBER,
    NUMBER_AGAIN,
    REGISTER_AGAIN_PROVISIONAL,
    REGISTER_PROVISIONAL,
    NumberAgain,
    NumberLetter,
)
from desktop.letters.rules import PROVISIONAL
from desktop.office.clock import Clock, utc_text
from desktop.office.ids import Id, IdMaker
from desktop.office.mutation import Catalogue
from desktop.office.numbers import Taken
from desktop.office.rows import Row
from desktop.office.series import INCOMING, series_of
from desktop.registers.model import State
from desktop.registers.mutations import CLOSE
from sync.server import devices
from sync.server.acts import Act, chained
from sync.server.database import setting
from sync.server.devices import CENTRE_ID, DeviceKey
from sync.server.ledger import LAST_NUMBER, Ledger
from sync.server.post_office import accept
from sync.server.recount import someone_is_silent
from sync.server.writing import open_gate
from sync.wire.messages import WireMutation

HOLDER = "ส่วนกลาง"
AT_ONCE = 100
_OCCASIONS = frozenset({REGISTER_PROVISIONAL.name, REGISTER_AGAIN_PROVISIONAL.name, CLOSE.name})
_TAGGED = f"""
SELECT l.id, NULL::bytea AS registration, l.register, l.year_be, l.received_at AS at FROM letter l
JOIN letter_tag t ON t.office_id = l.office_id AND t.letter_id = l.id AND t.registration_id IS NULL
WHERE l.office_id = :office_id AND l.number >= {PROVISIONAL}
UNION ALL
SELECT g.letter_id, g.id, g.register, g.year_be, g.registered_at FROM letter_registration g
WHERE g.office_id = :office_id AND g.number >= {PROVISIONAL}
"""
_WAITING = text(f"""
SELECT w.id, w.registration, w.register, w.year_be FROM ({_TAGGED}) w WHERE NOT EXISTS (
    SELECT 1 FROM number_book b WHERE b.office_id = :office_id AND b.year_be = w.year_be AND b.state = 'leased'
    AND b.series = CASE w.register WHEN 'central' THEN '{INCOMING}' ELSE 'letters.' || w.register END)
ORDER BY w.register, w.year_be, w.at, w.id LIMIT {AT_ONCE}
""")


def is_occasion(acts: Iterable[WireMutation]) -> bool:
    """Whether these acts may have left letters that the centre should number."""
    return any(act.type in _OCCASIONS for act in acts)


def number_waiting(connection: Connection, catalogue: Catalogue, office_id: int, clock: Clock, ids: IdMaker) -> int:
    """Numbers what waits in registers without a holder, in one transaction behind the office's gate; how many.

    A grant waits for the same gate, so that either it sees these numbers or this sees its holder.
    """
    key = DeviceKey(office_id, CENTRE_ID)
    centre = devices.find(connection, key, lock=True)
    open_gate(connection, office_id)
    waiting = connection.execute(_WAITING, {"office_id": office_id}).all()
    if not waiting:
        return 0
    epoch = setting(connection, "feed_epoch")
    ledger, now = Ledger(connection, catalogue, office_id), utc_text(clock.now())
    acts: list[Act] = []
    for register, year in dict.fromkeys((row.register, row.year_be) for row in waiting):
        series = series_of(register)
        if someone_is_silent(connection, office_id, series, epoch):
            continue  # after a restore: a desk may hold the register without the centre's knowing
        letters = [row for row in waiting if (row.register, row.year_be) == (register, year)]
        acts += _numbered(ledger, series, year, letters, ids, now)
    ledger.publish()
    rest = chained(centre, acts, now, ids)
    while rest:
        rest = rest[len(accept(connection, catalogue, key, rest, now)) :]
    return len(acts)


def _numbered(ledger: Ledger, series: str, year: int, letters: Sequence[Any], ids: IdMaker, now: str) -> list[Act]:
    lo = ledger.beyond(series, year)
    hi = min(lo + len(letters) - 1, LAST_NUMBER)
    book = _book(ledger, series, year, lo, hi, ids, now)
    numbers = range(lo, hi + 1)
    taken = [Taken(series, year, n, book["id"], book["epoch"]) for n in numbers]
    return [_act(row.id, row.registration, one) for row, one in zip(letters, taken, strict=False)]


def _act(letter_id: Id, registration_id: Id | None, taken: Taken) -> Act:
    """A number for the letter itself, or for a division's registration of it."""
    if registration_id is None:
        return Act(NUMBER.name, NumberLetter(letter_id, taken))
    return Act(NUMBER_AGAIN.name, NumberAgain(bytes(registration_id), letter_id, taken))


def _book(ledger: Ledger, series: str, year: int, lo: int, hi: int, ids: IdMaker, now: str) -> Row:
    """The centre's own stretch of the register: its last one goes on if nobody numbered since."""
    own = [book for book in ledger.books(series, year) if book["device_id"] == CENTRE_ID and book["hi"] == lo - 1]
    if own:
        ledger.change(own[-1], hi=hi)
        return own[-1]
    _, epoch = ledger.last(series, year)
    place: dict[str, Any] = {"series": series, "year_be": year, "book_no": 0, "epoch": epoch + 1, "lo": lo, "hi": hi}
    who = {"device_id": CENTRE_ID, "holder": HOLDER, "valid_to": None, "leased_at": now}
    return ledger.add(ids.new(), state=State.EXHAUSTED, **place, **who)
