"""A desk that is far behind takes packs: whatever breaks on the way, it ends with exactly the centre's rows."""

from collections.abc import Callable
from functools import partial
from itertools import count
from threading import Semaphore
from typing import Any

import msgspec
import pytest

from desktop.letters.model import Registration
from desktop.office.errors import OfficeError
from desktop.store import filling, outbox
from desktop.store.unit_of_work import UnitOfWork
from sync.client import batches, request
from sync.client.round import Happened
from sync.server import packing
from sync.server.rooms import CATALOGUE
from sync.wire.messages import PackRef, Result, SnapshotOffer
from tests.bench.many_letters import fill
from tests.convergence.invariants import desk_equals_centre, pending_acts_lie_on_top
from tests.helpers.town import Town, TownDesk, identity

REGISTRY = "registry/normal"
MANY = 60
LETTERS = MANY + 15


@pytest.fixture
def office(town: Town, monkeypatch: pytest.MonkeyPatch) -> Town:
    """An office with letters enough for several (small) packs; every 25th is with the engineers."""
    monkeypatch.setattr("sync.server.packs.MANY", MANY)
    monkeypatch.setattr("sync.server.packing.PACK_ROWS", 20)
    fill(town.engine, town.office_id, LETTERS, routed_every=25, unit_id=identity("ENG"))
    return town


def fetched(desk: TownDesk, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[int, bytes], bytes]) -> list[str]:
    """The packs that the desk asks for from now on; `spoil` may alter (or raise) what comes, by its number."""
    asked: list[str] = []
    honest = desk.centre.pack

    def pack(bucket: str, upto: int, sha256: str) -> bytes:
        asked.append(sha256)
        return spoil(len(asked), honest(bucket, upto, sha256))

    monkeypatch.setattr(desk.centre, "pack", pack)
    return asked


def whole_snapshot(desk: TownDesk) -> SnapshotOffer:
    while not (told := desk.centre.snapshot(REGISTRY)).ready:
        pass
    return told


def as_it_is(_: int, content: bytes) -> bytes:
    return content


def rows_of(desk: TownDesk, table: str) -> int:
    found = desk.desk.reader.one(f"SELECT count(*) FROM {table}")
    assert found
    return int(found[0])


def test_a_new_desk_takes_packs_and_equals_the_centre(office: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = office.desk(synced=False)
    asked = fetched(desk, monkeypatch, as_it_is)
    steps: list[Happened] = []
    assert desk.round.run(steps.append).proven
    desk_equals_centre(office, desk)
    told = whole_snapshot(desk)
    assert sorted(asked) == sorted(one.sha256 for one in told.packs)
    shown = [(step.rows, step.rows_of) for step in steps if step.rows_of]
    assert shown == sorted(shown)
    assert shown[-1] == (told.total.n_rows,) * 2
    assert not any(step.proven for step in steps[:-1])
    assert rows_of(desk, "fill") == rows_of(desk, "aside") == 0


def test_packs_are_taken_while_the_centre_makes_others(office: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each pack is written at the centre only when the desk has asked for the one before it."""
    desk, turn = office.desk(synced=False), Semaphore(1)
    keep = packing.Packing._keep

    def wait_for_the_desk(self: packing.Packing, *arguments: Any) -> PackRef:
        assert turn.acquire(timeout=180)
        return keep(self, *arguments)

    def let_the_next_be_made(_: int, content: bytes) -> bytes:
        turn.release()
        return content

    monkeypatch.setattr(packing.Packing, "_keep", wait_for_the_desk)
    asked = fetched(desk, monkeypatch, let_the_next_be_made)
    assert desk.round.run().proven
    assert sorted(asked) == sorted(one.sha256 for one in whole_snapshot(desk).packs)
    desk_equals_centre(office, desk)


def test_a_centre_may_be_slow_with_each_pack(office: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Patience ends when nothing comes, and begins anew with every pack that does."""
    desk = office.desk(synced=False)
    whole, asked = whole_snapshot(desk), count()
    assert len(whole.packs) >= 3

    def slowly(*_: object) -> SnapshotOffer:
        there = next(asked) // 3
        packs, ready = whole.packs[:there], there > len(whole.packs)
        return msgspec.structs.replace(whole, packs=packs, ready=ready, again_after=0)

    monkeypatch.setattr("sync.client.snapshot._PATIENCE", 4)
    monkeypatch.setattr(desk.centre, "snapshot", slowly)
    assert desk.round.run().proven
    desk_equals_centre(office, desk)


def test_a_snapshot_that_the_centre_could_not_end_is_begun_anew(office: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    desk, kept = office.desk(synced=False), Semaphore(2)
    keep = packing.Packing._keep

    def two_only(self: packing.Packing, *arguments: Any) -> PackRef:
        if not kept.acquire(blocking=False):
            raise OSError(28, "disk full")
        return keep(self, *arguments)

    with monkeypatch.context() as broken:
        broken.setattr(packing.Packing, "_keep", two_only)
        with pytest.raises(OfficeError):
            desk.round.run()
    fill(office.engine, office.office_id, 3)
    assert desk.round.run().proven
    desk_equals_centre(office, desk)


def test_a_fill_that_was_cut_off_goes_on_at_its_next_pack(office: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = office.desk(synced=False)

    def die(number: int, content: bytes) -> bytes:
        if number == 3:
            raise OfficeError("post.no_line")
        return content

    with monkeypatch.context() as broken:
        fetched(desk, broken, die)
        with pytest.raises(OfficeError, match=r"post\.no_line"):
            desk.round.run()
    done = rows_of(desk, "letter")
    assert 0 < done < LETTERS
    desk.crash()
    desk.open()
    fill(office.engine, office.office_id, 3)
    asked = fetched(desk, monkeypatch, as_it_is)
    assert desk.round.run().proven
    assert len(asked) < len(whole_snapshot(desk).packs)
    desk_equals_centre(office, desk)


def test_when_the_snapshot_is_gone_meanwhile_another_is_taken(office: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = office.desk(synced=False)

    def die(number: int, content: bytes) -> bytes:
        if number == 2:
            raise OfficeError("post.no_line")
        return content

    with monkeypatch.context() as broken:
        fetched(desk, broken, die)
        with pytest.raises(OfficeError):
            desk.round.run()
    whole_snapshot(desk)  # else it may still be under way, and is the next one's answer
    for _ in range(2):
        fill(office.engine, office.office_id, MANY)
        whole_snapshot(desk)
    asked = fetched(desk, monkeypatch, as_it_is)
    assert desk.round.run().proven
    assert sorted(asked) == sorted(one.sha256 for one in whole_snapshot(desk).packs)
    desk_equals_centre(office, desk)


def test_a_pack_that_is_called_back_meanwhile_is_asked_for_anew(office: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = office.desk(synced=False)

    def gone(number: int, content: bytes) -> bytes:
        if number == 3:
            raise OfficeError("post.refused", problem="not_found", status=404, data={})
        return content

    fetched(desk, monkeypatch, gone)
    assert desk.round.run().proven
    desk_equals_centre(office, desk)


def test_an_altered_pack_is_fetched_again_and_nothing_of_it_is_written(
    office: Town, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    desk = office.desk(synced=False)

    def alter(number: int, content: bytes) -> bytes:
        return content[:-1] + bytes([content[-1] ^ 1]) if number in (1, 3, 4) else content

    asked = fetched(desk, monkeypatch, alter)
    assert desk.round.run().proven
    packs = len(whole_snapshot(desk).packs)
    assert (len(asked), len(set(asked))) == (packs + 3, packs)
    assert "altered" in caplog.text
    desk_equals_centre(office, desk)


def test_packs_that_stay_broken_leave_it_to_pages(
    office: Town, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    desk = office.desk(synced=False)
    asked = fetched(desk, monkeypatch, lambda number, content: content if number == 1 else content[: len(content) // 2])
    desk.round.run()
    assert len(asked) >= 4
    assert "pages must do" in caplog.text
    assert desk.round.run().proven
    desk_equals_centre(office, desk)


def test_acts_that_wait_lie_on_rows_of_packs(office: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bucket is read anew while acts wait, some known to the centre and not yet seen, some not even sent."""
    desk, other = office.desk(), office.second_desk()
    (seen,) = desk.desk.reader.rows("SELECT id FROM letter WHERE number = 1")[0]
    (unsent,) = desk.desk.reader.rows("SELECT id FROM letter WHERE number = 2")[0]
    act = desk.letters()
    act.endorse(seen, "รู้แล้วแต่ยังไม่เห็น")
    act.route(seen, [identity("ENG")])
    request_sent(desk)
    mine = act.register(Registration("อำเภอสมมติ", "นายกเทศมนตรี", "ของเราเอง"))
    act.endorse(unsent, "ยังไม่ได้ส่ง")
    desk.desk.settle("DELETE FROM member WHERE bucket = ?", (REGISTRY,))
    desk.desk.settle("DELETE FROM cursor WHERE bucket = ?", (REGISTRY,))
    noted: list[list[Any]] = []

    def look(_: int, content: bytes) -> bytes:
        noted.append(desk.desk.reader.rows("SELECT text FROM endorsement ORDER BY text"))
        pending_acts_lie_on_top(desk)
        return content

    fetched(desk, monkeypatch, look)
    honest_batch = batches.batch
    monkeypatch.setattr(request, "batch", lambda acts: [])
    desk.round.run()
    assert noted
    assert all(texts == [("ยังไม่ได้ส่ง",), ("รู้แล้วแต่ยังไม่เห็น",)] for texts in noted), "an act left the screen"
    pending_acts_lie_on_top(desk)
    assert desk.desk.reader.one("SELECT ver FROM letter WHERE id = ?", (mine.id,)) == (0,)
    monkeypatch.setattr(request, "batch", honest_batch)
    assert desk.round.run().proven
    desk_equals_centre(office, desk)
    assert other.round.run().proven
    desk_equals_centre(office, other)


def request_sent(desk: TownDesk) -> None:
    """The acts reach the centre, and their answers this desk; but the line breaks before it reads any further."""
    answer = desk.centre.sync(request.build(desk.desk, ()))
    for said in answer.results:
        desk.desk.write(partial(_settle, said))


def _settle(said: Result, unit: UnitOfWork) -> None:
    outbox.settle(unit, said.mseq, said.status, said.eff_oseq, None, None)


def test_what_left_after_the_snapshot_is_not_kept(office: Town) -> None:
    """The engineers' desk takes an old snapshot, and the feed since then takes a letter away again."""
    fill(office.engine, office.office_id, MANY, routed_every=1, unit_id=identity("ENG"))
    registry, unit = office.desk(), office.desk("E1", (), ("unit:ENG/normal",), synced=False)
    bucket = f"unit:{identity('ENG').hex()}/normal"
    unit.round.run()
    desk_equals_centre(office, unit)
    routes = registry.desk.reader.rows("SELECT id FROM routing ORDER BY id LIMIT 2")
    registry.letters().recall([routes[0][0]])
    registry.round.run()
    unit.desk.settle("DELETE FROM member WHERE bucket = ?", (bucket,))
    unit.desk.settle("DELETE FROM cursor WHERE bucket = ?", (bucket,))
    before = rows_of(unit, "letter")
    assert unit.round.run().proven
    desk_equals_centre(office, unit)
    assert rows_of(unit, "letter") == before - 1


def test_rows_that_a_new_snapshot_lacks_are_swept_out(office: Town) -> None:
    """A desk comes back after a long time: what left its bucket meanwhile is told by nobody, and goes all the same."""
    desk = office.desk()
    ghost = desk.desk.ids.new()
    columns = [name for name in CATALOGUE.entities["letter"].columns if name not in ("id", "number")]
    names = ", ".join(columns)
    desk.desk.settle(
        f"INSERT INTO letter (office_id, id, number, {names}) SELECT office_id, ?, 999999, {names} FROM letter LIMIT 1",
        (ghost,),
    )
    desk.desk.settle("DELETE FROM member WHERE bucket = ?", (REGISTRY,))
    desk.desk.settle("DELETE FROM cursor WHERE bucket = ?", (REGISTRY,))
    assert desk.round.run().proven
    desk_equals_centre(office, desk)
    assert desk.desk.reader.one("SELECT 1 FROM letter WHERE id = ?", (ghost,)) is None


def test_a_kill_between_the_last_pack_and_the_sweep_forgets_nothing(
    office: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = office.desk(synced=False)
    with monkeypatch.context() as broken:
        broken.setattr(filling, "sweep", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            desk.round.run()
    desk.crash()
    desk.open()
    assert filling.wants_sweep(desk.desk.reader)
    assert desk.round.run().proven
    assert not filling.wants_sweep(desk.desk.reader)
    desk_equals_centre(office, desk)
