"""From the office's key at the centre to a paper that anybody may check, and back when it is cancelled."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from desktop.accounts.approving import Approvals
from desktop.accounts.model import Person
from desktop.accounts.mutations import DefineStaff
from desktop.accounts.queries import AccountQueries
from desktop.cashier.model import Original, Receipt, Second
from desktop.cashier.queries import CashierQueries
from desktop.cashier.shift_mutations import UseCashRule
from desktop.office.clock import ManualClock
from desktop.office.errors import OfficeError
from desktop.office.signing import Signer
from desktop.proofs.model import PaperKind, Standing, Trust
from desktop.proofs.mutations import LoseKey
from desktop.proofs.packing import from_text
from desktop.proofs.queries import ProofQueries
from desktop.proofs.rules import judge
from desktop.tray.queries import TrayQueries
from sync.server.acts import centre_act
from tests.convergence.invariants import desk_equals_centre
from tests.helpers.acts import PROOF_SEED, begin_proofs, pay, successor
from tests.helpers.town import Town, TownDesk, identity

PIN = "204816"


@pytest.fixture
def one(town: Town) -> TownDesk:
    begin_proofs(town)
    words = ("wichai", "นายวิชัย โยธาเทียม", "Wichai", "ผู้อำนวยการ", "Director")
    town.admin.define_staff(town.office_id, DefineStaff(identity("wichai"), *words, identity("ENG"), "head"))
    return town.desk("C1")


@pytest.fixture
def other(town: Town, one: TownDesk) -> TownDesk:
    return town.desk("E1", (), ("unit:ENG/normal",))


def verdict(desk: TownDesk, receipt: Receipt) -> Standing:
    return ProofQueries(desk.desk.reader).judge(receipt.proof).standing


def rounds(town: Town, *desks: TownDesk) -> None:
    """A quarter of an hour later, when tokens have run out."""
    assert isinstance(town.clock, ManualClock)
    town.clock.advance(timedelta(minutes=20))
    for desk in (*desks, *desks):
        desk.round.run()


def test_a_receipt_proves_itself_by_the_public_key_alone(one: TownDesk) -> None:
    receipt = pay(one)
    found = judge(receipt.proof, Trust("", (Signer(PROOF_SEED).public_key,)))
    assert found.standing is Standing.GENUINE
    assert found.claim is not None
    assert (found.claim.number, found.claim.satang) == ("70/C1 000001", receipt.total_satang)
    assert found.claim.subject == "นายทดสอบ ร…"
    assert (found.desk, found.office_name) == ("C1", "เทศบาลเมืองตัวอย่าง")


def test_an_office_without_a_key_issues_as_before(town: Town) -> None:
    assert pay(town.desk("C1")).proof == ""


def test_a_cancelled_receipt_is_revoked_here_at_once_and_everywhere_with_the_list(
    town: Town, one: TownDesk, other: TownDesk
) -> None:
    receipt, good = pay(one), pay(one)
    rounds(town, one, other)
    assert verdict(other, receipt) is Standing.GENUINE
    one.cashier().void(receipt.id, "พิมพ์ผิด")
    assert (verdict(one, receipt), verdict(one, good)) == (Standing.REVOKED, Standing.GENUINE)
    rounds(town, one, other)
    rounds(town, one, other)
    outside = ProofQueries(other.desk.reader).trust()
    told = judge(receipt.proof, outside)
    assert told.standing is Standing.REVOKED
    assert told.list_at is not None
    assert told.list_at > datetime(2026, 11, 11, 2, 14, tzinfo=UTC)
    assert judge(good.proof, outside).standing is Standing.GENUINE
    for desk in (one, other):
        desk_equals_centre(town, desk)


def test_the_list_is_signed_anew_every_day_and_keeps_its_months(town: Town, one: TownDesk) -> None:
    receipt = pay(one)
    one.cashier().void(receipt.id, "พิมพ์ผิด")
    rounds(town, one)
    rounds(town, one)
    assert isinstance(town.clock, ManualClock)
    dates = []
    for days in (1, 1, 25, 40):
        town.clock.advance(timedelta(days=days))
        rounds(town, one)
        found = ProofQueries(one.desk.reader).judge(receipt.proof)
        assert found.standing is Standing.REVOKED
        assert found.list_at is not None
        dates.append(found.list_at)
    assert dates == sorted(set(dates))
    assert town.count("SELECT count(*) FROM revocation_page WHERE office_id = :o", o=town.office_id) == 3


def test_nothing_is_written_for_a_desk_that_comes_again(town: Town, one: TownDesk) -> None:
    rounds(town, one)
    acts = "SELECT count(*) FROM mutation WHERE office_id = :o AND type LIKE 'proofs.%'"
    before = town.count(acts, o=town.office_id)
    rounds(town, one)
    assert town.count(acts, o=town.office_id) == before


def test_a_lost_desk_is_doubtful_from_then_on(town: Town, one: TownDesk, other: TownDesk) -> None:
    early = pay(one)
    assert isinstance(town.clock, ManualClock)
    lost = town.clock.now() + timedelta(hours=1)
    town.clock.advance(timedelta(hours=2))
    late = pay(one)
    rounds(town, one, other)
    voucher = from_text(late.proof).voucher
    with town.engine.connect() as connection:
        row = connection.execute(
            text("SELECT id, device_id FROM desk_voucher WHERE office_id = :o AND device_id = :d"),
            {"o": town.office_id, "d": one.desk.identity.device_id},
        ).one()
    body = LoseKey(row.id, row.device_id, voucher.desk_key, f"{lost:%Y-%m-%dT%H:%M:%S.%fZ}")
    centre_act(town.engine, town.office_id, "proofs.lose_key", body, town.clock)
    rounds(town, other)
    assert (verdict(other, early), verdict(other, late)) == (Standing.GENUINE, Standing.DOUBTFUL)


def test_a_desk_that_was_enrolled_anew_is_vouched_for_by_its_new_key(town: Town, one: TownDesk) -> None:
    old = pay(one)
    rounds(town, one)
    successor(town, one)
    rounds(town, one)
    rounds(town, one)
    assert isinstance(town.clock, ManualClock)
    town.clock.advance(timedelta(minutes=5))
    new = pay(one)
    assert from_text(new.proof).voucher.desk_key != from_text(old.proof).voucher.desk_key
    assert (verdict(one, old), verdict(one, new)) == (Standing.GENUINE, Standing.GENUINE)


def approved(desk: TownDesk, receipt: Receipt, head: Person) -> Receipt:
    second = Second(head.id, PIN, Original.SCANNED)
    return desk.cashier().void(receipt.id, "พิมพ์จำนวนผิด", second)


def test_a_second_person_approves_without_the_line_and_the_centre_can_prove_it(town: Town, one: TownDesk) -> None:
    head = one.person("wichai")
    approvals = Approvals(one.desk, AccountQueries(one.desk.reader))
    approvals.set_pin(head, PIN)
    voided = approved(one, pay(one), head)
    assert voided.void is not None
    assert (voided.void.approved_by_name, voided.void.original) == (head.name_th, Original.SCANNED)
    rounds(town, one)
    desk_equals_centre(town, one)
    assert [item.code for item in TrayQueries(one.desk.reader).tray(one.person("piyada")).open] == []
    assert town.count(
        "SELECT count(*) FROM receipt_void WHERE approval IS NOT NULL AND office_id = :o", o=town.office_id
    )


def tray(desk: TownDesk) -> list[str]:
    return [item.code for item in TrayQueries(desk.desk.reader).tray(desk.person("piyada")).open]


def stands(desk: TownDesk, receipt: Receipt) -> bool:
    found = CashierQueries(desk.desk.reader).receipt(receipt.id)
    return found is not None and found.void is None


def test_an_approval_that_was_made_up_cancels_nothing(
    town: Town, one: TownDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    head, receipt = one.person("wichai"), pay(one)
    Approvals(one.desk, AccountQueries(one.desk.reader)).set_pin(head, PIN)
    monkeypatch.setattr("desktop.cashier.mutations.void_claim", lambda body: b"another receipt")
    approved(one, receipt, head)
    monkeypatch.undo()
    rounds(town, one)
    assert tray(one) == ["cashier.void_not_approved"]
    assert stands(one, receipt), "the receipt is as it was at the desk too"
    assert verdict(one, receipt) is Standing.GENUINE
    desk_equals_centre(town, one)


def test_where_the_office_says_so_the_centre_refuses_what_nobody_approved(town: Town, one: TownDesk) -> None:
    """The desk has not heard of the rule yet, or its program was changed."""
    head, alone, both = one.person("wichai"), pay(one), pay(one)
    Approvals(one.desk, AccountQueries(one.desk.reader)).set_pin(head, PIN)
    body = UseCashRule(identity("needed"), "2026-11-01", "official", 0, "needed")
    centre_act(town.engine, town.office_id, "cashier.use_cash_rule", body, town.clock)
    assert isinstance(town.clock, ManualClock)
    town.clock.advance(timedelta(minutes=1))
    one.cashier().void(alone.id, "พิมพ์ผิด")
    approved(one, both, head)
    rounds(town, one)
    assert (stands(one, alone), stands(one, both)) == (True, False)
    assert tray(one) == ["cashier.void_not_approved"]
    with pytest.raises(OfficeError, match="cashier.void_needs_second"):
        one.cashier().void(alone.id, "พิมพ์ผิด")
    desk_equals_centre(town, one)


def test_who_left_meanwhile_had_approved_it_all_the_same(town: Town, one: TownDesk) -> None:
    head, receipt = one.person("wichai"), pay(one)
    Approvals(one.desk, AccountQueries(one.desk.reader)).set_pin(head, PIN)
    rounds(town, one)
    approved(one, receipt, head)
    words = ("wichai", "นายวิชัย โยธาเทียม", "Wichai", "ผู้อำนวยการ", "Director")
    gone = DefineStaff(identity("wichai"), *words, identity("ENG"), "head", active=0)
    town.admin.define_staff(town.office_id, gone)
    rounds(town, one)
    assert tray(one) == ["cashier.void_not_approved"]
    assert not stands(one, receipt)
    desk_equals_centre(town, one)


def test_the_list_of_the_store_is_as_people_read_it(one: TownDesk) -> None:
    receipt = pay(one)
    one.cashier().void(receipt.id, "พิมพ์ผิด")
    assert [(line.kind, line.number) for line in ProofQueries(one.desk.reader).revoked()] == [
        (PaperKind.RECEIPT, "70/C1 000001")
    ]
