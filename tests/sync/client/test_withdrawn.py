"""A desk that was withdrawn, and what a desk keeps for how long."""

from datetime import timedelta

import pytest

from desktop.office.clock import ManualClock
from desktop.office.errors import OfficeError
from desktop.store import outbox
from desktop.store.outbox import KEPT
from sync.client.batches import batch
from sync.client.centre import Centre
from tests.convergence.invariants import acts_are_in_order, desk_equals_centre
from tests.helpers.acts import attention, numbers, pay, register, waiting
from tests.helpers.town import Town, identity


def test_the_work_of_a_withdrawn_desk_waits_for_a_person(town: Town) -> None:
    assert isinstance(town.clock, ManualClock)
    desk = town.desk()
    register(desk, "ก่อนถูกยกเลิก")
    receipt = pay(desk)
    (route,) = [register(desk, "อีกฉบับ").id]
    desk.letters().route(route, [identity("ENG")])
    town.clock.advance(timedelta(minutes=1))
    town.recovery.revoke(town.office_id, "desk C1")
    town.clock.advance(timedelta(minutes=1))
    desk.letters().endorse(route, "หลังถูกยกเลิก")
    for _ in range(2):
        with pytest.raises(OfficeError, match=r"post\.desk_revoked"):
            desk.round.run()
    assert numbers(town) == []
    assert [one.act.type for one in town.recovery.waiting(town.office_id)] == [
        "letters.register",
        "cashier.issue_receipt",
        "letters.register",
    ]
    assert waiting(desk) == 5
    assert attention(desk) == ["recovery.work_left"]
    with pytest.raises(OfficeError, match=r"numbers\.none_left"):
        pay(desk)
    done = town.recovery.accept(town.office_id, "desk C1", through=2)
    assert [(one.status, one.code) for one in done] == [("flagged", "number.was_suspense")] * 2
    assert town.recovery.refuse(town.office_id, "desk C1") == 1
    assert numbers(town) == [receipt.number]
    assert numbers(town, "letter") == [1]
    assert town.recovery.waiting(town.office_id) == []
    assert town.recovery.accept(town.office_id, "desk C1") == []
    desk.succeed(town.recovery.successor_code(town.office_id, "desk C1"))
    desk.round.run()
    desk.round.run()
    assert numbers(town) == [receipt.number], "accepted before, and not done again"
    assert waiting(desk) == 0
    desk_equals_centre(town, desk)


def test_a_desk_in_office_leaves_nothing_apart(town: Town) -> None:
    desk = town.desk()
    register(desk)
    with pytest.raises(OfficeError) as caught:
        desk.centre.deposit(tuple(batch(outbox.pending(desk.desk.reader, 10))))
    assert caught.value.subject["problem"] == "not_withdrawn"


def test_what_somebody_else_signed_is_not_kept(town: Town) -> None:
    desk, other = town.desk(), town.second_desk()
    register(desk)
    town.recovery.revoke(town.office_id, "desk C1")
    liar = Centre(desk.transport, desk.desk.identity.device_id, other.desk.seed, town.clock, desk.centre._rng)
    with pytest.raises(OfficeError) as caught:
        liar.deposit(tuple(batch(outbox.pending(desk.desk.reader, 10))))
    assert caught.value.subject["problem"] == "signature_bad"


def test_acts_are_forgotten_only_when_they_are_old_and_safe(town: Town) -> None:
    clock = ManualClock(town.clock.now())
    desk = town.desk(clock=clock)
    receipt = pay(desk)
    register(desk, "เก่า")
    desk.round.run()
    pay(desk)
    desk.round.run()
    assert desk.desk.write(lambda unit: outbox.prune(unit, 1 << 40)) == 0
    desk.desk.settle("UPDATE outbox SET acked_at = '2026-01-01T00:00:00.000000Z'", ())
    assert outbox.has_old(desk.desk.reader, clock.now())
    assert desk.desk.write(lambda unit: outbox.prune(unit, 0)) == 0
    assert desk.round.run().proven
    assert [row[0] for row in desk.desk.reader.rows("SELECT mseq FROM outbox")] == [3], "the last one always stays"
    assert desk.cashier_queries.receipt(receipt.id).chain == receipt.chain  # type: ignore[union-attr]
    assert timedelta(days=90) <= KEPT
    register(desk, "ต่อ")
    assert desk.round.run().proven
    acts_are_in_order(town, desk)
