"""A desk's store opened in its folder, by the keyring or a passphrase, and put back from a copy when it is damaged."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.catalogue import catalogue
from desktop.office.clock import Clock, SystemClock
from desktop.office.errors import OfficeError
from desktop.store import keys as key_ring
from desktop.store.desk import Desk
from desktop.store.keys import DeskKeys

if TYPE_CHECKING:
    from desktop.store.backup import Saved
    from desktop.store.putting_back import PutBack


def open_desk(folder: Path, keys: DeskKeys, clock: Clock | None = None) -> Desk:
    """Opens the store in a folder; errors as `Desk`."""
    return Desk(folder, keys, clock or SystemClock(), catalogue)


def is_new(folder: Path) -> bool:
    """Whether no store was ever made in this folder."""
    return not (folder / "desk.db").exists()


def wants_passphrase(folder: Path) -> bool:
    """Whether this folder was locked with a passphrase before."""
    return key_ring.uses_passphrase(folder)


def unlock_with_keyring(folder: Path, clock: Clock | None = None) -> Desk:
    """Opens the store with the secret that the system keyring keeps.

    OfficeError `keys.passphrase_wanted` (locked with a passphrase before), `keys.no_keyring` (a new store may take
    one), `keys.keyring_closed` (the secret is in a keyring that does not open now), `keys.missing`, those of `Desk`.
    """
    if wants_passphrase(folder):
        raise OfficeError("keys.passphrase_wanted")
    try:
        keys = key_ring.from_keyring(folder)
    except OfficeError as error:
        if error.code == "keys.no_keyring" and not is_new(folder):
            raise OfficeError("keys.keyring_closed") from error
        raise
    return open_desk(folder, keys, clock)


def newest_copy(folder: Path, passphrase: str | None = None) -> datetime | None:
    """When the newest copy was made that is whole and opens with this desk's key; None if there is none."""
    saved = _usable(folder, _keys(folder, passphrase))
    return saved.made_at if saved else None


def put_back(folder: Path, passphrase: str | None = None, clock: Clock | None = None) -> "PutBack":
    """Sets the store aside and puts the newest usable copy in its place.

    OfficeError `backup.none`, and those of `desktop.store.putting_back.put_back`.
    """
    from desktop.store.putting_back import put_back

    keys = _keys(folder, passphrase)
    saved = _usable(folder, keys)
    if saved is None:
        raise OfficeError("backup.none")
    return put_back(folder, keys, saved, (clock or SystemClock()).now())


def _keys(folder: Path, passphrase: str | None) -> DeskKeys:
    return key_ring.from_passphrase(folder, passphrase) if passphrase else key_ring.from_keyring(folder)


def _usable(folder: Path, keys: DeskKeys) -> "Saved | None":
    from desktop.store import backup

    for saved in backup.all_saved(folder):
        try:
            backup.check(saved, keys.database)
        except OfficeError:
            continue
        return saved
    return None


def unlock_with_passphrase(folder: Path, passphrase: str, clock: Clock | None = None) -> Desk:
    """Opens the store with a passphrase; OfficeError `keys.passphrase_short`, and those of `Desk`."""
    return open_desk(folder, key_ring.from_passphrase(folder, passphrase), clock)
