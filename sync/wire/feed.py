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


class Head(msgspec.Struct, frozen=True):
    """How far the office's feed is: a hint that it pays to ask; losing one loses nothing."""

    head: int
