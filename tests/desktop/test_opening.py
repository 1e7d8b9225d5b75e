"""Opening a desk: by the keyring, by a passphrase, and what is said when neither does it."""

from pathlib import Path

import pytest

from desktop import opening
from desktop.office.clock import ManualClock
from desktop.office.errors import OfficeError
from desktop.store.keys import from_passphrase
from tests.helpers.desk import MORNING, make_desk, make_office
from tests.helpers.keyring_bus import KeyringBus, without_keyring

PASSPHRASE = "นกกระจิบ 12 ตัว"


def test_a_keyring_opens_the_same_desk_again(keyring_bus: KeyringBus, tmp_path: Path) -> None:
    assert opening.is_new(tmp_path)
    opening.unlock_with_keyring(tmp_path).close()
    assert not opening.is_new(tmp_path)
    assert not opening.wants_passphrase(tmp_path)
    opening.unlock_with_keyring(tmp_path).close()


@pytest.mark.usefixtures("no_keyring")
def test_without_a_keyring_a_new_desk_may_take_a_passphrase(tmp_path: Path) -> None:
    with pytest.raises(OfficeError, match="keys.no_keyring"):
        opening.unlock_with_keyring(tmp_path)
    opening.unlock_with_passphrase(tmp_path, PASSPHRASE).close()
    with pytest.raises(OfficeError, match="keys.passphrase_wanted"):
        opening.unlock_with_keyring(tmp_path)
    with pytest.raises(OfficeError, match="store.wrong_key"):
        opening.unlock_with_passphrase(tmp_path, PASSPHRASE + "?")
    opening.unlock_with_passphrase(tmp_path, PASSPHRASE).close()


def test_a_keyring_that_closed_is_told_apart_from_none(keyring_bus: KeyringBus, tmp_path: Path) -> None:
    opening.unlock_with_keyring(tmp_path).close()
    with without_keyring(), pytest.raises(OfficeError, match="keys.keyring_closed"):
        opening.unlock_with_keyring(tmp_path)
    assert not opening.wants_passphrase(tmp_path)


def test_the_office_knows_its_books_and_what_waits(tmp_path: Path) -> None:
    desk = make_desk(tmp_path, clock=ManualClock(MORNING), keys=from_passphrase(tmp_path, PASSPHRASE))
    office = make_office(desk)
    assert (office.receipt_book().left, office.receipt_book().next_number) == (50, 451)
    assert (office.letter_book().left, office.letter_book().next_number) == (500, 4824)
    assert (office.waiting(), office.attention()) == (0, ())
    desk.close()
