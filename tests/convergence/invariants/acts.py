"""S1, S2, S3, S13, S14, S15: what a clerk did arrives once and in order, stays in sight, and loses no side."""

import hashlib
from collections.abc import Container
from typing import Any

import msgspec
from sqlalchemy import text

from desktop.office.clock import utc_text
from desktop.office.errors import OfficeError
from desktop.office.proof import GENESIS
from desktop.store.outbox import KEPT
from sync.client.transport import Ask
from sync.wire.codec import decode
from sync.wire.messages import SyncRequest, SyncResponse
from tests.convergence.invariants.scene import Printer, RowKey, at_centre, device, marks
from tests.helpers.town import Said, Town, TownDesk


def nothing_done_is_lost(town: Town, desk: TownDesk, printer: Printer, *, whole: bool = True) -> None:
    """S1, S2: each act is at the centre exactly once, or waits here; a refusal is before a person.

    `whole`: this store was never put back from a copy; one that was may lack young acts that are at the centre.
    """
    outbox = desk.desk.reader.rows("SELECT mut_id, mseq, hash, state FROM outbox ORDER BY mseq")
    there = _acts_at_centre(town, desk)
    held, known = [row[0] for row in outbox], printer.acts[str(desk.folder)]
    assert held == [mut_id for mut_id in known if mut_id in set(held)]
    _what_is_not_kept_is_safe(town, desk, set(known) - set(held) - printer.lost, whole=whole)
    attended = {mseq for (mseq,) in desk.desk.reader.rows("SELECT mseq FROM attention WHERE mseq IS NOT NULL")}
    for mut_id, mseq, hashed, state in outbox:
        if state != "pending":
            assert there.get(mseq) == (mut_id, hashed, state), f"act {mseq} was acknowledged and is not so"
        if state in ("rejected", "flagged"):
            assert mseq in attended


def _what_is_not_kept_is_safe(town: Town, desk: TownDesk, forgotten: set[bytes], *, whole: bool) -> None:
    if not forgotten:
        return
    query = "SELECT mut_id, max(accepted_at) FROM mutation WHERE office_id = :o GROUP BY mut_id"
    accepted = dict(at_centre(town, query))
    assert forgotten <= accepted.keys(), "an act is nowhere"
    young = utc_text(desk.clock.now() - KEPT)
    assert not whole or all(accepted[mut_id] < young for mut_id in forgotten), "an act was forgotten too early"


def acts_are_in_order(town: Town, desk: TownDesk) -> None:
    """S13: the centre holds the desk's acts without a gap, each chained to the one before."""
    query = "SELECT mseq, prev_hash, hash FROM mutation WHERE office_id = :o AND device_id = :d ORDER BY mseq"
    before = GENESIS
    for place, (mseq, prev_hash, hashed) in enumerate(at_centre(town, query, d=device(desk)), 1):
        assert (mseq, prev_hash) == (place, before)
        before = hashed


def pending_acts_lie_on_top(desk: TownDesk, acked: Container[bytes] = ()) -> None:
    """S14: what waits in the outbox is in the rows that its clerk sees, worked out from the acts themselves.

    `acked`: acts that the centre has had and that are sent again; their rows may have left this desk since.
    """
    query = "SELECT mut_id, type, body FROM outbox WHERE state = 'pending'"
    for mut_id, name, packed in desk.desk.reader.rows(query):
        if mut_id in acked:
            continue
        body = msgspec.msgpack.decode(packed)
        for entity, row_id in _made_by(name, body):
            assert desk.desk.reader.one(f"SELECT 1 FROM {entity} WHERE id = ?", (row_id,)), f"{entity} left the screen"
    for entity, row_id in desk.desk.reader.rows("SELECT entity, row_id FROM touch"):
        held = desk.desk.reader.one(f"SELECT ver FROM {entity} WHERE id = ?", (row_id,))
        base = desk.desk.reader.one("SELECT 1 FROM shadow WHERE entity = ? AND row_id = ?", (entity, row_id))
        assert held is None or (held[0] > 0) == bool(base), f"what lies below an act on {entity} was not kept"


def both_sides_are_kept(town: Town, desk: TownDesk) -> None:
    """S15: an act that did not pass is whole at both ends, word for word, and stands in the tray."""
    query = "SELECT mseq, body FROM mutation WHERE office_id = :o AND device_id = :d"
    there = dict(at_centre(town, query, d=device(desk)))
    told = {mseq for (mseq,) in desk.desk.reader.rows("SELECT mseq FROM attention")}
    query = "SELECT mseq, body FROM outbox WHERE state IN ('rejected', 'flagged')"
    for mseq, body in desk.desk.reader.rows(query):
        assert there[mseq] == body, "the centre kept another act than the desk did"
        assert mseq in told, "an act that did not pass is before nobody"


def replays_change_nothing(town: Town, desk: TownDesk, said: Said) -> None:
    """S3: a request of this desk, said again at any later time, changes nothing and is answered as the first time.

    What cannot be answered as then (a spent claim, a chunk behind the offset) is refused. An enrolment that had no
    answer may never have come: said now for the first time it would make a device.
    """
    if said.ask.path == "/v1/enrol" and said.body is None:
        return
    desk.centre._signed(said.ask)  # a token that has run out is renewed first: that is something new
    before = imprint(town)
    if said.ask.path == "/v1/sync":
        request = msgspec.structs.replace(decode(said.ask.body or b"", SyncRequest), need_leases=())
        answer = desk.centre.sync(request)
        first = _results(decode(said.body, SyncResponse)) if said.body is not None else _settled(town, desk, request)
        assert _results(answer) == first, "the same acts were judged otherwise"
    elif said.ask.path.startswith("/v1/blobs") or said.ask.method == "POST":
        _say_again(desk, said.ask)
    after = imprint(town)
    changed = [name for name in after if after[name] != before[name]]
    assert not changed, f"{said.ask.method} {said.ask.path} said again changed {marks(changed)}"


def _say_again(desk: TownDesk, ask: Ask) -> None:
    try:
        desk.centre._authorised(Ask(ask.method, ask.path, ask.body, ask.headers))
    except OfficeError as error:
        if error.code != "post.refused":
            raise


def imprint(town: Town) -> dict[str, str]:
    """What the centre holds of this office, table by table, as digests; tokens and claims are not part of it."""
    found: dict[str, str] = {}
    with town.engine.connect() as connection:
        for (name,) in connection.execute(text(_TABLES)).all():
            rows = connection.execute(text(_DIGEST.format(name=name)), {"o": town.office_id}).scalar()
            found[name] = hashlib.sha256(str(rows).encode()).hexdigest()
    return found


_PASSING = "('token_seen', 'signin_attempt', 'desk_report')"
"""What is written about a visit and not about the office."""
_TABLES = f"""
SELECT table_name FROM information_schema.columns
WHERE table_schema = 'public' AND column_name = 'office_id' AND table_name NOT IN {_PASSING} ORDER BY 1
"""
_DIGEST = "SELECT string_agg(md5(t::text), ' ' ORDER BY md5(t::text)) FROM {name} t WHERE office_id = :o"


def _results(answer: SyncResponse) -> list[object]:
    """Statuses are told as the first time; data too."""
    return [(one.mseq, one.outcome or one.status, one.eff_oseq, one.code, one.data) for one in answer.results]


def _settled(town: Town, desk: TownDesk, request: SyncRequest) -> list[object]:
    """What the centre's books say about the acts of a request whose answer was lost."""
    query = "SELECT mseq, status, eff_oseq, code, data FROM mutation WHERE office_id = :o AND device_id = :d"
    rows = {row[0]: row for row in at_centre(town, query, d=device(desk))}
    kept = [rows[act.mseq] for act in request.mutations]
    return [(*row[:4], msgspec.msgpack.decode(row[4]) if row[4] is not None else None) for row in kept]


def _made_by(name: str, body: dict[str, Any]) -> list[RowKey]:
    """The rows that a fact makes."""
    match name:
        case "letters.register" | "letters.register_provisional":
            return [("letter", body["letter_id"]), *(("letter_file", part["id"]) for part in body["files"])]
        case "letters.endorse":
            return [("endorsement", body["endorsement_id"])]
        case "cashier.issue_receipt":
            return [("receipt", body["receipt_id"]), *(("receipt_line", part["id"]) for part in body["lines"])]
        case "cashier.make_bill":
            return [("bill", body["bill_id"]), *(("bill_line", part["id"]) for part in body["lines"])]
        case "cashier.take_payment":
            return [("bill_payment", body["payment_id"])]
        case "cashier.void_receipt":
            return [("receipt_void", body["void_id"])]
    return []


def _acts_at_centre(town: Town, desk: TownDesk) -> dict[int, tuple[bytes, bytes, str]]:
    query = "SELECT mseq, mut_id, hash, status FROM mutation WHERE office_id = :o AND device_id = :d"
    found = at_centre(town, query, d=device(desk))
    assert len({row[1] for row in found}) == len(found)
    return {mseq: (mut_id, hashed, status) for mseq, mut_id, hashed, status in found}
