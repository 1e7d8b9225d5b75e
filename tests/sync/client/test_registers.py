"""Letter registers of an office and its divisions, at two desks and the centre: whose numbers, and who sees what."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.letters.alike_queries import AlikeQueries
from desktop.letters.keeping_actions import KeepingActions
from desktop.letters.loans import LoanQueries
from desktop.letters.model import Channel, Direction, Kind, Letter, Registration, Secrecy
from desktop.letters.queries import LetterQueries
from desktop.letters.rules import INCOMING_SERIES
from desktop.letters.saving_actions import SavingActions
from desktop.letters.tags import is_provisional
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.registers.actions import RegisterActions
from desktop.registers.model import Fate
from desktop.registers.queries import RegisterQueries
from sync.server.database import snapshot
from sync.server.proving import account_of, first_contradiction, registers
from tests.convergence.invariants import desk_equals_centre
from tests.helpers.town import ENGINEERING, REGISTRY, Town, TownDesk, identity

YEAR = 2569
ENG = identity("ENG").hex()
MEMOS, RECEIVED = f"letters.memo/{ENG}", f"letters.incoming/{ENG}"
LETTER = Registration("กองช่าง", "ปลัดเทศบาล", "ขออนุมัติ")
MEMO = replace(LETTER, kind=Kind.INTERNAL, direction=Direction.INTERNAL)
ORDER = replace(LETTER, kind=Kind.ORDER, direction=Direction.INTERNAL)


@pytest.fixture
def registry(town: Town) -> TownDesk:
    return town.desk("C1", (INCOMING_SERIES, "letters.order", "letters.outgoing/central"), REGISTRY)


@pytest.fixture
def engineers(town: Town, registry: TownDesk) -> TownDesk:
    return town.desk("E1", (MEMOS, RECEIVED, "letters.order"), ENGINEERING)


def letter(desk: TownDesk, letter_id: Id) -> Letter | None:
    return LetterQueries(desk.desk.reader).letter(letter_id)


def held(desk: TownDesk, letter_id: Id) -> Letter:
    found = letter(desk, letter_id)
    assert found is not None
    return found


def rounds(*desks: TownDesk) -> None:
    for desk in (*desks, *desks):
        desk.round.run()


def proven(town: Town) -> bool:
    with snapshot(town.engine) as connection:
        kept = registers(connection, town.office_id)
        return all(first_contradiction(connection, town.office_id, *one) is None for one in kept)


def test_a_memo_is_numbered_and_seen_in_its_division_and_where_it_is_sent(
    town: Town, registry: TownDesk, engineers: TownDesk
) -> None:
    memo = engineers.letters("wichai").register(MEMO)
    rounds(engineers, registry)
    assert (memo.register, memo.number) == (f"memo/{ENG}", 1)
    assert letter(registry, memo.id) is None
    engineers.letters("wichai").route(memo.id, [identity("CLK")])
    rounds(engineers, registry)
    assert held(registry, memo.id).kind is Kind.INTERNAL
    accounts = {one.series: one for one in RegisterQueries(engineers.desk.reader).accounts()}
    assert accounts[MEMOS].count(Fate.ISSUED) == 1
    assert accounts[MEMOS].count(Fate.UNKNOWN) == 0
    assert MEMOS not in {one.series for one in RegisterQueries(registry.desk.reader).accounts()}
    assert proven(town)
    desk_equals_centre(town, registry)
    desk_equals_centre(town, engineers)


def test_a_letter_keeps_its_central_number_and_gets_one_in_the_division(
    town: Town, registry: TownDesk, engineers: TownDesk
) -> None:
    came = registry.letters("kanda").register(replace(LETTER, book_number="มท 0808.2/5"))
    registry.letters("kanda").route(came.id, [identity("ENG")])
    rounds(registry, engineers)
    KeepingActions(engineers.desk, engineers.person("wichai")).register_again(came.id)
    KeepingActions(registry.desk, registry.person("kanda")).cancel(came.id, "ส่งผิดหน่วยงาน")
    KeepingActions(registry.desk, registry.person("kanda")).lend(came.id, "นายวิชัย")
    rounds(engineers, registry)
    for desk in (registry, engineers):
        found = held(desk, came.id)
        assert (found.number, [(one.register, one.number) for one in found.further]) == (1, [(f"incoming/{ENG}", 1)])
        assert found.is_cancelled
        assert found.loan is not None
    assert proven(town)
    with snapshot(town.engine) as connection:
        assert account_of(connection, town.office_id, RECEIVED, YEAR).count(Fate.ISSUED) == 1


def test_an_order_made_away_from_its_register_is_numbered_by_who_holds_it(
    town: Town, registry: TownDesk, engineers: TownDesk
) -> None:
    order = engineers.letters("wichai").register(ORDER)
    assert is_provisional(order.number)
    engineers.letters("wichai").route(order.id, [identity("ENG")])
    rounds(engineers, registry, engineers)
    found = held(engineers, order.id)
    assert (found.register, found.number, found.book_number) == ("order", 1, f"1/{YEAR}")
    assert proven(town)


def test_the_centre_numbers_an_order_that_nobody_holds_the_register_of(
    town: Town, registry: TownDesk, engineers: TownDesk
) -> None:
    RegisterActions(registry.desk, registry.person("kanda")).give_back("letters.order")
    rounds(registry)
    order = registry.letters("kanda").register(ORDER)
    assert is_provisional(order.number)
    rounds(registry)
    found = held(registry, order.id)
    assert (found.number, found.book_number) == (1, f"1/{YEAR}")
    assert proven(town)


def test_two_cancel_at_once_and_the_second_is_told(town: Town, registry: TownDesk, engineers: TownDesk) -> None:
    came = registry.letters("kanda").register(LETTER)
    registry.letters("kanda").route(came.id, [identity("ENG")])
    rounds(registry, engineers)
    KeepingActions(registry.desk, registry.person("kanda")).cancel(came.id, "ส่งผิดหน่วยงาน")
    KeepingActions(engineers.desk, engineers.person("wichai")).cancel(came.id, "ซ้ำ")
    rounds(registry, engineers)
    assert [one.reason for one in held(engineers, came.id).cancellations] == ["ส่งผิดหน่วยงาน"]
    assert engineers.desk.reader.rows("SELECT code FROM attention") == [("letters.already_cancelled",)]


def test_a_unit_s_register_is_enrolled_by_the_unit_s_code(town: Town) -> None:
    desk = town.desk("E1", ("letters.memo/ENG", "letters.order", INCOMING_SERIES), ENGINEERING)
    assert desk.desk.identity.registers == (MEMOS, "letters.order", INCOMING_SERIES)
    assert desk.letters("wichai").register(MEMO).register == f"memo/{ENG}"
    with pytest.raises(OfficeError, match="centre.unit_unknown"):
        town.desk("E2", ("letters.memo/XYZ",), ENGINEERING)


def test_a_secret_paper_has_a_number_of_its_own_series_and_is_seen_by_the_registrar_alone(
    town: Town, registry: TownDesk
) -> None:
    registrar = town.secrets_desk(registers=("letters.secret.incoming/central",))
    secret = replace(LETTER, secrecy=Secrecy.SECRET)
    came = registrar.letters("kanda").register(secret)
    assert (came.register, came.number) == ("secret.incoming/central", 1)
    envelope = registry.letters("kanda").register(secret)
    assert (envelope.register, envelope.number) == ("central", 1)
    rounds(registrar, registry, registrar)
    assert held(registrar, came.id).subject == LETTER.subject
    assert held(registrar, envelope.id).subject == "เรื่องลับ"
    assert letter(registry, came.id) is None
    assert letter(registry, envelope.id) is None
    assert proven(town)
    desk_equals_centre(town, registrar)


def test_one_paper_at_two_desks_is_told_to_a_person_and_both_numbers_stay(town: Town, registry: TownDesk) -> None:
    other = town.desk("C2", ("letters.incoming/CLK",), (*REGISTRY, "unit:CLK/normal"))
    paper = replace(LETTER, book_number="ชม 0023/5", letter_date=date(2026, 11, 2))
    first = registry.letters("kanda").register(paper)
    registry.round.run()
    second = other.letters("kanda").register(replace(paper, book_number="ที่ ชม ๐๐๒๓ / ๕"))
    rounds(other, registry)
    assert other.desk.reader.rows("SELECT code FROM attention") == [("letters.seems_twice",)]
    for desk in (registry, other):
        assert {held(desk, one.id).number for one in (first, second)} == {1}
    reader = other.desk.reader
    assert {one.row.id for one in AlikeQueries(reader, LetterQueries(reader)).find(paper)} == {second.id, first.id}


def test_a_paper_that_came_to_another_desk_is_known_here_by_its_page_alone(town: Town, registry: TownDesk) -> None:
    other = town.desk("C2", ("letters.incoming/CLK",), (*REGISTRY, "unit:CLK/normal"))
    paper = replace(LETTER, book_number="ชม 0023/4512", letter_date=date(2026, 11, 2), subject="ขอเชิญประชุม")
    text = "ที่ ชม ๐๐๒๓/๔๕๑๒ ๒ พฤศจิกายน ๒๕๖๙ เรื่อง ขอเชิญประชุม ด้วยจังหวัดเชียงใหม่จะจัดประชุมชี้แจงแนวทางการจัดทำแผน"
    came = registry.letters("kanda").register(paper)
    SavingActions(registry.desk, registry.person("kanda")).note_pages(came.id, "00", {0: text})
    rounds(registry, other)
    reader = other.desk.reader
    misread = text.replace("้", "").replace("ด", "ค")
    found = AlikeQueries(reader, LetterQueries(reader)).find(Registration("", "", ""), misread)
    assert [one.row.id for one in found] == [came.id]
    other.letters("kanda").came_again(came.id, Channel.EMAIL)
    rounds(other, registry)
    assert [one.channel for one in held(registry, came.id).came_again] == [Channel.EMAIL]
    assert proven(town)


def test_a_loan_is_out_for_everybody_who_sees_the_letter_until_it_is_back(
    town: Town, registry: TownDesk, engineers: TownDesk
) -> None:
    came = registry.letters("kanda").register(LETTER)
    registry.letters("kanda").route(came.id, [identity("ENG")])
    rounds(registry, engineers)
    loan = KeepingActions(engineers.desk, engineers.person("wichai")).lend(came.id, "นายวิชัย", due=date(2026, 11, 1))
    rounds(engineers, registry)
    assert [one.loan.id for one in LoanQueries(registry.desk.reader).out()] == [loan]
    KeepingActions(registry.desk, registry.person("kanda")).give_back(loan)
    rounds(registry, engineers)
    assert LoanQueries(engineers.desk.reader).out() == ()
    assert held(engineers, came.id).loans[0].returned_to_name == registry.person("kanda").name_th
