"""A desk's own history, given back: to itself, or to the device that follows it."""

from sqlalchemy import Connection, Engine, bindparam, select

from desktop.office.ids import Id
from sync.server import devices
from sync.server.database import snapshot
from sync.server.devices import DeviceKey
from sync.server.refusal import Refusal
from sync.server.tables import mutation
from sync.wire.messages import WireMutation
from sync.wire.recovery import PAST_ACTS, History, SignedPlace

PAGE_BYTES = 2 << 20
_FIELDS = WireMutation.__struct_fields__
_PAGE = (
    select(*(mutation.c[name] for name in _FIELDS), mutation.c.signature)
    .where(
        mutation.c.office_id == bindparam("o"),
        mutation.c.device_id == bindparam("d"),
        mutation.c.mseq > bindparam("after"),
    )
    .order_by(mutation.c.mseq)
    .limit(PAST_ACTS)
)


def history(engine: Engine, key: DeviceKey, after: int, of: Id | None = None) -> History:
    """The acts after a place, of the device that asks or of one (`of`) that it was; Refusal 404 for any other."""
    with snapshot(engine) as connection:
        asking = devices.find(connection, key)
        if of is not None and of not in asking.line:
            raise Refusal(404, "not_found")
        whose = DeviceKey(key.office_id, of or key.device_id)
        last = devices.find(connection, whose, withdrawn=True).last_mseq
        acts, signatures = _page(connection, whose, after)
    return History(tuple(acts), last, bool(acts) and acts[-1].mseq < last, tuple(signatures))


def _page(connection: Connection, whose: DeviceKey, after: int) -> tuple[list[WireMutation], list[SignedPlace]]:
    """As many acts as a page may have, but never none because one is large; and the signatures among them."""
    acts: list[WireMutation] = []
    signatures: list[SignedPlace] = []
    size = 0
    values = {"o": whose.office_id, "d": whose.device_id, "after": after}
    with connection.execution_options(stream_results=True, max_row_buffer=50).execute(_PAGE, values) as found:
        for row in found:
            size += len(row.body)
            if acts and size > PAGE_BYTES:
                break
            acts.append(WireMutation(*row[: len(_FIELDS)]))
            if row.signature:
                signatures.append(SignedPlace(row.mseq, row.signature))
    return acts, signatures
