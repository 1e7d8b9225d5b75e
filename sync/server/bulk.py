"""One bucket's feed in bulk: for readers that want a single bucket and nothing of acts, leases or other buckets."""

from sqlalchemy import Engine

from desktop.office.mutation import Catalogue
from sync.server import devices, feed_reading
from sync.server.confining import confine
from sync.server.database import setting, snapshot
from sync.server.devices import DeviceKey
from sync.server.refusal import Refusal
from sync.server.visibility import PUT
from sync.wire.feed import FeedPage, Removal


def feed(engine: Engine, catalogue: Catalogue, key: DeviceKey, bucket: str, since: int, limit: int) -> FeedPage:
    """The next page after `since`; Refusal 404 for a bucket that is not the device's, 413 where only packs will do."""
    with snapshot(engine) as connection:
        epoch = setting(connection, "feed_epoch")
        if bucket not in devices.find(connection, key).buckets:
            raise Refusal(404, "not_found")
        confine(connection, key.office_id, [bucket])
        try:
            largest = feed_reading.MOST_BYTES
            page = feed_reading.read(connection, catalogue, key.office_id, {bucket: since}, limit, largest)
        except feed_reading.TooLarge as error:
            raise Refusal(413, "too_large", "this is only to be had as packs") from error
    removed = tuple(Removal(one.entity, one.row_id, one.ver) for one in page.entries if one.op != PUT)
    return FeedPage(bucket, epoch, page.rows, removed, page.upto, page.head, page.digests.get(bucket))
