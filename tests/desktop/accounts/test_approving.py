"""The second person's PIN at one desk: who may, how often they may err, and what it proves."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.accounts.approving import Approvals
from desktop.accounts.model import PinState
from desktop.accounts.rules import LOCKED, MOST_WRONG, is_good_pin
from desktop.accounts.verifiers import forget_strangers
from desktop.application import Office
from desktop.cashier.fees import catalogue
from desktop.cashier.model import Charge, Original, Payment, Second
from desktop.cashier.shift_mutations import RULE, UseCashRule
from desktop.catalogue import catalogue as rooms
from desktop.office.clock import ManualClock
from desktop.office.errors import OfficeError
from desktop.office.signing import verified
from desktop.store import trusted_time
from desktop.store.desk import Desk
from desktop.store.keys import DeskKeys
from tests.convergence.astray_clock import AstrayClock
from tests.helpers.desk import MORNING, make_desk, make_office, person, staff_id

PIN = "204816"
KEYS = DeskKeys(b"k" * 32)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(MORNING)


@pytest.fixture
def desk(tmp_path: Path, clock: ManualClock) -> Iterator[Desk]:
    desk = make_desk(tmp_path / "desk", clock=clock, keys=KEYS)
    yield desk
    desk.close()


@pytest.fixture
def office(desk: Desk) -> Office:
    office = make_office(desk)
    Approvals(desk, office.account_queries).set_pin(person(office, "wichai"), PIN)
    return office


def approve(office: Office, pin: str = PIN, login: str = "wichai", asker: str = "piyada") -> bytes:
    approvals = Approvals(office.desk, office.account_queries)
    return approvals.approve(staff_id(login), pin, person(office, asker), b"claim").signature


def states(office: Office, asker: str = "piyada") -> dict[str, PinState]:
    found = Approvals(office.desk, office.account_queries).people(person(office, asker))
    return {one.person.login: one.pin for one in found}


def test_heads_and_executives_may_and_never_the_one_who_asks(office: Office) -> None:
    assert states(office) == {"wichai": PinState.READY, "somchai": PinState.NONE}
    assert states(office, "wichai") == {"somchai": PinState.NONE}
    for login, asker, code in (
        ("wichai", "wichai", "accounts.approver_self"),
        ("kanda", "piyada", "accounts.may_not_approve"),
        ("somchai", "piyada", "accounts.no_pin"),
    ):
        with pytest.raises(OfficeError, match=code):
            approve(office, login=login, asker=asker)
    with pytest.raises(OfficeError, match="accounts.may_not_approve"):
        Approvals(office.desk, office.account_queries).set_pin(person(office, "kanda"), PIN)


def test_the_pin_opens_the_key_whose_other_half_everybody_has(office: Office, desk: Desk) -> None:
    ((public_key,),) = desk.reader.rows("SELECT public_key FROM approver_key")
    assert verified(bytes.fromhex(public_key), b"claim", approve(office))


def test_wrong_pins_are_counted_over_a_restart_and_then_must_wait(
    office: Office, desk: Desk, clock: ManualClock, tmp_path: Path
) -> None:
    for left in (4, 3, 2):
        with pytest.raises(OfficeError, match="accounts.pin_wrong") as caught:
            approve(office, "135790")
        assert caught.value.subject == {"left": left}
    assert desk.reader.rows("SELECT wrong FROM approver_pin") == [(3,)]
    with pytest.raises(OfficeError, match="accounts.pin_wrong"):
        approve(office, "135790")
    with pytest.raises(OfficeError, match="accounts.pin_locked"):
        approve(office, "135790")
    for _ in range(2):
        with pytest.raises(OfficeError, match="accounts.pin_locked"):
            approve(office)
    assert states(office)["wichai"] is PinState.LOCKED
    clock.advance(timedelta(minutes=15))
    with pytest.raises(OfficeError, match="accounts.pin_locked"):
        approve(office, "135790")
    clock.advance(timedelta(minutes=15))
    assert approve(office)
    assert desk.reader.rows("SELECT wrong FROM approver_pin") == [(0,)]


def lock(office: Office) -> None:
    for _ in range(MOST_WRONG):
        with pytest.raises(OfficeError, match=r"accounts\.pin_(wrong|locked)"):
            approve(office, "135790")
    assert states(office)["wichai"] is PinState.LOCKED


@pytest.mark.parametrize("off", [timedelta(days=400), timedelta(hours=1), timedelta(hours=-1), timedelta(days=-400)])
def test_a_clock_that_is_set_ends_no_lock_and_makes_none_longer(
    tmp_path: Path, clock: ManualClock, off: timedelta
) -> None:
    astray = AstrayClock(clock)
    desk = make_desk(tmp_path / "astray", clock=astray, keys=KEYS)
    office = make_office(desk)
    for first, then in ((timedelta(0), off), (off, timedelta(0))):
        astray.off = first
        Approvals(desk, office.account_queries).set_pin(person(office, "wichai"), PIN)
        lock(office)
        astray.off = then
        with pytest.raises(OfficeError, match=r"accounts\.pin_locked"):
            approve(office)
        clock.advance(LOCKED)
        assert states(office)["wichai"] is not PinState.LOCKED
    desk.close()


def test_a_restart_with_another_clock_ends_no_lock_and_a_night_with_the_centre_does(
    tmp_path: Path, clock: ManualClock
) -> None:
    astray = AstrayClock(clock)
    desk = make_desk(tmp_path / "astray", clock=astray, keys=KEYS)
    office = make_office(desk)
    Approvals(desk, office.account_queries).set_pin(person(office, "wichai"), PIN)
    lock(office)
    for off in (timedelta(days=1), timedelta(days=-1)):
        desk.close()
        astray.off = off
        desk = Desk(tmp_path / "astray", KEYS, astray, rooms)
        office = make_office(desk)
        with pytest.raises(OfficeError, match=r"accounts\.pin_locked"):
            approve(office)
    desk.settle(trusted_time.HEAR, trusted_time.hear(clock.now() + LOCKED - timedelta(seconds=1)))
    assert states(office)["wichai"] is PinState.LOCKED
    desk.settle(trusted_time.HEAR, trusted_time.hear(clock.now() + LOCKED))
    assert approve(office)
    desk.close()


def test_a_clock_put_back_makes_no_pin_younger(office: Office, desk: Desk, clock: ManualClock) -> None:
    clock.advance(timedelta(days=91))
    desk.settle(trusted_time.HEAR, trusted_time.hear(clock.now()))
    clock.advance(timedelta(days=-60))
    with pytest.raises(OfficeError, match=r"accounts\.pin_old"):
        approve(office)


def test_an_old_pin_and_a_person_who_left_open_nothing(office: Office, desk: Desk, clock: ManualClock) -> None:
    clock.advance(timedelta(days=91))
    with pytest.raises(OfficeError, match="accounts.pin_old"):
        approve(office)
    Approvals(desk, office.account_queries).set_pin(person(office, "wichai"), "975310")
    assert approve(office, "975310")
    desk.settle("UPDATE staff SET active = 0 WHERE login = 'wichai'", ())
    with pytest.raises(OfficeError, match="accounts.may_not_approve"):
        approve(office, "975310")
    forget_strangers(desk, None)
    assert desk.reader.rows("SELECT count(*) FROM approver_pin") == [(0,)]


@pytest.mark.parametrize(
    ("pin", "good"),
    [
        (PIN, True),
        ("12345", False),
        ("123456", False),
        ("654321", False),
        ("111111", False),
        ("๒๐๔๘๑๖", False),
        ("abcdef", False),
    ],
)
def test_a_pin_is_not_too_easy(pin: str, good: bool) -> None:
    assert is_good_pin(pin) is good


def test_a_cancellation_with_a_wrong_pin_leaves_the_receipt_and_a_right_one_says_who(office: Office) -> None:
    cashier = office.cashier(person(office, "piyada"))
    receipt = cashier.issue(Payment("นายบุญมี ใจคำ", (Charge(catalogue()[0], 3),)))
    with pytest.raises(OfficeError, match="accounts.pin_wrong"):
        cashier.void(receipt.id, "พิมพ์จำนวนผิด", Second(staff_id("wichai"), "135790"))
    assert office.cashier_queries.receipt(receipt.id) == receipt
    voided = cashier.void(receipt.id, "พิมพ์จำนวนผิด", Second(staff_id("wichai"), PIN, Original.SCANNED))
    assert voided.void is not None
    assert (voided.void.approved_by_name, voided.void.original) == ("นายวิชัย โยธาเทียม", Original.SCANNED)


def test_the_receipt_in_its_place_keeps_the_link(office: Office) -> None:
    cashier = office.cashier(person(office, "piyada"))
    wrong = cashier.issue(Payment("นายบุญมี ใจคำ", (Charge(catalogue()[0], 30),)))
    cashier.void(wrong.id, "พิมพ์จำนวนผิด", Second(staff_id("wichai"), PIN))
    right = cashier.issue(Payment("นายบุญมี ใจคำ", (Charge(catalogue()[0], 3),), replaces_id=wrong.id))
    assert right.replaces == "70/C1 000451"
    found = office.cashier_queries.receipt(wrong.id)
    assert found is not None
    assert found.replaced_by == "70/C1 000452"


def test_nobody_cancels_alone_unless_the_office_says_so(office: Office, desk: Desk) -> None:
    cashier = office.cashier(person(office, "piyada"))
    receipt = cashier.issue(Payment("นายบุญมี ใจคำ", (Charge(catalogue()[0], 3),)))
    for second in (None, Second(None, "")):
        with pytest.raises(OfficeError, match="cashier.void_needs_second"):
            cashier.void(receipt.id, "พิมพ์จำนวนผิด", second)
    assert office.cashier_queries.receipt(receipt.id) == receipt
    rule = UseCashRule(b"r" * 16, "2026-01-01", "official", 0, "optional")
    desk.write(lambda unit: unit.perform(RULE, rule, person(office, "piyada").id))
    voided = cashier.void(receipt.id, "พิมพ์จำนวนผิด", Second(None, "", Original.NEVER_LEFT))
    assert voided.void is not None
    assert (voided.void.approved_by_name, voided.void.original) == ("", Original.NEVER_LEFT)
