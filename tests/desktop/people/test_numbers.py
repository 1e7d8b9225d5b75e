"""Numbers are found by a keyed hash and read by the office's key alone."""

from desktop.office.key_code import make_code
from desktop.people.model import NumberKind
from desktop.people.numbers import PeopleKey
from tests.helpers.citizens import CODE, CODE_KEY

THAI, PASSPORT = NumberKind.THAI, NumberKind.PASSPORT


def test_a_code_gives_the_same_key_however_it_is_typed() -> None:
    assert PeopleKey.of_code(CODE.lower().replace("-", " ")) == CODE_KEY
    assert PeopleKey.of_code(CODE[:-1]) is None
    assert PeopleKey.of_code("0" * 20) is None


def test_codes_are_made_anew_and_are_codes() -> None:
    codes = {make_code() for _ in range(20)}
    keys = [PeopleKey.of_code(code) for code in codes]
    assert len(codes) == 20
    assert all(keys)


def test_what_is_sealed_is_read_with_the_same_key_alone() -> None:
    sealed = CODE_KEY.seal("1234567890121", THAI)
    other = PeopleKey.of_code(make_code())
    assert other is not None
    assert CODE_KEY.open(sealed, THAI) == "1234567890121"
    assert other.open(sealed, THAI) is None
    assert CODE_KEY.open(sealed, PASSPORT) is None
    assert CODE_KEY.open("not base64!", THAI) is None
    assert sealed == CODE_KEY.seal("1234567890121", THAI)


def test_hashes_and_ids_tell_numbers_kinds_and_turns_apart() -> None:
    told = {CODE_KEY.hash_of(number, kind) for number in ("1234567890121", "1234567890122") for kind in NumberKind}
    ids = {CODE_KEY.person_id("1234567890121", THAI, turn) for turn in range(3)}
    assert (len(told), len(ids), {len(one) for one in told | ids}) == (4, 3, {16})


def test_nothing_of_the_number_shows_in_what_travels() -> None:
    number = "1234567890121"
    assert number.encode() not in CODE_KEY.hash_of(number, THAI)
    assert number not in CODE_KEY.seal(number, THAI)
