"""A desk becomes known to its centre: once, whatever happens to the answer."""

from pathlib import Path

import pytest

from desktop.letters.rules import INCOMING_SERIES
from desktop.office.errors import OfficeError
from desktop.office.proof import GENESIS
from sync.client.enrol import enrol
from tests.helpers.proxy import Fault
from tests.helpers.town import REGISTRY, Town, TownDesk


@pytest.fixture
def new_desk(town: Town, tmp_path: Path) -> TownDesk:
    desk = TownDesk(tmp_path / "new", town.clock, town.proxy())
    town.desks.append(desk)
    return desk


def test_a_code_makes_a_desk_known(town: Town, new_desk: TownDesk) -> None:
    enrol(new_desk.desk, town.url, " " + town.code("C7", (INCOMING_SERIES,), REGISTRY).lower(), "เคาน์เตอร์ ๗")
    assert new_desk.desk.enrolled
    identity = new_desk.desk.identity
    assert (identity.office_id, identity.counter, identity.registers) == (town.office_id, "C7", (INCOMING_SERIES,))
    row = new_desk.desk.reader.one("SELECT chain_mseq, chain_hash, name FROM device")
    assert row == (0, GENESIS, "เคาน์เตอร์ ๗")


def test_a_lost_answer_is_asked_for_again(town: Town, new_desk: TownDesk) -> None:
    code = town.code("C7", (), REGISTRY)
    new_desk.proxy.set(Fault(cut_after=0))
    with pytest.raises(OfficeError, match=r"post\.no_line"):
        enrol(new_desk.desk, new_desk.proxy.url, code, "desk")
    assert not new_desk.desk.enrolled
    new_desk.proxy.heal()
    new_desk.enrol(code, "desk")
    new_desk.round.run()
    assert new_desk.person("kanda").login == "kanda"
    assert town.count("SELECT count(*) FROM device WHERE office_id = :o AND counter = 'C7'", o=town.office_id) == 1


def test_a_desk_that_is_known_stays_who_it_is(town: Town) -> None:
    desk = town.desk()
    before = desk.desk.reader.one("SELECT * FROM device")
    enrol(desk.desk, town.url, "no code at all", "another name")
    assert desk.desk.reader.one("SELECT * FROM device") == before


def test_a_wrong_code_and_one_that_was_used(town: Town, new_desk: TownDesk) -> None:
    with pytest.raises(OfficeError, match=r"post\.code_unknown"):
        enrol(new_desk.desk, town.url, "AAAA-BBBB-CCCC-DDDD-EEEE", "desk")
    code = town.code("C8", (), REGISTRY)
    first = TownDesk(new_desk.folder.parent / "first", town.clock, town.proxy())
    town.desks.append(first)
    first.enrol(code, "first")
    with pytest.raises(OfficeError, match=r"post\.code_unknown"):
        enrol(new_desk.desk, town.url, code, "desk")
    assert not new_desk.desk.enrolled
