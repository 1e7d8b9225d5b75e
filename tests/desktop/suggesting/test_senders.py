"""What was registered at this desk mends and confirms what was read."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.application import Office
from desktop.reading.model import Box
from desktop.suggesting.model import Field, Place, Suggestion
from desktop.suggesting.senders import NOBODY, KnownSenders
from tests.helpers.desk import make_desk, make_office
from tests.helpers.letters import fill, samples

PLACE = Place(0, Box(30, 50, 60, 5))
HOSPITAL = "สำนักงานสาธารณสุขจังหวัดเชียงใหม่"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder: Path = tmp_path_factory.mktemp("senders")
    desk = make_desk(folder / "desk")
    made = make_office(desk)
    fill(made, len(samples()), routed=0, pages=False)
    yield made
    desk.close()


@pytest.fixture(scope="module")
def known(office: Office) -> KnownSenders:
    return office.sender_queries.known()


def _said(field: Field, value: str, confidence: float = 0.7) -> Suggestion:
    return Suggestion(field, value, PLACE, confidence)


def _corrected(known: KnownSenders, *said: Suggestion) -> dict[Field, Suggestion]:
    return {one.field: one for one in known.correct(said)}


def test_a_known_prefix_names_the_sender_whose_name_was_misread(known: KnownSenders) -> None:
    number = _said(Field.BOOK_NUMBER, "ชม ๐๐๓๓.๐๐๖/ว ๗๗")
    found = _corrected(known, number, _said(Field.FROM_PARTY, "สานกงานสาธารณสขจงหวดเชยงไหม"))
    assert found[Field.FROM_PARTY].value == HOSPITAL
    assert found[Field.FROM_PARTY].confidence > 0.9
    assert found[Field.BOOK_NUMBER].confidence > number.confidence


def test_a_sender_that_was_not_read_is_told_by_the_prefix(known: KnownSenders) -> None:
    found = _corrected(known, _said(Field.BOOK_NUMBER, "ชม 0033.006/ว 77"))
    assert found[Field.FROM_PARTY].value == HOSPITAL
    assert found[Field.FROM_PARTY].is_doubtful


def test_another_reading_that_is_known_is_likelier_than_one_that_is_not(known: KnownSenders) -> None:
    other = _said(Field.BOOK_NUMBER, "ชม ๐๐๓๓.๐๐๖/ว ๗๗", 0.2)
    read = replace(_said(Field.BOOK_NUMBER, "ชม ๐๐๓๓.๐๐๙/ว ๗๗", 0.6), alternatives=(other,))
    found = _corrected(known, read)[Field.BOOK_NUMBER]
    assert found.value == other.value
    assert [one.value for one in found.alternatives] == [read.value]


def test_another_section_of_a_known_sender_is_not_mended_where_it_was_read_surely(known: KnownSenders) -> None:
    read = _said(Field.BOOK_NUMBER, "ชม ๐๐๓๓.๐๐๒/ว ๗๗", 0.95)
    assert _corrected(known, read, _said(Field.FROM_PARTY, HOSPITAL))[Field.BOOK_NUMBER] == read


def test_a_known_sender_mends_one_sign_of_the_prefix(known: KnownSenders) -> None:
    read = _said(Field.BOOK_NUMBER, "ชม ๐๐๓๓.๐๐๒/ว ๗๗")
    found = _corrected(known, read, _said(Field.FROM_PARTY, HOSPITAL))[Field.BOOK_NUMBER]
    assert found.value == "ชม ๐๐๓๓.๐๐๖/ว ๗๗"
    assert [other.value for other in found.alternatives] == [read.value]
    assert found.confidence <= 0.85


def test_another_sender_under_a_known_prefix_stays_as_it_was_read(known: KnownSenders) -> None:
    found = _corrected(
        known, _said(Field.BOOK_NUMBER, "ชม 0033.006/ว 77"), _said(Field.FROM_PARTY, "โรงพยาบาลแม่เหียะสมมุติ", 0.9)
    )[Field.FROM_PARTY]
    assert found.value == "โรงพยาบาลแม่เหียะสมมุติ"
    assert found.confidence < 0.8
    assert found.alternatives[0].value == HOSPITAL


def test_an_addressee_is_spelt_as_it_always_is(known: KnownSenders) -> None:
    found = _corrected(known, _said(Field.TO_PARTY, "นายกเทศมนตริเมืองแมเหียะ"))[Field.TO_PARTY]
    assert found.value == "นายกเทศมนตรีเมืองแม่เหียะ"


def test_strangers_are_left_alone(known: KnownSenders) -> None:
    said = (_said(Field.BOOK_NUMBER, "สข 0033/1"), _said(Field.FROM_PARTY, "เทศบาลนครสงขลา"))
    assert tuple(known.correct(said)) == said
    assert tuple(NOBODY.correct(said)) == said


def test_nothing_is_learned_from_secret_letters(office: Office) -> None:
    senders = {name for names in office.sender_queries.known().by_prefix.values() for name in names}
    open_ones = {one.registration.from_party for one in samples()}
    assert senders <= open_ones
