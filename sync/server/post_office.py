"""The one write function of the centre: acts of a device, their effects, feed and receipts in one transaction."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import takewhile
from typing import Any, TypeAlias

import msgspec
from sqlalchemy import Connection, Engine, Row, select

from desktop.office.clock import Clock, utc_text
from desktop.office.mutation import Catalogue
from sync.server import devices, feed, many, roads, signatures
from sync.server.chain import check_end, check_shape, split, told
from sync.server.database import transact
from sync.server.devices import Device, DeviceKey
from sync.server.judge import Judge, Verdict
from sync.server.roads import SLICE
from sync.server.signatures import Signed
from sync.server.straight import Statement
from sync.server.tables import mutation
from sync.server.writing import open_gate
from sync.wire.messages import MOST_ACTS, Chain, Result, WireMutation

_KNOWN = Statement(f"""
SELECT asked.mut_id FROM {many.asked({"mut_id": "BYTEA"})}
CROSS JOIN {many.found("mutation", "true", ["mut_id"], "NOT repeats")}
""")


def accept(
    connection: Connection,
    catalogue: Catalogue,
    key: DeviceKey,
    mutations: Sequence[WireMutation],
    at: str,
    chain: Chain | None = None,
    *,
    by_set: bool = True,
    withdrawn: bool = False,
) -> tuple[Result, ...]:
    """Performs the acts of one device in order, each once for ever; `at` is the centre's time as UTC text.

    The caller commits, or tries the whole transaction again. A Refusal (forked chain, gap, unknown device) changes
    nothing. An act accepted before gets its original result; one that can't be performed is kept with the reason.
    Acts that can't be done by the set (`by_set`) are done one by one, the first `roads.SLICE` of them: where there are
    fewer results than acts, the rest is to be asked again. `withdrawn`: of a device that may no longer speak for
    itself, because a person accepted them.
    """
    check_shape(mutations)
    return _accept(connection, catalogue, key, mutations, at, chain, by_set=by_set, withdrawn=withdrawn)


def accept_all(
    engine: Engine,
    catalogue: Catalogue,
    key: DeviceKey,
    mutations: Sequence[WireMutation],
    clock: Clock,
    chain: Chain | None = None,
    signed: Signed | None = None,
) -> list[Result]:
    """As `accept`, all of them, in as few transactions as can be: what is done stays done when a later one fails."""
    check_shape(mutations)
    results: list[Result] = []
    size = MOST_ACTS
    while part := mutations[len(results) : len(results) + size]:
        said = transact(engine, partial(_slice, catalogue, key, part, utc_text(clock.now()), chain, signed))
        size = size if len(said) == len(part) else SLICE
        results += said
        chain = None
    return results


def _slice(
    catalogue: Catalogue,
    key: DeviceKey,
    acts: Sequence[WireMutation],
    at: str,
    chain: Chain | None,
    signed: Signed | None,
    connection: Connection,
) -> tuple[Result, ...]:
    return _accept(connection, catalogue, key, acts, at, chain, signed=signed)


def _accept(
    connection: Connection,
    catalogue: Catalogue,
    key: DeviceKey,
    acts: Sequence[WireMutation],
    at: str,
    chain: Chain | None,
    *,
    signed: Signed | None = None,
    by_set: bool = True,
    withdrawn: bool = False,
) -> tuple[Result, ...]:
    device = devices.find(connection, key, lock=True, withdrawn=withdrawn)
    if signed is not None:
        signatures.check(device, signed)
    if chain is not None:
        check_end(connection, device, chain)
    results, fresh = split(connection, device, acts)
    if fresh:
        open_gate(connection, key.office_id)
        results += _perform(connection, catalogue, device, fresh, at, signed, by_set)
    return tuple(results)


def _perform(
    connection: Connection,
    catalogue: Catalogue,
    device: Device,
    acts: Sequence[WireMutation],
    at: str,
    signed: Signed | None,
    by_set: bool,
) -> list[Result]:
    repeats = _repeats(connection, device, acts)
    judge = Judge(connection, catalogue, device)
    fresh = [act for act in acts if act.mseq not in repeats]
    decided = roads.decide(connection, judge, device.office_id, fresh, by_set=by_set)
    touched = dict.fromkeys(key for verdict in decided.verdicts.values() for key in verdict.touched)
    position = feed.publish(connection, catalogue, decided.slate, touched)
    results: dict[int, Result] = {}
    for act in takewhile(lambda act: act.mseq in repeats or act.mseq in decided.verdicts, acts):
        verdict = decided.verdicts.get(act.mseq)
        results[act.mseq] = _result(act, verdict, position) if verdict else repeats[act.mseq](results)
    done = acts[: len(results)]
    receipts = [_receipt(device, act, results[act.mseq], at, signed) for act in done]
    many.insert(connection, mutation, device.office_id, tuple(receipts[0]), receipts)
    last = done[-1]
    devices.advance(connection, device.key, last.mseq, last.hash, signed=signatures.under(last, signed) is not None)
    return list(results.values())


_Answer: TypeAlias = Callable[[Mapping[int, Result]], Result]
"""Says what becomes of an act, given the results of those before it."""


def _repeats(connection: Connection, device: Device, acts: Sequence[WireMutation]) -> dict[int, _Answer]:
    """Acts that the office knows under another device or place: a desk enrolled anew sends its outbox again."""
    known = _known(connection, device.office_id, acts)
    repeats: dict[int, _Answer] = {}
    first: dict[bytes, WireMutation] = {}
    for act in acts:
        row, twin = known.get(act.mut_id), first.setdefault(act.mut_id, act)
        original = row if row is not None else twin
        if original is act:
            continue
        if (original.type, original.v, original.body) != (act.type, act.v, act.body):
            repeats[act.mseq] = partial(_reused, act)
        elif row is not None:
            repeats[act.mseq] = partial(_known_before, act, row)
        else:
            repeats[act.mseq] = partial(_twin, act, twin)
    return repeats


def _known(connection: Connection, office_id: int, acts: Sequence[WireMutation]) -> dict[bytes, Row[Any]]:
    rows = many.packed({"mut_id": act.mut_id} for act in acts)
    known = [mut_id for (mut_id,) in _KNOWN.rows(connection, office_id=office_id, rows=rows)]
    if not known:
        return {}
    here = (mutation.c.office_id == office_id, mutation.c.mut_id.in_(known), ~mutation.c.repeats)
    return {row.mut_id: row for row in connection.execute(select(mutation).where(*here))}


def _reused(act: WireMutation, results: Mapping[int, Result]) -> Result:
    return Result(act.mseq, "rejected", code="mut_id_reused")


def _known_before(act: WireMutation, row: Row[Any], results: Mapping[int, Result]) -> Result:
    return msgspec.structs.replace(told(row), mseq=act.mseq)


def _twin(act: WireMutation, first: WireMutation, results: Mapping[int, Result]) -> Result:
    said = results[first.mseq]
    return Result(act.mseq, "duplicate", said.eff_oseq, said.code, said.data, outcome=said.status)


def _result(act: WireMutation, verdict: Verdict, position: int) -> Result:
    seen_at = 0 if verdict.status == "rejected" else position
    return Result(act.mseq, verdict.status, seen_at, verdict.code, verdict.data)


def _receipt(device: Device, act: WireMutation, said: Result, at: str, signed: Signed | None) -> dict[str, Any]:
    """The row of `mutation`: the act kept whole with what was said about it."""
    row: dict[str, Any] = msgspec.structs.asdict(act)
    row |= {"device_id": device.device_id, "accepted_at": at}
    row |= {"status": said.outcome or said.status, "code": said.code, "eff_oseq": said.eff_oseq}
    row["data"] = msgspec.msgpack.encode(said.data) if said.data is not None else None
    row["signature"] = signatures.under(act, signed)
    row["repeats"] = said.status == "duplicate" or said.code == "mut_id_reused"
    return row
