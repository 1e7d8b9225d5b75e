"""Letters registered away from their register: a tag first, one number later, and a list of papers to stamp."""

from datetime import timedelta

import pytest

from desktop.accounts.mutations import DefineStaff
from desktop.letters.model import Registered, Registration, ToStamp
from desktop.letters.queries import LetterQueries
from desktop.letters.rules import padded
from desktop.letters.tags import PROVISIONAL, code_of, is_provisional, number_of, tag_of
from desktop.office.clock import ManualClock
from desktop.office.errors import OfficeError
from desktop.office.series import INCOMING
from desktop.registers.actions import RegisterActions
from sync.server.admin_books import BookAdmin
from sync.server.database import snapshot
from sync.server.proving import account_of, first_contradiction
from sync.wire.messages import SyncRequest, SyncResponse
from tests.helpers.proxy import NONE, Fault
from tests.helpers.town import REGISTRY, Town, TownDesk, identity

YEAR = 2569
AWAY = Fault(refuse=True)


def register(desk: TownDesk) -> Registered:
    return desk.letters().register(Registration("อำเภอ", "นายก", "เรื่อง"))


def to_stamp(desk: TownDesk) -> tuple[ToStamp, ...]:
    return LetterQueries(desk.desk.reader).to_stamp()


def number(desk: TownDesk, letter: Registered) -> int:
    row = desk.desk.reader.one("SELECT number FROM letter WHERE id = ?", (letter.id,))
    assert row is not None
    return int(row[0])


def proven(town: Town) -> bool:
    with snapshot(town.engine) as connection:
        return first_contradiction(connection, town.office_id, INCOMING, YEAR) is None


@pytest.fixture
def holder(town: Town) -> TownDesk:
    return town.desk()


@pytest.fixture
def other(town: Town, holder: TownDesk) -> TownDesk:
    return town.desk("C2", (INCOMING,), REGISTRY)


def test_a_tag_is_above_every_number_and_says_its_desk() -> None:
    for code in ("C1", "E12", "0", "ZZZZZZZZ"):
        for n in (1, 2, 999_999):
            assert PROVISIONAL < number_of(code, n) < 1 << 63
            assert tag_of(number_of(code, n)) == f"ชค-{code}-{n}"
    assert padded(number_of("C2", 3)) == "ชค-C2-3"
    assert padded(3) == "00003"
    assert code_of(" c2 ", bytes(16)) == "C2"
    assert code_of("เคาน์เตอร์ ๑", bytes(15) + b"\x0a") == "00000A"


def test_a_letter_registered_offline_gets_a_tag_and_its_number_from_the_holder_s_desk(
    town: Town, holder: TownDesk, other: TownDesk
) -> None:
    other.proxy.set(AWAY)
    tagged = [register(other) for _ in range(3)]
    assert [padded(one.number) for one in tagged] == ["ชค-C2-1", "ชค-C2-2", "ชค-C2-3"]
    official = register(holder)
    other.proxy.set(NONE)
    other.round.run()
    assert all(is_provisional(number(other, one)) for one in tagged)
    holder.round.run()
    other.round.run()
    assert [number(other, one) for one in (official, *tagged)] == [1, 2, 3, 4]
    assert proven(town)


def test_the_clerk_gets_the_list_of_papers_to_stamp_and_strikes_them_off(holder: TownDesk, other: TownDesk) -> None:
    tagged = register(other)
    other.round.run()
    holder.round.run()
    other.round.run()
    waiting = to_stamp(other)
    assert [(one.tag, one.number, one.letter_id) for one in waiting] == [("ชค-C2-1", 1, tagged.id)]
    other.letters().stamp(waiting[0].tag_id)
    assert to_stamp(other) == ()
    assert to_stamp(holder) == ()


def test_the_centre_numbers_what_waits_when_nobody_holds_the_register(
    town: Town, holder: TownDesk, other: TownDesk
) -> None:
    register(holder)
    RegisterActions(holder.desk, holder.person("kanda")).give_back(INCOMING)
    tagged = register(other)
    other.proxy.set(AWAY)
    holder.round.run()
    other.proxy.set(NONE)
    other.round.run()
    assert number(other, tagged) == 2
    assert proven(town)


def test_numbers_of_holder_centre_and_next_holder_are_one_row(town: Town, holder: TownDesk, other: TownDesk) -> None:
    third = town.desk("C3", (INCOMING,), REGISTRY)
    mine = [register(holder)]
    RegisterActions(holder.desk, holder.person("kanda")).give_back(INCOMING)
    holder.round.run()
    tagged = register(third)
    third.round.run()
    taken = register(third)
    third.round.run()
    assert [number(third, one) for one in (*mine, tagged, taken)] == [1, 2, 3]
    with pytest.raises(OfficeError, match=r"numbers\.not_held"):
        RegisterActions(holder.desk, holder.person("kanda")).give_back(INCOMING)
    late = register(holder)
    assert is_provisional(late.number)
    for desk in (holder, third, holder):
        desk.round.run()
    assert number(holder, late) == 4
    assert proven(town)


def test_a_letter_numbered_twice_keeps_its_first_number_and_the_other_is_void(
    town: Town, holder: TownDesk, other: TownDesk
) -> None:
    """The holder numbers without a line; it is taken over, and its heir numbers the same letter before it is back."""
    tagged = register(other)
    other.round.run()
    other.proxy.set(AWAY)
    _reads_only(holder)
    assert number(holder, tagged) == 1
    mayor = DefineStaff(identity("mayor"), "mayor", "นายก", "Mayor", "นายก", "Mayor", identity("CLK"), "executive")
    town.admin.define_staff(town.office_id, mayor)
    admin = BookAdmin(town.engine, town.office_id, town.clock)
    assert admin.take_over(INCOMING, YEAR, "C2", ("kanda", "mayor"), "เสีย") == (1, 100)
    other.proxy.set(NONE)
    assert isinstance(other.clock, ManualClock)
    other.clock.advance(timedelta(minutes=11))
    other.round.run()
    assert number(other, tagged) == 101
    holder.proxy.set(NONE)
    holder.round.run()
    other.round.run()
    assert number(holder, tagged) == number(other, tagged) == 101
    codes = {code for (code,) in holder.desk.reader.rows("SELECT code FROM attention")}
    assert codes == {"number.was_suspense"}
    with snapshot(town.engine) as connection:
        runs = account_of(connection, town.office_id, INCOMING, YEAR).runs
    assert [(run.lo, run.hi, run.fate.value) for run in runs][:3] == [
        (1, 1, "void"),
        (2, 100, "suspense"),
        (101, 101, "issued"),
    ]
    assert proven(town)


def _reads_only(desk: TownDesk) -> None:
    """A round whose answer comes, after which the line is away: what the desk then does by itself stays with it."""
    honest = desk.centre.sync

    def once(request: SyncRequest) -> SyncResponse:
        answer = honest(request)
        desk.proxy.set(AWAY)
        return answer

    desk.centre.sync = once  # type: ignore[method-assign]
    with pytest.raises(OfficeError, match=r"post\.no_line"):
        desk.round.run()
    desk.centre.sync = honest  # type: ignore[method-assign]


def test_a_register_given_back_is_not_asked_for_until_somebody_wants_it(
    town: Town, holder: TownDesk, other: TownDesk
) -> None:
    actions = RegisterActions(holder.desk, holder.person("kanda"))
    actions.give_back(INCOMING)
    for _ in range(3):
        holder.round.run()
    assert is_provisional(register(holder).number)
    actions.take_up(INCOMING)
    holder.round.run()
    assert register(holder).number == 2
    with snapshot(town.engine) as connection:
        runs = account_of(connection, town.office_id, INCOMING, YEAR).runs
    assert (runs[0].lo, runs[0].hi, runs[0].fate) == (1, 1, "issued")
