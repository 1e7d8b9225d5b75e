"""Snapshots of buckets, kept on disk as packs until the feed has moved far past them."""

from functools import partial
from pathlib import Path

from sqlalchemy import Connection, Engine, text

from desktop.office.mutation import Catalogue
from sync.server import devices, feed_reading, making, packing, shelf
from sync.server.confining import confine
from sync.server.database import setting
from sync.server.devices import DeviceKey
from sync.server.making import Makings
from sync.server.packing import BucketName
from sync.server.refusal import Refusal
from sync.wire.packs import PackRef, SnapshotOffer

MANY = 5_000
"""Rows from which on a desk that lacks them should take packs instead of pages."""
_SINCE = text("""
SELECT count(*) AS moves, coalesce(bool_or(op = 'R'), false) AS left_it FROM (
    SELECT op FROM change WHERE office_id = :office_id AND bucket = :bucket AND oseq > :since LIMIT :most
) AS moved
""")
_LEFT = text("""
SELECT 1 FROM change WHERE office_id = :office_id AND bucket = :bucket AND entity = :entity
AND row_id BETWEEN :first AND :last AND oseq > :upto AND op = 'R' LIMIT 1
""")


class Packs:
    """The snapshots of all offices below one folder: `<epoch>/<office>/<bucket>/<position>/<sha256>`.

    Several processes may share the folder: a lock in the database lets one of them make a bucket's packs.
    """

    def __init__(self, engine: Engine, folder: Path, catalogue: Catalogue) -> None:
        self._engine = engine
        self._folder = folder
        self._catalogue = catalogue
        self._makings = Makings()

    def offer(self, key: DeviceKey, bucket: str, upto: int = 0, after: int = 0) -> SnapshotOffer:
        """The snapshot at `upto` if it is still kept, else a fresh one beyond `after`, made now if there is none.

        What takes longer than a moment is told as far as it is made. Refusal 404 for a bucket that the device may not
        see, 404 and 507 when the snapshot could not be made.
        """
        with self._engine.begin() as connection:
            epoch = _enter(connection, key, bucket)
            place = self._place(epoch, key.office_id, bucket)
            found = shelf.manifest(place, upto) or self._fresh(connection, key.office_id, bucket, place)
            if found and found.upto <= after:
                found = None
            size = feed_reading.digests(connection, key.office_id, [bucket])[bucket].n_rows
        moment = making.PATIENCE if size <= 2 * MANY else making.MOMENT
        return found or self._make(BucketName(key.office_id, bucket), epoch, place, after, moment)

    def pack(self, key: DeviceKey, bucket: str, upto: int, sha256: str) -> Path:
        """The file of a pack; Refusal 404 when it is not there, not for this device, or holds what has left the bucket.

        The last matters: a letter that was made secret must not go out because it lay in a pack before.
        """
        with self._engine.begin() as connection:
            place = self._place(_enter(connection, key, bucket), key.office_id, bucket)
            told = shelf.manifest(place, upto) or shelf.begun(place, upto)
            ref = next((one for one in told.packs if one.sha256 == sha256), None) if told else None
            if ref is None or _left(connection, BucketName(key.office_id, bucket), upto, ref):
                raise Refusal(404, "not_found")
        return place / str(upto) / ref.sha256

    def _place(self, epoch: bytes, office_id: int, bucket: str) -> Path:
        """A bucket's name may hold what a path must not: its bytes in hex hold nothing of the kind."""
        return self._folder / epoch.hex() / str(office_id) / bucket.encode().hex()

    def _fresh(self, connection: Connection, office_id: int, bucket: str, place: Path) -> SnapshotOffer | None:
        """The newest snapshot, unless a row has left it or reading on from it would be as much work as a new one."""
        newest = shelf.manifest(place, max(shelf.positions(place), default=0))
        if newest is None:
            return None
        most = max(MANY, newest.total.n_rows // 10)
        asked = {"office_id": office_id, "bucket": bucket, "since": newest.upto, "most": most}
        since = connection.execute(_SINCE, asked).one()
        return None if since.left_it or since.moves >= most else newest

    def _make(self, name: BucketName, epoch: bytes, place: Path, after: int, moment: float) -> SnapshotOffer:
        try:
            make = partial(packing.make, self._engine, self._catalogue, name, place)
            made = self._makings.want(name, make, moment)
        except packing.Unproven as error:
            raise Refusal(404, "not_found", "there is no snapshot of this bucket") from error
        except OSError as error:
            raise Refusal(507, "disk_unwritable") from error
        offer = made or shelf.newest_begun(place)
        return offer if offer and offer.upto > after else SnapshotOffer(name.bucket, epoch, ready=False)


def far_behind(connection: Connection, office_id: int, cursors: dict[str, int], rows: dict[str, int]) -> frozenset[str]:
    """Buckets of which so much is missing that packs are the shorter road; `rows`: what each bucket holds."""
    return frozenset(
        bucket
        for bucket, since in cursors.items()
        if rows.get(bucket, 0) >= MANY and (since == 0 or _moved_on(connection, office_id, bucket, since, rows[bucket]))
    )


def _moved_on(connection: Connection, office_id: int, bucket: str, since: int, rows: int) -> bool:
    """Whether more than half of a large bucket is news."""
    most = max(4 * MANY, rows // 2)
    asked = {"office_id": office_id, "bucket": bucket, "since": since, "most": most}
    moves: int = connection.execute(_SINCE, asked).one().moves
    return moves >= most


def _left(connection: Connection, name: BucketName, upto: int, ref: PackRef) -> bool:
    """Whether a row that may be in the pack has left the bucket since."""
    asked = {"office_id": name.office_id, "bucket": name.bucket, "upto": upto}
    asked |= {"entity": ref.entity, "first": ref.first, "last": ref.last}
    return connection.execute(_LEFT, asked).first() is not None


def _enter(connection: Connection, key: DeviceKey, bucket: str) -> bytes:
    """From here on the connection reads this bucket for the device, which must be one to see it; the feed's epoch."""
    epoch = setting(connection, "feed_epoch")
    if bucket not in devices.find(connection, key).buckets:
        raise Refusal(404, "not_found")
    confine(connection, key.office_id, [bucket])
    return epoch
