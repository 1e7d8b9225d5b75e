"""Two roads to the same end: acts performed together in memory, or one by one by statements when that can't be done.

The second is always open; the first only saves time. Tests hold that both lead to the same rows, feed and results.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from desktop.office.tables import number_event
from sync.server.database import passing, sqlstate
from sync.server.judge import Judge, Understood, Verdict
from sync.server.slate import Slate, Unfit
from sync.server.trials import SavepointTrial, SlateTrial, Trial
from sync.wire.messages import WireMutation

log = logging.getLogger(__name__)

SLICE = 50
"""Acts that are done one by one in a transaction: short locks, and few enough savepoints for PostgreSQL (64)."""


@dataclass(frozen=True)
class Decided:
    """What became of acts, by their `mseq`, and the office's rows as they are now."""

    verdicts: dict[int, Verdict]
    slate: Slate


def decide(
    connection: Connection, judge: Judge, office_id: int, acts: Sequence[WireMutation], *, by_set: bool
) -> Decided:
    """Performs the acts in order; of those that can't be done by the set only the first `SLICE`."""
    meant = {act.mseq: judge.understand(act) for act in acts}
    if by_set and (decided := _together(connection, judge, office_id, meant)):
        return decided
    trial = SavepointTrial(connection, office_id)
    verdicts = {act.mseq: _decide(judge, meant[act.mseq], trial) for act in acts[:SLICE]}
    return Decided(verdicts, Slate(connection, office_id))


def _together(
    connection: Connection, judge: Judge, office_id: int, meant: dict[int, Understood | Verdict]
) -> Decided | None:
    """All of the acts behind one savepoint; None, and nothing is done, when one of them is not for this road."""
    slate = Slate(connection, office_id)
    try:
        with connection.begin_nested():
            _fetch(slate, [one for one in meant.values() if isinstance(one, Understood)])
            trial = SlateTrial(slate)
            verdicts = {mseq: _decide(judge, one, trial) for mseq, one in meant.items()}
            slate.flush()
    except Unfit as unfit:
        log.info("acts=%d go one by one: %s", len(meant), unfit)
        return None
    except DBAPIError as error:
        if passing(error):
            raise
        log.info("acts=%d go one by one sqlstate=%s", len(meant), sqlstate(error))
        return None
    return Decided(verdicts, slate)


def _fetch(slate: Slate, meant: Sequence[Understood]) -> None:
    """Has the rows at hand that the acts are going to ask for."""
    slate.fetch(look for one in meant for look in one.looks())
    slate.fetch_keys(number_event, [place for one in meant for place in one.places])


def _decide(judge: Judge, meant: Understood | Verdict, trial: Trial) -> Verdict:
    return meant if isinstance(meant, Verdict) else judge.decide(meant, trial)
