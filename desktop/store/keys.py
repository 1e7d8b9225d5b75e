"""Where a desk's one secret lives, and the keys that come from it.

The secret (32 bytes) is kept by the system keyring, or derived from a passphrase that is asked for at each start.
It is never written beside the data.
"""

import hmac
import os
import uuid
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from desktop.office.errors import OfficeError

SERVICE = "thesaban-desk"
PASSPHRASE_MIN = 10
BUS_SECONDS = 30.0


@dataclass(frozen=True)
class DeskKeys:
    """The keys of one desk, each derived from the secret for one purpose only (HMAC-SHA256 as key derivation)."""

    secret: bytes

    def _derive(self, purpose: bytes) -> bytes:
        return hmac.digest(self.secret, b"thesaban-desk/1 " + purpose, "sha256")

    @property
    def database(self) -> bytes:
        return self._derive(b"database")

    @property
    def blobs(self) -> bytes:
        return self._derive(b"blobs")

    @property
    def device(self) -> bytes:
        """Seed of the desk's Ed25519 key."""
        return self.device_with(b"")

    def device_with(self, salt: bytes) -> bytes:
        """Seed of the key of a desk that was enrolled anew: a copy made before that does not know the salt."""
        return self._derive(b"device" + salt)


def store_name(folder: Path) -> str:
    """The name under which the keyring keeps this folder's secret; it moves with the folder and is no secret."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "store-name"
    if not path.exists():
        _keep(path, uuid.uuid4().hex.encode("ascii"))
    return path.read_text("ascii").strip()


def _keep(path: Path, content: bytes) -> None:
    """Writes a small file whole or not at all: without it the store could never be opened again."""
    aside = path.with_name(path.name + ".new")
    with aside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)


def from_keyring(folder: Path) -> DeskKeys:
    """The desk's keys from the system keyring, made at first use. OfficeError `keys.no_keyring`, `keys.missing`."""
    import keyring
    from keyring.errors import KeyringError

    name = store_name(folder)
    try:
        _look_for_keyring()
        kept = keyring.get_password(SERVICE, name)
        if kept is None:
            if (folder / "desk.db").exists():
                raise OfficeError("keys.missing", folder=str(folder))
            kept = os.urandom(32).hex()
            keyring.set_password(SERVICE, name, kept)
            if keyring.get_password(SERVICE, name) != kept:
                raise OfficeError("keys.no_keyring")
    except (KeyringError, OSError, RuntimeError) as error:  # the last two: a bus that is silent, or not there
        raise OfficeError("keys.no_keyring") from error
    return DeskKeys(bytes.fromhex(kept))


def _look_for_keyring() -> None:
    """The library looks once in the life of a program; a keyring that came up since is found here."""
    import keyring
    from keyring.backend import KeyringBackend, by_priority
    from keyring.backends import fail

    give_bus_time()
    if isinstance(keyring.get_keyring(), fail.Keyring):
        told = keyring.core.load_env() or keyring.core.load_config()
        keyring.set_keyring(told or max(KeyringBackend.get_viable_backends(), key=by_priority)())


def give_bus_time() -> None:
    """Gives the session bus of a busy computer longer than the library's second, after which it counts as none."""
    try:
        import secretstorage
        from jeepney.io.blocking import open_dbus_connection
    except ImportError:
        return  # Windows and macOS keep secrets without a bus
    patient = partial(open_dbus_connection, auth_timeout=BUS_SECONDS)
    secretstorage.open_dbus_connection = patient  # type: ignore[attr-defined]


def uses_passphrase(folder: Path) -> bool:
    """Whether this folder's secret comes from a passphrase."""
    return (folder / "passphrase-salt").exists()


def from_passphrase(folder: Path, passphrase: str) -> DeskKeys:
    """The desk's keys from a passphrase (Argon2id, 64 MiB); only the salt is kept.

    OfficeError `keys.passphrase_short`.
    """
    from argon2.low_level import Type, hash_secret_raw

    if len(passphrase) < PASSPHRASE_MIN:
        raise OfficeError("keys.passphrase_short", least=PASSPHRASE_MIN)
    folder.mkdir(parents=True, exist_ok=True)
    salt_path = folder / "passphrase-salt"
    if not salt_path.exists():
        _keep(salt_path, os.urandom(16))
    secret = hash_secret_raw(passphrase.encode("utf-8"), salt_path.read_bytes(), 3, 65536, 2, 32, Type.ID)
    return DeskKeys(secret)
