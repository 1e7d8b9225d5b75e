"""A unit's folders and the text of pages at two desks and the centre: who has them, who may change them."""

from dataclasses import replace

import pytest

from desktop.letters.found import Filters, SavedSearch, Search
from desktop.letters.model import Registration
from desktop.letters.queries import LetterQueries
from desktop.letters.rules import INCOMING_SERIES
from desktop.letters.saving_actions import SavingActions
from desktop.letters.searching import LetterSearch
from desktop.office.errors import OfficeError
from desktop.store import search
from tests.convergence.invariants import desk_equals_centre
from tests.helpers.town import ENGINEERING, REGISTRY, Town, TownDesk, identity

LETTER = Registration("กรมการปกครอง", "นายกเทศมนตรี", "ขอเชิญประชุม")
FILTERS = Filters(kinds=("external",), mine=True)


@pytest.fixture
def registry(town: Town) -> TownDesk:
    return town.desk("C1", (INCOMING_SERIES,), REGISTRY)


@pytest.fixture
def engineers(town: Town, registry: TownDesk) -> TownDesk:
    return town.desk("E1", (), ENGINEERING)


def rounds(*desks: TownDesk) -> None:
    for desk in (*desks, *desks):
        desk.round.run()


def saving(desk: TownDesk, login: str) -> SavingActions:
    return SavingActions(desk.desk, desk.person(login))


def looking(desk: TownDesk) -> LetterSearch:
    return LetterSearch(desk.desk.reader, LetterQueries(desk.desk.reader))


def folders(desk: TownDesk, unit: str) -> list[SavedSearch]:
    return list(looking(desk).folders(identity(unit)))


def test_a_folder_is_its_units_at_every_desk_and_nobody_elses(
    town: Town, registry: TownDesk, engineers: TownDesk
) -> None:
    second = town.desk("E2", (), ENGINEERING)
    search_id = saving(engineers, "wichai").save("ถนน", "ถนน", FILTERS)
    rounds(engineers, second, registry)
    for desk in (engineers, second):
        (one,) = folders(desk, "ENG")
        assert (one.id, one.name, one.words, one.filters, one.count) == (search_id, "ถนน", "ถนน", FILTERS, 0)
    assert folders(registry, "ENG") == []
    came = registry.letters("kanda").register(replace(LETTER, subject="ถนนชำรุด"))
    registry.letters("kanda").route(came.id, [identity("ENG")])
    rounds(registry, second)
    assert [one.count for one in folders(second, "ENG")] == [1]
    saving(second, "wichai").save("ถนนพัง", "ถนน ชำรุด", Filters(), search_id)
    rounds(second, engineers)
    assert [(one.name, one.words) for one in folders(engineers, "ENG")] == [("ถนนพัง", "ถนน ชำรุด")]
    saving(engineers, "wichai").drop(search_id)
    rounds(engineers, second)
    assert folders(second, "ENG") == folders(engineers, "ENG") == []
    for desk in (registry, engineers, second):
        desk_equals_centre(town, desk)


def test_a_desk_without_the_units_letters_keeps_the_folders_that_were_made_there(
    town: Town, registry: TownDesk
) -> None:
    saving(registry, "kanda").save("ประชุม", "ประชุม", Filters())
    rounds(registry)
    assert [one.name for one in folders(registry, "CLK")] == ["ประชุม"]
    desk_equals_centre(town, registry)


def test_only_the_units_own_people_change_a_folder(town: Town, registry: TownDesk, engineers: TownDesk) -> None:
    search_id = saving(engineers, "wichai").save("ถนน", "ถนน", Filters())
    with pytest.raises(OfficeError, match="letters.search_of_others"):
        saving(engineers, "kanda").drop(search_id)
    with pytest.raises(OfficeError, match="letters.search_of_others"):
        saving(engineers, "kanda").save("อื่น", "", Filters(), search_id)
    with pytest.raises(OfficeError, match="letters.search_nameless"):
        saving(engineers, "wichai").save("  ", "ถนน", Filters())
    with pytest.raises(OfficeError, match="letters.search_gone"):
        saving(engineers, "wichai").drop(identity("ENG"))
    assert [one.name for one in folders(engineers, "ENG")] == ["ถนน"]


def test_page_text_finds_the_letter_at_the_other_desk(town: Town, registry: TownDesk, engineers: TownDesk) -> None:
    came = registry.letters("kanda").register(LETTER)
    registry.letters("kanda").route(came.id, [identity("ENG")])
    saving(registry, "kanda").note_pages(came.id, "ab" * 32, {0: "คำว่า ลำเหมือง อยู่หน้าแรก", 1: "หน้าสอง"})
    saving(registry, "kanda").note_pages(came.id, "ab" * 32, {1: "หน้าสองอ่านใหม่"})
    rounds(registry, engineers)
    looked = looking(engineers)
    assert search.is_complete(engineers.desk.reader)
    for words, found in (("ลำเหมือง", 1), ("อ่านใหม่", 1), ("หน้าสาม", 0)):
        assert looked.count(_asked(words)) == found, words
    assert engineers.desk.reader.rows("SELECT count(*) FROM letter_page_text") == [(2,)]
    desk_equals_centre(town, engineers)


def _asked(words: str) -> Search:
    return Search(words, Filters(), identity("ENG"))
