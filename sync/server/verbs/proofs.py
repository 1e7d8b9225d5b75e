"""Commands about papers that prove themselves: the office's key, and keys of desks that were lost."""

import os
from argparse import ArgumentTypeError, Namespace
from base64 import b64decode
from datetime import datetime

from sqlalchemy import Engine, text

from desktop.office.clock import SystemClock, utc_text
from desktop.office.dates import BANGKOK
from desktop.office.errors import OfficeError
from desktop.office.ids import IdMaker
from desktop.office.signing import Signer
from desktop.proofs.mutations import ANNOUNCE_KEY, LOSE_KEY, AnnounceKey, LoseKey
from desktop.proofs.rules import as_voucher
from sync.server.acts import centre_act
from sync.server.database import make_engine, transact
from sync.server.verbs.days import act, rows
from sync.server.verbs.verb import OFFICE, Option, Say, Verb
from sync.server.vouching import make_key

_KEYS = text("SELECT public_key, made_at FROM proof_key WHERE office_id = :office ORDER BY made_at")
_VOUCHERS = text("""
SELECT id, device_id, content FROM desk_voucher WHERE office_id = :office AND encode(device_id, 'hex') = :device
""")


def _begin(options: Namespace, say: Say) -> None:
    engine = make_engine(options.database, pool_size=1)
    try:
        public_key = begin(engine, options.office)
    finally:
        engine.dispose()
    say.done(public_key.hex(), public_key=public_key.hex())


def begin(engine: Engine, office_id: int) -> bytes:
    """Gives an office its key and lets its desks know; the public half. OfficeError `centre.proof_key_there`."""
    seed, now = os.urandom(32), SystemClock().now()
    if not transact(engine, lambda connection: make_key(connection, office_id, seed, now)):
        raise OfficeError("centre.proof_key_there", office=office_id)
    public_key = Signer(seed).public_key
    centre_act(engine, office_id, ANNOUNCE_KEY.name, AnnounceKey(IdMaker(SystemClock()).new(), public_key))
    return public_key


def _show(options: Namespace, say: Say) -> None:
    found = rows(options, _KEYS)
    say.rows([{"public_key": b64decode(one["public_key"]).hex(), "made_at": one["made_at"]} for one in found])


def _lost(options: Namespace, say: Say) -> None:
    found = rows(options, _VOUCHERS, device=options.device)
    if not found:
        raise OfficeError("centre.no_voucher", device=options.device)
    for one in found:
        key = as_voucher(b64decode(one["content"])).desk_key
        act(options, LOSE_KEY.name, LoseKey(one["id"], one["device_id"], key, utc_text(options.at)))
    say.done(f"papers of that desk are doubtful from {utc_text(options.at)} on", at=utc_text(options.at))


def moment(typed: str) -> datetime:
    """`2026-12-30T14:05`, of Thailand where no zone is said."""
    try:
        found = datetime.fromisoformat(typed)
    except ValueError as error:
        raise ArgumentTypeError(f"not a moment: {typed}") from error
    return found if found.tzinfo else found.replace(tzinfo=BANGKOK)


VERBS = (
    Verb("proofs begin", "gives the office the key by which its papers prove themselves", _begin, OFFICE),
    Verb("proofs key", "the office's public key, to be published", _show, OFFICE),
    Verb(
        *("proofs lost", "a desk's key may be in other hands: its papers from then on are doubtful", _lost, OFFICE),
        Option("--device", required=True, help="its id, as `device reports` lists it"),
        Option("--at", moment, required=True, help="since when: 2026-12-30T14:05"),
    ),
)
