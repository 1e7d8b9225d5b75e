"""The office's word for its desks' keys, and its signed list of what was revoked: seen to when a desk asks for a token.

Nothing is done for an office that has no key of its own (`proofs begin`).
"""

import hashlib
import logging
from base64 import b64decode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, Engine, text

from desktop.office.clock import Clock, from_utc_text, utc_text
from desktop.office.dates import local_date
from desktop.office.ids import IdMaker
from desktop.office.signing import Signer
from desktop.proofs.model import Lost, Page, PaperKind, Revoked
from desktop.proofs.mutations import LOSE_KEY, PUBLISH, VOUCH, LoseKey, Publish, Vouch
from desktop.proofs.rules import (
    DESK,
    FIRST_PAGE,
    LIST,
    as_page,
    as_voucher,
    issuer,
    page_part,
    short_key,
    short_paper,
    voucher_part,
)
from sync.server import devices
from sync.server.acts import Act, chained
from sync.server.database import transact
from sync.server.devices import CENTRE_ID, DeviceKey
from sync.server.post_office import accept
from sync.server.rooms import CATALOGUE
from sync.server.straight import Statement

log = logging.getLogger(__name__)
VOUCHED, RENEWED = timedelta(days=400), timedelta(days=100)
"""For how long the office vouches for a key, and how long before its end it does so again."""
FRESH = timedelta(hours=20)
"""A list older than this is signed anew, though nothing was added: its date says up to when nothing was."""

_NEEDS = Statement("""
SELECT s.seed, o.name_th, d.public_key, coalesce(nullif(d.counter, ''), d.name),
    ARRAY(SELECT content FROM desk_voucher v WHERE v.office_id = d.office_id AND v.device_id = d.device_id
          AND v.last >= :good),
    (SELECT max(at) FROM revocation_page p WHERE p.office_id = d.office_id),
    (SELECT coalesce(sum(entries), 0) FROM revocation_page p WHERE p.office_id = d.office_id),
    (SELECT count(*) FROM revocation r WHERE r.office_id = d.office_id)
    + (SELECT count(*) FROM lost_key k WHERE k.office_id = d.office_id),
    EXISTS (SELECT 1 FROM device gone JOIN desk_voucher v
            ON v.office_id = gone.office_id AND v.device_id = gone.device_id
            WHERE gone.office_id = d.office_id AND gone.revoked_at IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM lost_key k WHERE k.office_id = v.office_id AND k.id = v.id))
FROM proof_seed s
JOIN device d ON d.office_id = s.office_id AND d.device_id = :device
JOIN office o ON o.office_id = s.office_id
WHERE s.office_id = :office
""")
_GONE = text("""
SELECT v.id, v.device_id, v.content, d.revoked_at FROM desk_voucher v
JOIN device d ON d.office_id = v.office_id AND d.device_id = v.device_id AND d.revoked_at IS NOT NULL
WHERE v.office_id = :office AND NOT EXISTS (SELECT 1 FROM lost_key k WHERE k.office_id = v.office_id AND k.id = v.id)
""")
_MAKE = text("INSERT INTO proof_seed (office_id, seed, made_at) VALUES (:office, :seed, :at) ON CONFLICT DO NOTHING")
_PAGES = text("SELECT month, content FROM revocation_page WHERE office_id = :office AND month < :month ORDER BY month")
_REVOKED = text("SELECT kind, number, revoked_at FROM revocation WHERE office_id = :office ORDER BY revoked_at, id")
_LOST = text("SELECT desk_key, lost_at FROM lost_key WHERE office_id = :office ORDER BY lost_at, id")


@dataclass(frozen=True)
class Needs:
    """What there is and what is wanted of an office's proofs, seen by one of its desks. `vouchers` are contents."""

    seed: bytes
    office_name: str
    desk_key: bytes
    desk: str
    vouchers: Sequence[str]
    published: str | None
    listed: int
    revoked: int
    someone_went: bool

    @property
    def is_vouched(self) -> bool:
        return any(as_voucher(b64decode(one)).desk_key == self.desk_key for one in self.vouchers)

    def wants_list(self, now: datetime) -> bool:
        return (
            self.someone_went
            or self.revoked != self.listed
            or self.published is None
            or now - from_utc_text(self.published) > FRESH
        )


def see_to(engine: Engine, key: DeviceKey, clock: Clock) -> None:
    """What this desk and the list need now; a failure is logged, for the desk came for something else."""
    try:
        transact(engine, lambda connection: _see_to(connection, key, clock))
    except Exception:
        log.exception("proofs not seen to office=%d device=%s", key.office_id, key.device_id.hex())


def _see_to(connection: Connection, key: DeviceKey, clock: Clock) -> None:
    now = clock.now()
    if not _wanted(connection, key, now):
        return
    centre = devices.find(connection, DeviceKey(key.office_id, CENTRE_ID), lock=True)
    needs = _wanted(connection, key, now)  # as it is behind the lock: another desk may have been first
    if needs is None:
        return
    signer, acts = Signer(needs.seed), []
    if not needs.is_vouched:
        acts.append(_vouch(needs, signer, key, local_date(now)))
    lost = list(_lose(connection, key.office_id)) if needs.someone_went else []
    if needs.wants_list(now):
        acts += [Act(LOSE_KEY.name, one) for one in lost]
        acts.append(_publish(connection, key.office_id, signer, lost, now))
    accept(connection, CATALOGUE, centre.key, chained(centre, acts, utc_text(now), IdMaker(clock)), utc_text(now))


def _wanted(connection: Connection, key: DeviceKey, now: datetime) -> Needs | None:
    """None where nothing is to be done."""
    good = (local_date(now) + RENEWED).isoformat()
    row = _NEEDS.row(connection, office=key.office_id, device=key.device_id, good=good)
    needs = Needs(*row) if row else None
    return needs if needs and (not needs.is_vouched or needs.wants_list(now)) else None


def _vouch(needs: Needs, signer: Signer, key: DeviceKey, today: date) -> Act:
    last = today + VOUCHED
    part = voucher_part(
        issuer(signer.public_key), needs.office_name, needs.desk, needs.desk_key, today - timedelta(days=1), last
    )
    content = part + signer.sign(DESK + part)
    return Act(VOUCH.name, Vouch(_id(content), key.device_id, last.isoformat(), content))


def _lose(connection: Connection, office_id: int) -> Iterator[LoseKey]:
    """The keys of desks that were withdrawn: from then on nobody of the office signs with them."""
    for id_, device_id, content, at in connection.execute(_GONE, {"office": office_id}):
        yield LoseKey(id_, device_id, as_voucher(b64decode(content)).desk_key, at)


def _publish(connection: Connection, office_id: int, signer: Signer, lost: Sequence[LoseKey], now: datetime) -> Act:
    """This month of the list: whatever is revoked and stands in no earlier month."""
    month = local_date(now).replace(day=1)
    before = [b64decode(row.content) for row in connection.execute(_PAGES, {"office": office_id, "month": str(month)})]
    earlier = [as_page(content) for content in before]
    told = {(one.desk, one.at) for page in earlier for one in page.lost}
    gone = [(b64decode(row.desk_key), row.lost_at) for row in connection.execute(_LOST, {"office": office_id})]
    gone += [(one.desk_key, one.lost_at) for one in lost]
    page = Page(
        issuer(signer.public_key),
        month,
        now,
        hashlib.sha256(before[-1]).digest() if before else FIRST_PAGE,
        tuple(_newly_revoked(connection, office_id, {one.paper for page in earlier for one in page.revoked})),
        tuple(one for one in _as_lost(gone) if (one.desk, one.at) not in told),
    )
    content = page_part(page)
    content += signer.sign(LIST + content)
    entries = len(page.revoked) + len({one.desk for one in page.lost} - {desk for desk, _ in told})
    return Act(PUBLISH.name, Publish(_id(f"{office_id} {month}".encode()), str(month), entries, content))


def _newly_revoked(connection: Connection, office_id: int, known: set[bytes]) -> Iterator[Revoked]:
    for kind, number, at in connection.execute(_REVOKED, {"office": office_id}):
        paper = short_paper(PaperKind(kind), number)
        if paper not in known:
            yield Revoked(paper, from_utc_text(at))


def _as_lost(gone: Sequence[tuple[bytes, str]]) -> Iterator[Lost]:
    for desk_key, at in gone:
        moment = from_utc_text(at)
        yield Lost(short_key(desk_key), moment.replace(second=0, microsecond=0))


def _id(of: bytes) -> bytes:
    return hashlib.sha256(b"proofs\n" + of).digest()[:16]


def make_key(connection: Connection, office_id: int, seed: bytes, now: datetime) -> bool:
    """Gives an office its key; False when it has one."""
    row = {"office": office_id, "seed": seed, "at": utc_text(now)}
    return connection.execute(_MAKE, row).rowcount == 1
