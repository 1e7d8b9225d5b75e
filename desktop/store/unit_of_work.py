"""One transaction of the desk: number, rows and outbox are written together or not at all."""

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import IntegrityError

from desktop.office.changes import Changes
from desktop.office.clock import utc_text
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.office.mutation import Catalogue, Context, Mutation, Refused, Row, Rows
from desktop.office.numbers import Taken
from desktop.office.proof import link
from desktop.office.rows import SqlStore
from desktop.office.signing import Signer
from desktop.store import books, news, trusted_time
from desktop.store.blobs import BlobRef
from desktop.store.identity import DeskIdentity
from desktop.store.tables import attention, blob, device, outbox, shadow, touch

_HEAD = select(device.c.chain_mseq, device.c.chain_hash)
_ADVANCE = device.update().values(chain_mseq=bindparam("mseq"), chain_hash=bindparam("hash"))
_SEND = outbox.insert()
_TOUCH = touch.insert()
_SHADOW = insert(shadow).on_conflict_do_nothing()
_BLOB = insert(blob).on_conflict_do_nothing()
_ATTENTION = attention.insert()


class Shadowing:
    """Keeps the centre's version of a row before an act of ours changes it, and which act touched which row."""

    def __init__(self, connection: Connection, mseq: int) -> None:
        self._connection = connection
        self._mseq = mseq

    def before_new(self, entity: str, row_ids: Sequence[Id]) -> None:
        keys = [(entity, row_id) for row_id in row_ids]
        news.note_new(self._connection, keys)
        touches = [{"entity": entity, "row_id": row_id, "mseq": self._mseq} for row_id in row_ids]
        self._connection.execute(_TOUCH, touches)

    def before_write(self, entity: str, row_id: Id, before: Row | None) -> None:
        if before is None:
            news.note_new(self._connection, [(entity, row_id)])
        self._connection.execute(_TOUCH, {"entity": entity, "row_id": row_id, "mseq": self._mseq})
        if before is not None and before["ver"] > 0:
            base = msgspec.msgpack.encode(dict(before))
            self._connection.execute(_SHADOW, {"entity": entity, "row_id": row_id, "base_row": base})


class UnitOfWork:
    """What an action may do inside its transaction. `now` is the one moment of the whole act, aware UTC, never back.

    `signer`: the desk's own key.
    """

    def __init__(self, connection: Connection, catalogue: Catalogue, identity: DeskIdentity, signer: Signer) -> None:
        self.connection = connection
        self.signer = signer
        self._catalogue = catalogue
        self._identity = identity
        self.time = trusted_time.read(connection, identity.clock.now())
        self.now = self.time.now
        self.at = utc_text(self.now)
        self._changed: dict[tuple[str, Id], None] = {}

    @property
    def device_id(self) -> Id:
        return self._identity.device_id

    def new_id(self) -> Id:
        return self._identity.ids.new()

    def take_number(self, series: str, year_be: int) -> Taken:
        """OfficeError `numbers.none_left`, `numbers.year_doubtful`."""
        self.time.check(series)
        return books.take(self.connection, series, year_be, self.at, self._identity.device_id)

    def keep_blob(self, ref: BlobRef) -> None:
        """Notes a file that `Blobs.put` has already made durable, to be sent to the centre."""
        row = {"sha256": ref.sha256, "size": ref.size, "state": "local", "offset": 0, "attempts": 0}
        self.connection.execute(_BLOB, row | {"last_error": None, "added_at": self.at})

    def next_mseq(self) -> int:
        return int(self._head()[0]) + 1

    def perform(self, mutation: Mutation[Any], body: msgspec.Struct, user_id: Id) -> int:
        """Applies an act to the desk's rows and puts it into the outbox; returns its place in the desk's chain.

        OfficeError with the refusal's code when an intent does not hold here.
        """
        mseq, prev_hash = self._head()
        context = self._context(mseq + 1, self.new_id(), user_id, self.at)
        try:
            self.apply(mutation, body, context)
        except Refused as refusal:
            raise OfficeError(refusal.code, **refusal.data) from refusal
        self._post(mutation, msgspec.msgpack.encode(body), context, prev_hash)
        return context.mseq

    def apply(self, mutation: Mutation[Any], body: msgspec.Struct, context: Context) -> None:
        """Applies without posting: also how an act that waits is put back on top of fresh rows."""
        witness = Shadowing(self.connection, context.mseq)
        rows = Rows(SqlStore(self.connection, context.office_id), authority=False, witness=witness)
        mutation.apply(rows, body, context)
        news.note(self.connection, rows.touched)
        self._changed |= rows.touched

    def replay(self, row: Any) -> None:
        """Applies an act of the outbox again; one that does not hold any more leaves no trace on the rows.

        An act whose rows are there already is one that the centre's rows contain.
        """
        mutation = self._catalogue.find(row.type, row.v)
        if mutation is None:
            return
        body = msgspec.msgpack.decode(row.body, type=mutation.body)
        context = self._context(row.mseq, row.mut_id, row.user_id, row.at)
        trial = self.connection.begin_nested()
        try:
            self.apply(mutation, body, context)
            trial.commit()
        except (Refused, IntegrityError):
            trial.rollback()

    def tell_attention(self, code: str, data: dict[str, Any], mseq: int | None = None) -> None:
        """Puts something before a person (ต้องตรวจ)."""
        row: dict[str, Any] = {"id": self.new_id(), "mseq": mseq, "code": code, "data": msgspec.msgpack.encode(data)}
        self.connection.execute(_ATTENTION, row | {"created_at": self.at, "resolved_at": None})
        self.changed("attention", row["id"])

    def changed(self, entity: str, row_id: Id) -> None:
        self._changed[(entity, row_id)] = None

    def changes(self, *, pulled: bool = False) -> Changes:
        return Changes(frozenset(self._changed), pulled)

    def _head(self) -> tuple[int, bytes]:
        found = self.connection.execute(_HEAD).first()
        if found is None:
            raise OfficeError("desk.not_enrolled")
        return found.chain_mseq, found.chain_hash

    def _context(self, mseq: int, mut_id: Id, user_id: Id, at: str) -> Context:
        who = self._identity
        return Context(who.office_id, who.device_id, user_id, mut_id, mseq, at, authority=False)

    def _post(self, mutation: Mutation[Any], body: bytes, context: Context, prev_hash: bytes) -> None:
        parts = (context.mseq, context.mut_id, mutation.name, mutation.version, context.user_id, context.at, body)
        chained = link(prev_hash, *parts)
        row = {"mseq": context.mseq, "mut_id": context.mut_id, "type": mutation.name, "v": mutation.version}
        row |= {"kind": mutation.kind.value, "user_id": context.user_id, "at": context.at, "body": body}
        row |= {"prev_hash": prev_hash, "hash": chained, "state": "pending", "code": None, "result": None}
        self.connection.execute(_SEND, row | {"eff_oseq": None, "acked_at": None})
        self.connection.execute(_ADVANCE, {"mseq": context.mseq, "hash": chained})
        trusted_time.advance(self.connection, self.time)
