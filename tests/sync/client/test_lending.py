"""Numbers that counters lent each other without a line: the centre moves them, whoever of the two comes first."""

from datetime import timedelta
from typing import Any

import msgspec
import pytest
from sqlalchemy import text

from desktop.office.clock import ManualClock
from desktop.office.errors import OfficeError
from desktop.office.series import RECEIPTS as SERIES
from desktop.office.signing import Signer
from desktop.queue.lending import Lending
from desktop.registers.lending import LEND
from desktop.registers.loan_model import Loan, from_content, signed_ask, signed_loan
from desktop.registers.model import LENT, Fate
from desktop.registers.queries import RegisterQueries
from sync.client import books
from sync.server.proving import account_of, first_contradiction
from sync.wire.messages import Lease
from tests.convergence.invariants import desk_equals_centre
from tests.helpers.acts import Backup, attention, begin_proofs, pay, successor
from tests.helpers.town import MORNING, Town, TownDesk

YEAR = 2570


@pytest.fixture
def lender(town: Town) -> TownDesk:
    """Holds 1 to 100, in two books; of the first 4 are used."""
    begin_proofs(town)
    made = town.desk("C2")
    for _ in range(4):
        pay(made)
    return made


@pytest.fixture
def borrower(town: Town, lender: TownDesk) -> TownDesk:
    """Has used up what it had, and both know each other's keys."""
    made = town.desk("C1")
    rounds(town, made, lender)
    made.desk.settle("UPDATE lease SET next = hi + 1 WHERE series = ?", (SERIES,))
    return made


def rounds(town: Town, *desks: TownDesk) -> None:
    """A quarter of an hour later, when tokens have run out."""
    assert isinstance(town.clock, ManualClock)
    town.clock.advance(timedelta(minutes=20))
    for desk in (*desks, *desks):
        desk.round.run()


def lend(lender: TownDesk, borrower: TownDesk) -> Loan:
    """The lender has given; the answer is on its way."""
    loan = Lending(lender.desk).lend(Lending(borrower.desk).ask(borrower.person("piyada")))
    assert loan is not None
    return loan


def ends(town: Town) -> list[tuple[str, int, int, int]]:
    """Holder, epoch, first and last number of the centre's books of receipts that are lent from or lent."""
    query = """SELECT holder, epoch, lo, hi FROM number_book b WHERE office_id = :o AND series = :s AND EXISTS (SELECT 1
    FROM number_loan l WHERE l.office_id = b.office_id AND b.id IN (l.id, l.book_id)) ORDER BY lo"""
    with town.engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(query), {"o": town.office_id, "s": SERIES})]


def proven(town: Town) -> None:
    with town.engine.connect() as connection:
        assert first_contradiction(connection, town.office_id, SERIES, YEAR) is None


def troubles(*desks: TownDesk) -> list[str]:
    return [code for desk in desks for code in attention(desk)]


MOVED = [("C2", 1, 1, 40), ("C1", LENT, 41, 50)]


@pytest.mark.parametrize("first", ["lender", "borrower"])
def test_whoever_comes_first_the_numbers_move_and_receipts_stand(
    town: Town, lender: TownDesk, borrower: TownDesk, first: str
) -> None:
    Lending(borrower.desk).take(lend(lender, borrower))
    receipts = [pay(borrower).number, pay(lender).number, pay(borrower).number]
    assert receipts == [41, 5, 42]
    order = (lender, borrower) if first == "lender" else (borrower, lender)
    for desk in (*order, *order):
        desk.round.run()
    assert ends(town) == MOVED
    assert troubles(lender, borrower) == []
    proven(town)
    for desk in order:
        desk_equals_centre(town, desk)
        assert [
            (one.lo, one.hi, one.lender, one.borrower) for one in RegisterQueries(desk.desk.reader).lent(MORNING)
        ] == [(41, 50, "C2", "C1")]


def test_the_next_numbers_of_both_go_on_after_the_loan(town: Town, lender: TownDesk, borrower: TownDesk) -> None:
    Lending(borrower.desk).take(lend(lender, borrower))
    rounds(town, borrower, lender)
    assert pay(borrower).number == 41
    lender.desk.settle("UPDATE lease SET next = 40 WHERE lo = 1 AND series = ? AND epoch = 1 AND hi = 40", (SERIES,))
    assert [pay(lender).number for _ in range(2)] == [40, 51], "41 to 50 are another's"


def test_an_answer_that_never_came_reaches_the_borrower_by_the_centre(
    town: Town, lender: TownDesk, borrower: TownDesk
) -> None:
    loan = lend(lender, borrower)
    rounds(town, lender, borrower)
    assert ends(town) == MOVED
    assert pay(borrower).number == 41
    Lending(borrower.desk).take(loan)  # the answer comes after all
    assert pay(borrower).number == 42
    rounds(town, borrower, lender)
    proven(town)


def test_the_centre_s_word_never_gives_lent_numbers_back(town: Town, lender: TownDesk, borrower: TownDesk) -> None:
    """It does not know of the loan yet, and says what it knows."""
    loan = lend(lender, borrower)
    ((lease_id,),) = lender.desk.reader.rows("SELECT lease_id FROM lease WHERE hi = 40 AND series = ?", (SERIES,))
    said = Lease(lease_id, SERIES, YEAR, 1, 1, 1, loan.hi)
    assert books.unknown(lender.desk.reader, [said]) == ()
    lender.desk.write(lambda unit: books.put(unit.connection, [said]))
    assert lender.desk.reader.one("SELECT hi FROM lease WHERE lease_id = ?", (lease_id,)) == (40,)


def forged(loan: Loan, lender: TownDesk, borrower: TownDesk, how: str) -> Loan:
    """A record as the borrower would have it, said by the borrower alone; or with a wish that nobody had."""
    alone = Signer(borrower.desk.seed)
    if how == "unilateral":
        return signed_loan(loan, alone)
    if how == "altered":
        return msgspec.structs.replace(loan, lo=loan.lo - 5)
    wish = msgspec.structs.replace(loan.ask, numbers=20)
    return signed_loan(
        msgspec.structs.replace(loan, ask=signed_ask(wish, Signer(lender.desk.seed))), Signer(lender.desk.seed)
    )


@pytest.mark.parametrize("how", ["unilateral", "altered", "nobody_asked"])
def test_a_record_that_not_both_signed_moves_nothing_and_is_shown(
    town: Town, lender: TownDesk, borrower: TownDesk, how: str
) -> None:
    loan = forged(lend(lender, borrower), lender, borrower, how)
    who = borrower.person("piyada").id
    borrower.desk.write(lambda unit: unit.perform(LEND, loan, who))
    rounds(town, borrower)
    assert ends(town) == []
    assert troubles(borrower) == ["not_signed_by_both"]
    rounds(town, lender)
    assert ends(town) == MOVED, "what both signed counts all the same"
    proven(town)


def test_numbers_lent_to_two_desks_go_to_the_first_and_the_second_is_shown(
    town: Town, lender: TownDesk, borrower: TownDesk
) -> None:
    """As by a desk whose program lies: its own book bears it out, the centre's does not."""
    Lending(borrower.desk).take(lend(lender, borrower))
    third = town.desk("C3")
    other = Lending(third.desk).ask(third.person("piyada"))
    ((content,),) = lender.desk.reader.rows("SELECT content FROM number_loan")
    again = msgspec.structs.replace(from_content(content), id=b"2" * 16, ask=other)
    double = signed_loan(again, Signer(lender.desk.seed))
    who = third.person("piyada").id
    third.desk.write(lambda unit: unit.perform(LEND, double, who))
    rounds(town, borrower, third, lender)
    assert ends(town) == MOVED
    assert troubles(third) == ["number.loan_contradicts"]
    desk_equals_centre(town, third)
    proven(town)


def test_numbers_that_the_lender_used_itself_are_not_moved(town: Town, lender: TownDesk, borrower: TownDesk) -> None:
    """Its store was tampered with: it prints from what it has lent. Both papers are kept, and a person is told."""
    loan = lend(lender, borrower)
    lender.desk.settle("UPDATE lease SET next = 41, hi = 50 WHERE hi = 40 AND series = ?", (SERIES,))
    lender.desk.settle("DELETE FROM touch", ())
    assert pay(lender).number == 41
    Lending(borrower.desk).take(loan)
    assert pay(borrower).number == 41
    rounds(town, lender, borrower)
    assert "number.taken" in troubles(lender, borrower)
    assert town.count("SELECT count(*) FROM receipt WHERE office_id = :o AND number = 41", o=town.office_id) == 2


def test_the_account_knows_what_each_still_has(town: Town, lender: TownDesk, borrower: TownDesk) -> None:
    Lending(borrower.desk).take(lend(lender, borrower))
    assert pay(borrower).number == 41
    rounds(town, borrower, lender)
    with town.engine.connect() as connection:
        account = account_of(connection, town.office_id, SERIES, YEAR)
    fates = {(run.lo, run.hi, run.fate) for one in account.books for run in one.runs if one.book.book_no == 1}
    assert fates == {(1, 4, Fate.ISSUED), (5, 40, Fate.UNUSED), (41, 41, Fate.ISSUED), (42, 50, Fate.UNUSED)}


@pytest.mark.parametrize("first", ["lender", "borrower"])
def test_a_restored_centre_hears_of_the_loan_again(postgres: Any, own: Town, first: str) -> None:
    begin_proofs(own)
    lender, borrower = own.desk("C2"), own.desk("C1")
    rounds(own, borrower, lender)
    borrower.desk.settle("UPDATE lease SET next = hi + 1 WHERE series = ?", (SERIES,))
    backup = Backup(postgres, own)
    Lending(borrower.desk).take(lend(lender, borrower))
    assert [pay(borrower).number, pay(lender).number] == [41, 1]
    rounds(own, borrower, lender)
    backup.put_back()
    order = (lender, borrower) if first == "lender" else (borrower, lender)
    rounds(own, *order)
    assert [book[2:] for book in ends(own)] == [(1, 40), (41, 50)]
    assert pay(borrower).number == 42
    rounds(own, *order)
    proven(own)
    assert set(troubles(lender, borrower)) == {"post.centre_changed"}
    for desk in order:
        desk_equals_centre(own, desk)


@pytest.fixture
def holder(town: Town, lender: TownDesk) -> TownDesk:
    """Has its own 101 to 200; what it borrows comes before them."""
    made = town.desk("C1")
    rounds(town, made, lender)
    return made


def fates(town: Town) -> set[tuple[int, int, Fate]]:
    """Of the numbers that were lent."""
    with town.engine.connect() as connection:
        account = account_of(connection, town.office_id, SERIES, YEAR)
    return {(run.lo, run.hi, run.fate) for one in account.books for run in one.runs if one.book.epoch == LENT}


def states(town: Town) -> list[str]:
    """Of the part that was lent."""
    query = "SELECT state FROM number_book WHERE office_id = :o AND series = :s AND epoch = :e"
    with town.engine.connect() as connection:
        return list(connection.scalars(text(query), {"o": town.office_id, "s": SERIES, "e": LENT}))


@pytest.mark.parametrize("first", ["lender", "borrower"])
def test_what_a_borrower_used_before_it_was_enrolled_anew_stands_and_the_rest_is_looked_into(
    town: Town, lender: TownDesk, holder: TownDesk, first: str
) -> None:
    Lending(holder.desk).take(lend(lender, holder))
    assert [pay(holder).number, pay(holder).number] == [41, 42]
    successor(town, holder)
    rounds(town, *((lender, holder) if first == "lender" else (holder, lender)))
    assert ends(town) == MOVED
    assert fates(town) == {(41, 42, Fate.ISSUED), (43, 50, Fate.SUSPENSE)}
    assert states(town) == ["suspense"]
    assert pay(holder).number > 100, "a desk that was enrolled anew leaves its books"
    rounds(town, holder, lender)
    assert "number.taken" not in troubles(lender, holder)
    proven(town)
    for desk in (lender, holder):
        desk_equals_centre(town, desk)


def test_numbers_lent_to_a_desk_that_was_withdrawn_meanwhile_are_nobodys(
    town: Town, lender: TownDesk, holder: TownDesk
) -> None:
    lend(lender, holder)
    town.recovery.revoke(town.office_id, holder.desk.identity.device_id.hex())
    rounds(town, lender)
    assert ends(town) == MOVED
    assert fates(town) == {(41, 50, Fate.SUSPENSE)}
    assert states(town) == ["suspense"]
    assert troubles(lender) == []
    proven(town)


def test_an_answer_that_comes_after_the_borrower_was_enrolled_anew_is_not_taken(
    town: Town, lender: TownDesk, holder: TownDesk
) -> None:
    loan = lend(lender, holder)
    successor(town, holder)
    with pytest.raises(OfficeError) as refused:
        Lending(holder.desk).take(loan)
    assert refused.value.code == "numbers.loan_not_asked"
    rounds(town, holder, lender)
    assert fates(town) == {(41, 50, Fate.SUSPENSE)}
    assert Lending(holder.desk).ask(holder.person("piyada")).id != loan.ask.id
    proven(town)


@pytest.mark.parametrize("first", ["lender", "borrower"])
def test_a_lender_who_is_enrolled_anew_has_lent_all_the_same(
    town: Town, lender: TownDesk, holder: TownDesk, first: str
) -> None:
    Lending(holder.desk).take(lend(lender, holder))
    assert pay(holder).number == 41
    successor(town, lender)
    rounds(town, *((lender, holder) if first == "lender" else (holder, lender)))
    assert ends(town) == MOVED
    assert pay(holder).number == 42
    rounds(town, holder, lender)
    assert "number.taken" not in troubles(lender, holder)
    rest = {"lender": Fate.SUSPENSE, "borrower": Fate.UNUSED}[first]
    assert fates(town) == {(41, 42, Fate.ISSUED), (43, 50, rest)}
    proven(town)
    for desk in (lender, holder):
        desk_equals_centre(town, desk)
