"""What the feed is made of, and how far it goes."""

from typing import Any

import msgspec


class EntityRows(msgspec.Struct, frozen=True):
    """Rows of one entity, columns named once; `id` and `ver` are always among the columns, `office_id` never."""

    entity: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """One feed entry: the row is in the bucket at version `ver` (`op` "P"), or no longer in it ("R")."""

    bucket: str
    entity: str
    row_id: bytes
    oseq: int
    op: str
    ver: int


class Digest(msgspec.Struct, frozen=True, array_like=True):
    """How many rows a bucket holds and the sum of their `row_hash` modulo 2**64."""

    n_rows: int
    digest: int


class Removal(msgspec.Struct, frozen=True, array_like=True):
    """The row is no longer in the bucket."""

    entity: str
    row_id: bytes
    ver: int


class FeedPage(msgspec.Struct, frozen=True):
    """One bucket from `since` to `last`, whole transactions: rows put (their `ver` is that of the entry), rows gone.

    At `head` there is no more, and `total` is the bucket's digest there.
    """

    bucket: str
    feed_epoch: bytes
    rows: tuple[EntityRows, ...]
    removed: tuple[Removal, ...]
    last: int
    head: int
    total: Digest | None = None


class Head(msgspec.Struct, frozen=True):
    """How far the office's feed is: a hint that it pays to ask; losing one loses nothing."""

    head: int
