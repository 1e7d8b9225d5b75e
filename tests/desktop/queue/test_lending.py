"""A counter without numbers borrows from the one next door: the tail of its book, once, whatever breaks in between."""

from threading import Condition

import msgspec
import pytest

from desktop.application import Office
from desktop.office.errors import OfficeError
from desktop.office.series import RECEIPTS
from desktop.office.signing import Signer, verified
from desktop.queue.exchange import Exchange
from desktop.queue.lending import Lending
from desktop.queue.model import Offer, Want
from desktop.queue.settings import Own
from desktop.registers.lending import seals
from desktop.registers.loan_model import Loan, LoanAsk, from_content, signed_ask, signed_loan
from desktop.registers.queries import RegisterQueries
from desktop.store.unit_of_work import UnitOfWork
from tests.desktop.queue.conftest import CODE, PATIENCE, Centre
from tests.helpers.desk import MORNING, person
from tests.helpers.proofs import know_each_other


def shelf(office: Office) -> list[tuple[int, int]]:
    """The next and the last number of each book of receipts at hand."""
    query = "SELECT next, hi FROM lease WHERE series = ? AND next <= hi ORDER BY lo"
    return [(int(one), int(last)) for one, last in office.desk.reader.rows(query, (RECEIPTS,))]


def used_up(office: Office) -> None:
    """Its last receipt is written."""
    office.desk.settle("UPDATE lease SET lo = 1, next = 51, hi = 50 WHERE series = ?", (RECEIPTS,))


def posted(office: Office) -> int:
    """How many loans wait for the centre."""
    return len(office.desk.reader.rows("SELECT 1 FROM outbox WHERE type = 'numbers.lend'"))


@pytest.fixture
def two(centre: Centre) -> tuple[Office, Office]:
    """A lender with 000451 to 000500, which keeps the queue, and a borrower beside it that has nothing left."""
    borrower = centre.desk("next door")
    know_each_other(centre.keeper.desk, borrower.desk)
    used_up(borrower)
    borrower.queue.settle(Own("guest", centre.address, CODE, "2"))
    return centre.keeper, borrower


def ask_of(office: Office) -> LoanAsk:
    return Lending(office.desk).ask(person(office, "piyada"))


def lent(lender: Office, borrower: Office) -> Loan:
    """What the lender gives; nothing of it has reached the borrower."""
    loan = Lending(lender.desk).lend(ask_of(borrower))
    assert loan is not None
    return loan


def test_the_tail_goes_over_and_both_have_signed_for_it(two: tuple[Office, Office]) -> None:
    lender, borrower = two
    loan = borrower.queue.borrow(person(borrower, "piyada"), patience=PATIENCE)
    assert (loan.lo, loan.hi) == (491, 500)
    assert (shelf(lender), shelf(borrower)) == ([(451, 490)], [(491, 500)])
    keys = {one.desk.identity.device_id: Signer(one.desk.seed).public_key for one in two}
    for office in two:
        ((content,),) = office.desk.reader.rows("SELECT content FROM number_loan")
        signed = seals(from_content(content))
        assert {one.device_id for one in signed} == set(keys)
        assert all(verified(keys[one.device_id], one.content, one.signature) for one in signed)
        assert posted(office) == 1


def test_both_desks_say_what_was_lent(two: tuple[Office, Office]) -> None:
    lender, borrower = two
    borrower.queue.borrow(person(borrower, "piyada"), patience=PATIENCE)
    told = [RegisterQueries(one.desk.reader).lent(MORNING) for one in two]
    assert [[(one.lo, one.hi, one.ours) for one in lines] for lines in told] == [
        [(491, 500, "lent")], [(491, 500, "borrowed")],
    ]  # fmt: skip
    assert (lender.cashier_queries.book(MORNING).left, borrower.cashier_queries.book(MORNING).left) == (40, 10)


def test_the_keeper_borrows_from_a_guest_as_well(centre: Centre) -> None:
    guest = centre.desk("guest")
    know_each_other(centre.keeper.desk, guest.desk)
    used_up(centre.keeper)
    guest.queue.settle(Own("guest", centre.address, CODE, "2"))
    loan = centre.keeper.queue.borrow(person(centre.keeper, "piyada"), patience=PATIENCE)
    assert ((loan.lo, loan.hi), shelf(guest)) == ((491, 500), [(451, 490)])


def test_a_lost_answer_is_said_again_and_a_wish_stays_the_same(two: tuple[Office, Office]) -> None:
    lender, borrower = two
    first = lent(lender, borrower)
    assert lent(lender, borrower) == first
    assert (shelf(lender), posted(lender)) == ([(451, 490)], 1)
    assert borrower.queue.borrow(person(borrower, "piyada"), patience=PATIENCE) == first
    assert (shelf(lender), shelf(borrower)) == ([(451, 490)], [(491, 500)])


def test_what_came_is_not_taken_twice_and_the_next_wish_is_another(two: tuple[Office, Office]) -> None:
    lender, borrower = two
    loan = lent(lender, borrower)
    Lending(borrower.desk).take(loan)
    with pytest.raises(OfficeError, match="loan_not_asked"):
        Lending(borrower.desk).take(loan)
    assert ask_of(borrower).id != loan.ask.id
    assert posted(borrower) == 1


def test_a_book_is_lent_from_once_and_never_to_its_last_numbers(two: tuple[Office, Office]) -> None:
    lender, borrower = two
    Lending(borrower.desk).take(lent(lender, borrower))
    assert Lending(lender.desk).lend(ask_of(borrower)) is None
    assert shelf(lender) == [(451, 490)]


def test_who_has_few_left_keeps_them(two: tuple[Office, Office]) -> None:
    lender, borrower = two
    lender.desk.settle("UPDATE lease SET next = 482 WHERE series = ?", (RECEIPTS,))
    with pytest.raises(OfficeError, match="nobody_lends"):
        borrower.queue.borrow(person(borrower, "piyada"), patience=0)
    assert (shelf(lender), shelf(borrower)) == ([(482, 500)], [])


def test_what_was_borrowed_is_not_lent_on(two: tuple[Office, Office]) -> None:
    lender, borrower = two
    Lending(borrower.desk).take(lent(lender, borrower))
    wish = signed_ask(msgspec.structs.replace(ask_of(lender), numbers=2), Signer(lender.desk.seed))
    assert Lending(borrower.desk).lend(wish) is None


@pytest.mark.parametrize("field", ["numbers", "device_id", "year_be", "counter"])
def test_a_wish_that_was_altered_moves_nothing(two: tuple[Office, Office], field: str) -> None:
    lender, borrower = two
    ask = ask_of(borrower)
    other = {"numbers": 20, "device_id": lender.desk.identity.device_id, "year_be": 2569, "counter": "C9"}[field]
    with pytest.raises(OfficeError, match="loan_unproven"):
        Lending(lender.desk).lend(msgspec.structs.replace(ask, **{field: other}))
    assert (shelf(lender), posted(lender)) == ([(451, 500)], 0)


def test_numbers_from_a_desk_that_nobody_vouches_for_are_not_used(two: tuple[Office, Office], centre: Centre) -> None:
    _, borrower = two
    stranger = centre.desk("stranger")
    ask = ask_of(borrower)
    forged = Loan(b"l" * 16, ask, b"b" * 16, 10, 2, 491, 500, None, stranger.desk.identity.device_id, "C2", "")
    with pytest.raises(OfficeError, match="loan_unproven"):
        Lending(borrower.desk).take(signed_loan(forged, Signer(stranger.desk.seed)))
    assert shelf(borrower) == []


def test_numbers_that_this_desk_has_had_itself_are_not_taken(two: tuple[Office, Office]) -> None:
    lender, borrower = two
    ask = ask_of(borrower)
    double = Loan(b"l" * 16, ask, b"b" * 16, 1, 2, 41, 50, None, lender.desk.identity.device_id, "C2", "")
    with pytest.raises(OfficeError, match="loan_not_asked"):
        Lending(borrower.desk).take(signed_loan(double, Signer(lender.desk.seed)))


def test_a_lender_that_falls_between_its_two_writes_has_lent_nothing(two: tuple[Office, Office]) -> None:
    lender, borrower = two
    ask = ask_of(borrower)

    def breaks(self: UnitOfWork, *args: object) -> int:
        raise RuntimeError("the power went")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(UnitOfWork, "perform", breaks)
        with pytest.raises(RuntimeError):
            Lending(lender.desk).lend(ask)
    assert (shelf(lender), posted(lender)) == ([(451, 500)], 0)
    assert lent(lender, borrower).lo == 491


def test_one_wish_has_one_lender_until_it_is_said_again() -> None:
    exchange, ask = Exchange(Condition()), LoanAsk(b"a" * 16, RECEIPTS, 2569, 10, b"b" * 16, "C1", b"p" * 16, "", "")
    with pytest.raises(OfficeError, match="nobody_lends"):
        exchange.want(Want(ask))
    with pytest.raises(OfficeError, match="lent_elsewhere"):
        exchange.offer(Offer(ask.id, b"c" * 16))
    loan = Loan(b"l" * 16, ask, b"k" * 16, 10, 2, 491, 500, None, b"c" * 16, "C2", "")
    exchange.offer(Offer(ask.id, b"c" * 16, loan))
    assert exchange.want(Want(ask)).loan == loan, "what came too late is there when it is asked for again"
