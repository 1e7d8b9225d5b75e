"""Commands for desks in trouble: successors, withdrawal, work in quarantine, numbers after a restore."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager

from sync.server.database import make_engine, transact
from sync.server.recovery import Recovery, begin_feed
from sync.server.verbs.verb import OFFICE, Option, Say, Verb

_DEVICE = Option("--device", required=True, metavar="DESK", help="its name, or the beginning of its id")
_THROUGH = Option("--through", int, default=None, metavar="PLACE", help="up to this act; without it all that waits")


@contextmanager
def _recovery(options: Namespace) -> Iterator[Recovery]:
    engine = make_engine(options.database, pool_size=1)
    try:
        yield Recovery(engine)
    finally:
        engine.dispose()


def _successor(options: Namespace, say: Say) -> None:
    with _recovery(options) as office:
        code = office.successor_code(options.office, options.device)
    say.done(code, code=code)


def _revoke(options: Namespace, say: Say) -> None:
    with _recovery(options) as office:
        device = office.revoke(options.office, options.device)
    say.done(f"the desk {device.hex()} is withdrawn", device=device.hex())


def _waiting(options: Namespace, say: Say) -> None:
    with _recovery(options) as office:
        found = office.waiting(options.office)
    say.rows(
        [
            {
                "device": one.device_id.hex(),
                "mseq": one.mseq,
                "type": one.act.type,
                "at": one.act.at,
                "came": one.came_at,
            }
            for one in found
        ]
    )


def _accept(options: Namespace, say: Say) -> None:
    with _recovery(options) as office:
        results = office.accept(options.office, options.device, options.through)
    flagged = sum(one.status == "flagged" for one in results)
    say.done(f"{len(results)} acts are done, {flagged} of them flagged", acts=len(results), flagged=flagged)


def _refuse(options: Namespace, say: Say) -> None:
    with _recovery(options) as office:
        acts = office.refuse(options.office, options.device, options.through)
    say.done(f"{acts} acts are refused and kept", acts=acts)


def _silent(options: Namespace, say: Say) -> None:
    with _recovery(options) as office:
        say.rows([{"desk": name} for name in office.silent(options.office)])


def _release(options: Namespace, say: Say) -> None:
    with _recovery(options) as office:
        office.release(options.office)
    say.done("numbers are given again", office=options.office)


def _begin_feed(options: Namespace, say: Say) -> None:
    engine = make_engine(options.database, pool_size=1)
    try:
        transact(engine, begin_feed)
    finally:
        engine.dispose()
    say.done("a new feed begins; desks compare all they have at their next round")


VERBS = (
    Verb("device successor", "a one-time code for a desk that follows this one", _successor, OFFICE, _DEVICE),
    Verb("device revoke", "withdraw a desk; its open books go into suspense", _revoke, OFFICE, _DEVICE),
    Verb("quarantine list", "acts of withdrawn desks that wait for a decision", _waiting, OFFICE),
    Verb("quarantine accept", "perform what waits from a desk", _accept, OFFICE, _DEVICE, _THROUGH),
    Verb("quarantine refuse", "keep what waits from a desk, but never perform it", _refuse, OFFICE, _DEVICE, _THROUGH),
    Verb("recount list", "desks that have not told their books since the restore", _silent, OFFICE),
    Verb("recount release", "give new numbers without waiting for those desks", _release, OFFICE),
    Verb("begin-feed", "after any restore that was not done by `restore`: have all desks compare", _begin_feed),
)
