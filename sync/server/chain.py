"""The chain of a desk's acts: each names the hash of the one before, so that a copied disk betrays itself."""

import re
from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select

from desktop.office.clock import from_utc_text
from desktop.office.proof import link
from sync.server.devices import Device
from sync.server.refusal import Refusal
from sync.server.tables import mutation
from sync.wire.messages import MOST_ACTS, Chain, Result, WireMutation

MAX_BODY = 1 << 20
_TYPE = re.compile(r"[a-z0-9_.]{1,100}")
_BIGINT = (1 << 63) - 1


def check_shape(mutations: Sequence[WireMutation]) -> None:
    """A Refusal unless the acts are whole, in order and rightly chained among themselves; asks no database."""
    if len(mutations) > MOST_ACTS:
        raise Refusal(413, "too_large", f"{len(mutations)} mutations, {MOST_ACTS} are allowed")
    before: WireMutation | None = None
    for act in mutations:
        if not _is_whole(act):
            raise Refusal(400, "bad_request", "a mutation is misshapen", mseq=max(-1, min(act.mseq, _BIGINT)))
        if before is not None and (act.mseq != before.mseq + 1 or act.prev_hash != before.hash):
            raise Refusal(400, "bad_chain", "mutations are not in one chain", mseq=act.mseq)
        if link(act.prev_hash, act.mseq, act.mut_id, act.type, act.v, act.user_id, act.at, act.body) != act.hash:
            raise Refusal(400, "bad_chain", "a mutation does not match its hash", mseq=act.mseq)
        before = act


def _is_whole(act: WireMutation) -> bool:
    sizes = (len(act.mut_id), len(act.user_id), len(act.prev_hash), len(act.hash)) == (16, 16, 32, 32)
    figures = 1 <= act.mseq < _BIGINT and 0 <= act.v < 1 << 31
    return bool(sizes and figures and _TYPE.fullmatch(act.type) and len(act.body) <= MAX_BODY and _is_moment(act.at))


def _is_moment(text: str) -> bool:
    try:
        from_utc_text(text)
    except (ValueError, OverflowError):
        return False
    return text.isascii() and len(text) == 27


def split(
    connection: Connection, device: Device, mutations: Sequence[WireMutation]
) -> tuple[list[Result], list[WireMutation]]:
    """What was said before about the acts already known, and the new acts; a Refusal when they don't join the chain."""
    known = [act for act in mutations if act.mseq <= device.last_mseq]
    fresh = list(mutations[len(known) :])
    told = _told_before(connection, device, known)
    if fresh and fresh[0].mseq > device.last_mseq + 1:
        raise _gap(device)
    if fresh and fresh[0].prev_hash != device.last_hash:
        raise _forked(fresh[0].mseq)
    return told, fresh


def check_end(connection: Connection, device: Device, chain: Chain) -> None:
    """Holds what the desk believes acknowledged against the books: a copy of its disk or of ours shows here."""
    if chain.last_mseq > device.last_mseq:
        raise _gap(device)
    if chain.last_mseq == device.last_mseq:
        known: bytes | None = device.last_hash
    else:
        known = connection.scalar(
            select(mutation.c.hash).where(
                mutation.c.office_id == device.office_id,
                mutation.c.device_id == device.device_id,
                mutation.c.mseq == chain.last_mseq,
            )
        )
    if chain.last_mseq > 0 and known != chain.last_hash:
        raise _forked(chain.last_mseq)


def _told_before(connection: Connection, device: Device, known: Sequence[WireMutation]) -> list[Result]:
    if not known:
        return []
    found = connection.execute(
        select(mutation).where(
            mutation.c.office_id == device.office_id,
            mutation.c.device_id == device.device_id,
            mutation.c.mseq.between(known[0].mseq, known[-1].mseq),
        )
    )
    rows = {row.mseq: row for row in found}
    for act in known:
        if act.mseq not in rows or rows[act.mseq].hash != act.hash:
            raise _forked(act.mseq)
    return [told(rows[act.mseq]) for act in known]


def told(row: Row[Any]) -> Result:
    """The original result of a row of `mutation`, as a duplicate gets it."""
    data = msgspec.msgpack.decode(row.data) if row.data is not None else None
    return Result(row.mseq, "duplicate", row.eff_oseq, row.code, data, outcome=row.status)


def _gap(device: Device) -> Refusal:
    return Refusal(409, "expected_mseq", "acts are missing in between", expected=device.last_mseq + 1)


def _forked(mseq: int) -> Refusal:
    return Refusal(409, "device_forked", "two disks speak as one device", mseq=mseq)
