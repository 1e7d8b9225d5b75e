"""What the number keys write: shipped phrases, the office's, the unit's and one's own, on a real store."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.application import Office
from desktop.letters.phrases import Owner
from desktop.office.errors import OfficeError
from desktop.store.desk import Desk
from tests.helpers.desk import make_desk, make_office, person


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = make_desk(tmp_path / "desk")
    yield desk
    desk.close()


@pytest.fixture
def office(desk: Desk) -> Office:
    return make_office(desk)


def keys(office: Office, login: str) -> dict[int, str]:
    return {one.number: one.text for one in office.authority_queries.phrases(person(office, login))}


def test_ones_own_phrase_stands_on_its_key_and_the_shipped_ones_on_theirs(office: Office) -> None:
    wichai = person(office, "wichai")
    act = office.endorsing(wichai)
    before = keys(office, "wichai")
    mine = act.set_phrase(Owner.OWN, "มอบงานควบคุมอาคารดำเนินการ", "assign", 3)
    nine = act.set_phrase(Owner.OWN, "พบ", "see_me", 9)
    assert keys(office, "wichai") == {**before, 3: "มอบงานควบคุมอาคารดำเนินการ", 9: "พบ"}
    assert 9 not in keys(office, "kanda")
    act.set_phrase(Owner.OWN, "มอบงานสาธารณูปโภคดำเนินการ", "assign", 3, phrase_id=mine)
    assert keys(office, "wichai")[3] == "มอบงานสาธารณูปโภคดำเนินการ"
    act.remove_phrase(nine)
    act.remove_phrase(mine)
    assert keys(office, "wichai") == before


def test_the_units_phrase_goes_before_the_offices_and_ones_own_before_both(office: Office) -> None:
    office.endorsing(person(office, "kanda")).set_phrase(Owner.OFFICE, "ของสำนักงาน", "acknowledge", 1)
    assert keys(office, "wichai")[1] == keys(office, "somchai")[1] == "ของสำนักงาน"
    office.endorsing(person(office, "wichai")).set_phrase(Owner.UNIT, "ของกองช่าง", "acknowledge", 1)
    assert (keys(office, "wichai")[1], keys(office, "somchai")[1]) == ("ของกองช่าง", "ของสำนักงาน")
    office.endorsing(person(office, "wichai")).set_phrase(Owner.OWN, "ของฉัน", "acknowledge", 1)
    assert keys(office, "wichai")[1] == "ของฉัน"


def test_a_phrase_of_the_office_may_be_for_some_roles_only(office: Office) -> None:
    act = office.endorsing(person(office, "kanda"))
    act.set_phrase(Owner.OFFICE, "ลงนามแล้ว", "signed", 8, roles=("executive",))
    assert keys(office, "somchai")[8] == "ลงนามแล้ว"
    assert 8 not in keys(office, "wichai")


def test_only_their_owners_change_phrases(office: Office) -> None:
    hers = office.endorsing(person(office, "kanda")).set_phrase(Owner.OFFICE, "ของสำนักงาน", "acknowledge", 1)
    piyada = office.endorsing(person(office, "piyada"))
    for wrong in (Owner.OFFICE, Owner.UNIT):
        with pytest.raises(OfficeError, match="letters.phrase_not_yours"):
            piyada.set_phrase(wrong, "ของฉันเอง", "acknowledge", 1)
    with pytest.raises(OfficeError, match="letters.phrase_not_yours"):
        piyada.remove_phrase(hers)
    with pytest.raises(OfficeError, match="letters.phrase_not_yours"):
        piyada.set_phrase(Owner.OWN, "เอามาเป็นของฉัน", "acknowledge", 1, phrase_id=hers)
    with pytest.raises(OfficeError, match="letters.phrase_empty"):
        piyada.set_phrase(Owner.OWN, "  ", "acknowledge", 1)
