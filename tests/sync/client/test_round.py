"""One round: what waits goes up, what is new comes down, and what is odd is said, never guessed."""

import logging
import shutil
from datetime import timedelta
from typing import Any

import msgspec
import pytest
from sqlalchemy import text

from desktop.cashier.fees import catalogue as fees
from desktop.cashier.model import Charge, Payment, Receipt
from desktop.letters import mutations as letters
from desktop.letters.model import Registered, Registration, RouteState
from desktop.letters.queries import LetterQueries
from desktop.office.clock import ManualClock
from desktop.office.errors import OfficeError
from desktop.store.keys import DeskKeys
from desktop.store.unit_of_work import UnitOfWork
from sync.client.batches import MOST_BYTES
from sync.client.request import build
from sync.wire.messages import Digest, SyncRequest, SyncResponse
from tests.convergence.invariants import desk_equals_centre, nothing_is_held_without_right
from tests.helpers.proxy import Fault
from tests.helpers.town import REGISTRY, Town, TownDesk, identity

_EPOCH = text("UPDATE server_setting SET value = :v WHERE name = 'feed_epoch'")
_GHOST = """
INSERT INTO letter SELECT office_id, randomblob(16), 3, 'x', 1, 1, '', '', '', '', '', NULL, '', 'a letter that is not',
'', '', NULL, NULL, '', '', NULL, NULL, NULL, x'00', x'00', 'external', 'incoming', NULL, NULL FROM office
"""


def register(desk: TownDesk, subject: str = "ขอความอนุเคราะห์") -> Registered:
    return desk.letters().register(Registration("กรมการปกครอง", "นายกเทศมนตรี", subject))


def pay(desk: TownDesk, quantity: int = 1) -> Receipt:
    return desk.cashier().issue(Payment("นายทดสอบ ระบบดี", (Charge(fees()[0], quantity),)))


def subjects(desk: TownDesk) -> list[str]:
    return [subject for (subject,) in desk.desk.reader.rows("SELECT subject FROM letter ORDER BY number")]


def attention(desk: TownDesk) -> list[str]:
    return [code for (code,) in desk.desk.reader.rows("SELECT code FROM attention ORDER BY id")]


def test_a_letter_crosses_the_town(town: Town) -> None:
    first, second = town.desk(), town.second_desk()
    letter = register(first)
    first.letters().route(letter.id, [identity("ENG")])
    assert first.round.run().settled == 2
    second.round.run()
    assert subjects(second) == ["ขอความอนุเคราะห์"]
    route = second.desk.reader.one("SELECT id FROM routing")
    assert route
    second.letters("wichai").receive(route[0])
    second.round.run()
    first.round.run()
    shown = LetterQueries(first.desk.reader).letter(letter.id)
    assert shown
    assert shown.routes[0].state is RouteState.RECEIVED
    for desk in (first, second):
        desk_equals_centre(town, desk)


def test_what_a_desk_did_is_signed_by_its_key(town: Town, caplog: pytest.LogCaptureFixture) -> None:
    desk = town.desk()
    register(desk)
    register(desk)
    desk.round.run()
    query = "SELECT count(*) FROM mutation WHERE office_id = :o AND device_id = :d AND signature IS NOT NULL"
    assert town.count(query, o=town.office_id, d=desk.desk.identity.device_id) == 1
    register(desk)
    desk.desk.keys = DeskKeys(bytes(32))
    with caplog.at_level(logging.CRITICAL), pytest.raises(OfficeError, match="post.desk_unknown"):
        desk.round.run()
    desk.desk.keys = desk.keys
    assert desk.round.run().settled == 1


def test_a_round_without_news_writes_nothing(town: Town) -> None:
    desk = town.desk()
    wal = desk.folder / "desk.db-wal"
    before = wal.stat().st_mtime_ns, wal.stat().st_size
    happened = desk.round.run()
    assert happened.proven
    assert (wal.stat().st_mtime_ns, wal.stat().st_size) == before


def test_a_lost_reply_is_asked_for_again_and_nothing_is_done_twice(town: Town) -> None:
    desk = town.desk()
    letter, receipt = register(desk), pay(desk)
    desk.proxy.set(Fault(cut_after=0))
    with pytest.raises(OfficeError, match=r"post\.no_line"):
        desk.round.run()
    assert town.count("SELECT count(*) FROM letter WHERE office_id = :o", o=town.office_id) == 1
    assert LetterQueries(desk.desk.reader).letter(letter.id)
    desk.proxy.heal()
    desk.round.run()
    assert town.count("SELECT count(*) FROM letter WHERE office_id = :o", o=town.office_id) == 1
    assert town.count("SELECT count(*) FROM receipt WHERE id = :r", r=receipt.id) == 1
    desk_equals_centre(town, desk)


def test_more_acts_than_one_request_holds(town: Town) -> None:
    desk = town.desk()
    wait_for_post(desk, register(desk), 700)
    assert len(build(desk.desk, ()).mutations) == 500
    happened = desk.round.run()
    assert happened.sent == happened.settled == 701
    desk_equals_centre(town, desk)


def wait_for_post(desk: TownDesk, letter: Registered, count: int) -> None:
    """So many notes on a letter, in the outbox."""

    def many(unit: UnitOfWork) -> None:
        for place in range(count):
            body = letters.Endorse(unit.new_id(), letter.id, "นางกานดา", "เจ้าพนักงาน", "propose", f"ความเห็นที่ {place}")
            unit.perform(letters.ENDORSE, body, identity("kanda"))

    desk.desk.write(many)


def test_large_acts_go_in_several_requests(town: Town) -> None:
    desk = town.desk()
    letter = register(desk)
    for _ in range(4):
        desk.letters().endorse(letter.id, "ก" * (MOST_BYTES // 3 // 3))
    sizes = [len(act.body) for act in build(desk.desk, ()).mutations]
    assert len(sizes) == 3
    assert sum(sizes) < MOST_BYTES
    assert desk.round.run().settled == 5


def test_what_others_changed_lies_under_what_waits_here(town: Town) -> None:
    """Both act on one letter while this desk has no line; afterwards both acts stand, on every desk."""
    first, second = town.desk(), town.second_desk()
    letter = register(first)
    first.letters().route(letter.id, [identity("ENG")])
    first.round.run()
    second.round.run()
    second.letters("wichai").endorse(letter.id, "รับทราบ กองช่าง")
    second.round.run()
    first.letters().endorse(letter.id, "ขอรายงานผล")
    first.proxy.set(Fault(cut_after=0))
    with pytest.raises(OfficeError):
        first.round.run()
    assert "ขอรายงานผล" in {note.text for note in LetterQueries(first.desk.reader).letter(letter.id).endorsements}  # type: ignore[union-attr]
    first.proxy.heal()
    first.round.run()
    second.round.run()
    for desk in (first, second):
        shown = LetterQueries(desk.desk.reader).letter(letter.id)
        assert shown
        assert {note.text for note in shown.endorsements} == {"รับทราบ กองช่าง", "ขอรายงานผล"}
        desk_equals_centre(town, desk)


def test_an_intent_that_came_too_late_goes_before_a_person(town: Town) -> None:
    first, second = town.desk(), town.second_desk()
    letter = register(first)
    (route,) = first.letters().route(letter.id, [identity("ENG")])
    first.round.run()
    second.round.run()
    second.letters("wichai").receive(route)
    second.round.run()
    first.letters().recall([route])
    shown = LetterQueries(first.desk.reader).letter(letter.id)
    assert shown
    assert shown.routes[0].state is RouteState.RECALLED
    first.round.run()
    shown = LetterQueries(first.desk.reader).letter(letter.id)
    assert shown
    assert shown.routes[0].state is RouteState.RECEIVED
    assert shown.routes[0].asked_at is not None
    assert attention(first) == ["letters.recall_too_late"]
    assert first.desk.reader.rows("SELECT state FROM outbox ORDER BY mseq DESC LIMIT 1") == [("flagged",)]
    desk_equals_centre(town, first)


def test_a_recalled_letter_leaves_the_unit_even_while_an_act_on_it_waits(town: Town) -> None:
    first, second = town.desk(), town.second_desk()
    letter = register(first)
    (route,) = first.letters().route(letter.id, [identity("ENG")])
    first.round.run()
    second.round.run()
    second.letters("wichai").endorse(letter.id, "กำลังดำเนินการ")
    first.letters().recall([route])
    first.round.run()
    second.round.run()
    first.round.run()
    assert subjects(second) == []
    nothing_is_held_without_right(second)
    desk_equals_centre(town, second)
    shown = LetterQueries(first.desk.reader).letter(letter.id)
    assert shown
    assert [note.text for note in shown.endorsements] == ["กำลังดำเนินการ"]


def test_a_bucket_that_is_taken_away_takes_its_rows_along(town: Town) -> None:
    first, second = town.desk(), town.second_desk()
    letter = register(first)
    first.letters().route(letter.id, [identity("ENG")])
    first.round.run()
    second.round.run()
    second.letters("wichai").endorse(letter.id, "เสนอแล้ว")
    scope = text("UPDATE device SET audiences = '{}' WHERE office_id = :o AND counter = 'E1'")
    with town.engine.begin() as connection:
        connection.execute(scope, {"o": town.office_id})
    second.round.run()
    second.round.run()
    assert subjects(second) == []
    assert second.desk.reader.rows("SELECT * FROM endorsement") == []
    nothing_is_held_without_right(second)
    first.round.run()
    shown = LetterQueries(first.desk.reader).letter(letter.id)
    assert shown
    assert [note.text for note in shown.endorsements] == ["เสนอแล้ว"]


def test_a_desk_that_comes_late_reads_everything_from_the_start(town: Town) -> None:
    first = town.desk()
    for number in range(30):
        letter = register(first, f"เรื่อง {number}")
        first.letters().route(letter.id, [identity("ENG")])
    first.round.run()
    second = town.second_desk()
    assert len(subjects(second)) == 30
    desk_equals_centre(town, second)


def test_a_store_that_differs_is_read_again_until_it_is_proven(town: Town) -> None:
    desk = town.desk()
    letter = register(desk)
    desk.round.run()
    desk.desk.settle("DELETE FROM letter WHERE id = ?", (letter.id,))
    desk.desk.settle("DELETE FROM member WHERE row_id = ?", (letter.id,))
    desk.desk.settle("UPDATE cursor SET digest = '5', proven = 0 WHERE bucket = 'registry/normal'", ())
    desk.desk.settle(_GHOST, ())
    desk.round.run()
    desk_equals_centre(town, desk)
    assert subjects(desk) == ["ขอความอนุเคราะห์"]
    assert attention(desk) == []


def test_a_centre_that_began_a_new_feed_is_read_where_it_differs(town: Town) -> None:
    first, second = town.desk(), town.second_desk()
    letter = register(first)
    first.letters().route(letter.id, [identity("ENG")])
    first.round.run()
    second.round.run()
    with town.engine.begin() as connection:
        kept = connection.execute(text("SELECT value FROM server_setting WHERE name = 'feed_epoch'")).scalar_one()
        connection.execute(_EPOCH, {"v": b"another epoch"})
    try:
        second.letters("wichai").endorse(letter.id, "ระหว่างนั้น")
        assert second.round.run().proven
        assert first.round.run().proven
        assert attention(first) == attention(second) == ["post.centre_changed"]
        for desk in (first, second):
            desk_equals_centre(town, desk)
            assert desk.desk.reader.one("SELECT feed_epoch FROM device") == (b"another epoch",)
    finally:
        with town.engine.begin() as connection:
            connection.execute(_EPOCH, {"v": kept})


def test_a_copied_disk_is_found_out_and_loses_nothing(town: Town) -> None:
    desk = town.desk()
    register(desk, "ก่อนคัดลอก")
    desk.round.run()
    desk.crash()
    shutil.copytree(desk.folder, desk.folder.with_name("clone"))
    desk.open()
    clone = TownDesk(desk.folder.with_name("clone"), town.clock, town.proxy(), desk.keys)
    town.desks.append(clone)
    register(desk, "ตัวจริง")
    desk.round.run()
    register(clone, "ตัวที่คัดลอก")
    with pytest.raises(OfficeError, match=r"post\.desk_copied"):
        clone.round.run()
    assert subjects(clone) == ["ก่อนคัดลอก", "ตัวที่คัดลอก"]
    assert clone.desk.reader.rows("SELECT count(*) FROM outbox WHERE state = 'pending'") == [(1,)]


def test_a_desk_that_was_shut_out_keeps_its_work(town: Town) -> None:
    desk = town.desk()
    register(desk)
    with town.engine.begin() as connection:
        out = text("UPDATE device SET state = 'revoked' WHERE office_id = :o AND counter = 'C1'")
        connection.execute(out, {"o": town.office_id})
    with pytest.raises(OfficeError, match=r"post\.desk_revoked"):
        desk.round.run()
    assert subjects(desk) == ["ขอความอนุเคราะห์"]


def test_an_answer_that_shows_nothing_at_all_is_not_obeyed(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """A desk always sees the office's people; an answer without any bucket would make it forget everything."""
    desk = town.desk()
    honest = desk.centre.sync
    empty: dict[str, Any] = {"buckets": (), "entries": (), "rows": (), "digests": {}}
    monkeypatch.setattr(desk.centre, "sync", lambda request: msgspec.structs.replace(honest(request), **empty))
    with pytest.raises(OfficeError, match=r"post\.not_the_centre"):
        desk.round.run()
    assert desk.person("kanda")


def test_an_answer_is_taken_whole_or_not_at_all(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """The process dies in the middle of writing an answer: the store is as before, and the next round mends all."""
    desk = town.desk()
    register(desk)
    before = desk.desk.reader.rows("SELECT state FROM outbox"), desk.desk.reader.rows("SELECT * FROM cursor")
    with monkeypatch.context() as broken:
        broken.setattr("sync.client.answer.inbound.prove", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            desk.round.run()
    assert (desk.desk.reader.rows("SELECT state FROM outbox"), desk.desk.reader.rows("SELECT * FROM cursor")) == before
    desk.round.run()
    desk_equals_centre(town, desk)


def test_every_desk_hears_of_what_was_pulled(town: Town) -> None:
    first, second = town.desk(), town.second_desk()
    heard: list[tuple[bool, set[str]]] = []
    second.desk.changes.listen(lambda changes: heard.append((changes.pulled, {entity for entity, _ in changes.rows})))
    letter = register(first)
    first.letters().route(letter.id, [identity("ENG")])
    first.round.run()
    second.round.run()
    assert heard == [(True, {"letter", "routing"})]


def test_the_clock_of_the_centre_is_compared(town: Town) -> None:
    assert isinstance(town.clock, ManualClock)
    clock = ManualClock(town.clock.now())
    clock.advance(timedelta(minutes=3))
    desk = town.desk("C9", (), REGISTRY, clock=clock)
    assert desk.round.run().clock_off == timedelta(minutes=3)


def test_a_difference_that_stays_goes_before_a_person_once(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read anew once; a round must end all the same, and the state is never called proven."""
    desk = town.desk()
    register(desk)
    honest = desk.centre.sync
    asked: list[int] = []

    def odd(request: SyncRequest) -> SyncResponse:
        asked.append(1)
        answer = honest(request)
        wrong = {bucket: Digest(said.n_rows, said.digest ^ 1) for bucket, said in answer.digests.items()}
        return msgspec.structs.replace(answer, digests=wrong)

    monkeypatch.setattr(desk.centre, "sync", odd)
    assert not desk.round.run().proven
    assert not desk.round.run().proven
    assert len(asked) == 3
    assert attention(desk) == ["post.not_proven"]
    monkeypatch.undo()
    assert desk.round.run().proven
    desk_equals_centre(town, desk)
