"""The one secret of a desk: kept by a real keyring or made from a passphrase, never beside the data."""

import socket
from pathlib import Path

import keyring
import pytest

from desktop.office.errors import OfficeError
from desktop.store import keys
from desktop.store.keys import SERVICE, DeskKeys, from_keyring, from_passphrase, store_name, uses_passphrase
from tests.helpers.desk import make_desk
from tests.helpers.keyring_bus import KeyringBus

PASSPHRASE = "ข้าวเหนียวมะม่วง สองจาน"


def test_each_purpose_has_a_key_of_its_own() -> None:
    made = DeskKeys(b"s" * 32)
    assert len({made.database, made.blobs, made.device, made.secret}) == 4
    assert made == DeskKeys(b"s" * 32)


def test_the_keyring_keeps_the_secret(keyring_bus: KeyringBus, tmp_path: Path) -> None:
    first = from_keyring(tmp_path)
    assert from_keyring(tmp_path) == first
    assert keyring.get_password(SERVICE, store_name(tmp_path)) == first.secret.hex()
    assert not uses_passphrase(tmp_path)


def test_no_file_beside_the_data_holds_the_secret(keyring_bus: KeyringBus, tmp_path: Path) -> None:
    made = from_keyring(tmp_path)
    make_desk(tmp_path, keys=made).close()
    for secret in (made.secret, made.database, made.blobs, made.device):
        for path in tmp_path.rglob("*"):
            if path.is_file():
                assert secret not in path.read_bytes()
                assert secret.hex().encode() not in path.read_bytes().lower()


def test_two_folders_have_two_secrets(keyring_bus: KeyringBus, tmp_path: Path) -> None:
    assert from_keyring(tmp_path / "one") != from_keyring(tmp_path / "two")


def test_the_secret_moves_with_its_folder(keyring_bus: KeyringBus, tmp_path: Path) -> None:
    made = from_keyring(tmp_path / "here")
    (tmp_path / "here").rename(tmp_path / "there")
    assert from_keyring(tmp_path / "there") == made


def test_a_secret_that_is_gone_is_never_replaced(keyring_bus: KeyringBus, tmp_path: Path) -> None:
    """A new secret would lock the old work away for ever without anybody noticing."""
    make_desk(tmp_path, keys=from_keyring(tmp_path)).close()
    keyring.delete_password(SERVICE, store_name(tmp_path))
    with pytest.raises(OfficeError, match=r"keys\.missing"):
        from_keyring(tmp_path)
    assert keyring.get_password(SERVICE, store_name(tmp_path)) is None


def test_a_keyring_that_comes_up_later_is_found(
    keyring_bus: KeyringBus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The computer had just been started, or the clerk unlocked it and tried again."""
    made = from_keyring(tmp_path)
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/nobody")
    keyring.core.init_backend()
    with pytest.raises(OfficeError, match=r"keys\.no_keyring"):
        from_keyring(tmp_path)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", keyring_bus.environment["DBUS_SESSION_BUS_ADDRESS"])
    assert from_keyring(tmp_path) == made


def test_a_bus_that_never_answers_is_no_keyring(keyring_bus: KeyringBus, tmp_path: Path) -> None:
    from_keyring(tmp_path)
    with socket.socket(socket.AF_UNIX) as silent, pytest.MonkeyPatch.context() as patch:
        silent.bind(str(tmp_path / "bus"))
        silent.listen()
        patch.setattr(keys, "BUS_SECONDS", 0.1)
        patch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/bus")
        with pytest.raises(OfficeError, match=r"keys\.no_keyring"):
            from_keyring(tmp_path)


def test_a_machine_without_a_keyring_is_told_so(keyring_bus: KeyringBus, no_keyring: None, tmp_path: Path) -> None:
    with pytest.raises(OfficeError, match=r"keys\.no_keyring"):
        from_keyring(tmp_path)


def test_a_passphrase_opens_again_what_it_made(tmp_path: Path) -> None:
    first = from_passphrase(tmp_path, PASSPHRASE)
    make_desk(tmp_path, keys=first).close()
    assert uses_passphrase(tmp_path)
    assert from_passphrase(tmp_path, PASSPHRASE) == first
    assert from_passphrase(tmp_path, PASSPHRASE + " ") != first
    assert first.secret.hex() not in "".join(path.name for path in tmp_path.iterdir())


def test_one_passphrase_in_two_places_makes_two_secrets(tmp_path: Path) -> None:
    assert from_passphrase(tmp_path / "one", PASSPHRASE) != from_passphrase(tmp_path / "two", PASSPHRASE)


def test_a_short_passphrase_is_none(tmp_path: Path) -> None:
    with pytest.raises(OfficeError) as told:
        from_passphrase(tmp_path, "ก" * (keys.PASSPHRASE_MIN - 1))
    assert told.value.code == "keys.passphrase_short"
    assert not uses_passphrase(tmp_path)
