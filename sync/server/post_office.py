"""The one write function of the centre: acts of a device, their effects, feed and receipts in one transaction."""

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from desktop.office.mutation import Catalogue
from sync.server import devices, feed
from sync.server.chain import check_end, check_shape, split, told
from sync.server.devices import Device, DeviceKey
from sync.server.judge import Judge, Verdict
from sync.server.tables import mutation
from sync.server.writing import open_gate
from sync.wire.messages import Chain, Result, WireMutation

SLICE = 50
"""Acts per transaction: short locks, and few enough savepoints for PostgreSQL to keep at hand (64)."""


def accept(
    connection: Connection,
    catalogue: Catalogue,
    key: DeviceKey,
    mutations: Sequence[WireMutation],
    at: str,
    chain: Chain | None = None,
) -> tuple[Result, ...]:
    """Performs the acts of one device in order, each once for ever; `at` is the centre's time as UTC text.

    The caller commits, or tries the whole transaction again. A Refusal (forked chain, gap, unknown device) changes
    nothing. An act accepted before gets its original result; one that can't be performed is kept with the reason.
    """
    check_shape(mutations)
    device = devices.find(connection, key, lock=True)
    if chain is not None:
        check_end(connection, device, chain)
    results, fresh = split(connection, device, mutations)
    if fresh:
        open_gate(connection, key.office_id)
        results += _perform(connection, catalogue, device, fresh, at)
    return tuple(results)


def _perform(
    connection: Connection, catalogue: Catalogue, device: Device, acts: Sequence[WireMutation], at: str
) -> list[Result]:
    repeats = _repeats(connection, device, acts)
    judge = Judge(connection, catalogue, device)
    verdicts: dict[int, Verdict] = {}
    for act in acts:
        if act.mseq not in repeats:
            verdicts[act.mseq] = judge.decide(act)
    touched = dict.fromkeys(key for verdict in verdicts.values() for key in verdict.touched)
    position = feed.publish(connection, catalogue, device.office_id, touched)
    results = [repeats.get(act.mseq) or _result(act, verdicts[act.mseq], position) for act in acts]
    connection.execute(
        mutation.insert(), [_receipt(device, act, said, at) for act, said in zip(acts, results, strict=True)]
    )
    devices.advance(connection, device.key, acts[-1].mseq, acts[-1].hash)
    return results


def _repeats(connection: Connection, device: Device, acts: Sequence[WireMutation]) -> dict[int, Result]:
    """Acts that the office knows under another device or place: a desk enrolled anew sends its outbox again."""
    ids = [act.mut_id for act in acts]
    query = select(mutation).where(
        mutation.c.office_id == device.office_id, mutation.c.mut_id.in_(ids), mutation.c.repeats.is_(False)
    )
    known = {row.mut_id: row for row in connection.execute(query)}
    repeats: dict[int, Result] = {}
    seen: set[bytes] = set()
    for act in acts:
        row = known.get(act.mut_id)
        if row is not None and (row.type, row.v, row.body) == (act.type, act.v, act.body):
            repeats[act.mseq] = msgspec.structs.replace(told(row), mseq=act.mseq)
        elif row is not None or act.mut_id in seen:
            repeats[act.mseq] = Result(act.mseq, "rejected", code="mut_id_reused")
        seen.add(act.mut_id)
    return repeats


def _result(act: WireMutation, verdict: Verdict, position: int) -> Result:
    seen_at = 0 if verdict.status == "rejected" else position
    return Result(act.mseq, verdict.status, seen_at, verdict.code, verdict.data)


def _receipt(device: Device, act: WireMutation, said: Result, at: str) -> dict[str, Any]:
    """The row of `mutation`: the act kept whole with what was said about it."""
    row: dict[str, Any] = msgspec.structs.asdict(act)
    row |= {"office_id": device.office_id, "device_id": device.device_id, "accepted_at": at}
    row |= {"status": said.outcome or said.status, "code": said.code, "eff_oseq": said.eff_oseq}
    row["data"] = msgspec.msgpack.encode(said.data) if said.data is not None else None
    row["repeats"] = said.status == "duplicate" or said.code == "mut_id_reused"
    return row
