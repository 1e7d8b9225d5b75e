"""A scan of the wrong letter: withdrawn with a reason, the right one added; the same at every desk, nothing erased."""

import pytest

from desktop.letters.found import Filters, Search
from desktop.letters.model import Letter
from desktop.letters.queries import LetterQueries
from desktop.letters.rules import history
from desktop.letters.saving_actions import SavingActions
from desktop.letters.searching import LetterSearch
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.office.secrecy import Secrecy
from tests.convergence.invariants import desk_equals_centre
from tests.helpers.acts import register
from tests.helpers.town import REGISTRY, Page, Town, TownDesk, identity


def letter_of(desk: TownDesk, letter_id: Id) -> Letter:
    found = LetterQueries(desk.desk.reader).letter(letter_id)
    assert found
    return found


def everybody(*desks: TownDesk) -> None:
    for desk in (*desks, *desks):
        desk.round.run()


def found(desk: TownDesk, words: str) -> int:
    search = LetterSearch(desk.desk.reader, LetterQueries(desk.desk.reader))
    return search.count(Search(words, Filters(), identity("CLK")))


@pytest.fixture
def desks(town: Town) -> tuple[TownDesk, TownDesk, Id]:
    first, second = town.desk(), town.desk("C2", (), REGISTRY)
    wrong = Page(b"%PDF-1.4 another letter")
    letter = register(first, "ขอเชิญประชุม", wrong)
    everybody(first, second)
    return first, second, letter.id


def test_the_wrong_scan_goes_out_of_sight_and_the_right_one_comes(
    town: Town, desks: tuple[TownDesk, TownDesk, Id]
) -> None:
    first, second, letter_id = desks
    (wrong,) = letter_of(first, letter_id).files
    first.letters().withdraw_file(letter_id, wrong.id, "สแกนฉบับอื่น")
    first.letters().add_file(letter_id, Page(b"%PDF-1.4 the letter itself"))
    everybody(first, second)
    for desk in (first, second):
        shown = letter_of(desk, letter_id)
        assert [file.id == wrong.id for file in shown.files] == [False]
        told = [(event.kind, event.text) for event in history(shown) if event.kind.startswith("file_")]
        assert told == [("file_withdrawn", f"{wrong.name}: สแกนฉบับอื่น"), ("file_added", shown.files[0].name)]
        desk_equals_centre(town, desk)
    kept = town.count("SELECT count(*) FROM letter_file WHERE office_id = :o", o=town.office_id)
    assert kept == 2
    assert first.desk.blobs.get(wrong.sha256) == b"%PDF-1.4 another letter"


def test_both_desks_withdraw_it_and_the_first_reason_stands(town: Town, desks: tuple[TownDesk, TownDesk, Id]) -> None:
    first, second, letter_id = desks
    (wrong,) = letter_of(first, letter_id).files
    first.letters().withdraw_file(letter_id, wrong.id, "ฉบับของกองช่าง")
    second.letters("piyada").withdraw_file(letter_id, wrong.id, "ซ้ำ")
    everybody(first, second)
    for desk in (first, second):
        (event,) = letter_of(desk, letter_id).file_events
        assert event.reason == "ฉบับของกองช่าง"
        desk_equals_centre(town, desk)
    assert second.desk.reader.rows("SELECT code FROM attention") == []


def test_what_the_wrong_page_said_is_not_found_any_more(desks: tuple[TownDesk, TownDesk, Id]) -> None:
    first, second, letter_id = desks
    (wrong,) = letter_of(first, letter_id).files
    SavingActions(first.desk, first.person("kanda")).note_pages(letter_id, wrong.sha256, {0: "สัญญาซื้อขายรถขยะ"})
    everybody(first, second)
    assert found(second, "รถขยะ") == 1
    first.letters().withdraw_file(letter_id, wrong.id, "สแกนฉบับอื่น")
    everybody(first, second)
    assert found(first, "รถขยะ") == found(second, "รถขยะ") == 0


def test_a_file_goes_only_with_a_reason_and_only_from_its_own_letter(desks: tuple[TownDesk, TownDesk, Id]) -> None:
    first, _, letter_id = desks
    (wrong,) = letter_of(first, letter_id).files
    other = register(first)
    with pytest.raises(OfficeError, match=r"letters\.reason_missing"):
        first.letters().withdraw_file(letter_id, wrong.id, " ")
    with pytest.raises(OfficeError, match=r"letters\.gone"):
        first.letters().withdraw_file(other.id, wrong.id, "ผิด")
    assert letter_of(first, letter_id).files == (wrong,)


def test_nothing_is_added_to_an_envelope_that_stays_closed(town: Town, desks: tuple[TownDesk, TownDesk, Id]) -> None:
    """A counter's desk keeps no page of a secret letter, not even for a moment."""
    first, _, letter_id = desks
    first.letters().classify(letter_id, Secrecy.SECRET, "มีชื่อผู้ร้อง")
    with pytest.raises(OfficeError, match=r"letters\.envelope_only"):
        first.letters().add_file(letter_id, Page(b"%PDF-1.4 x"))
