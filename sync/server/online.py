"""Rows that a desk may read and never keep (ลับมาก): asked for one by one, not cached, every look written down."""

from collections.abc import Sequence

from sqlalchemy import Connection, Engine, text

from desktop.office.clock import Clock, utc_text
from desktop.office.ids import Id
from desktop.office.mutation import Catalogue
from sync.server import devices, many
from sync.server.confining import confine
from sync.server.database import transact
from sync.server.devices import Device, DeviceKey
from sync.server.refusal import Refusal
from sync.server.tables import secret_view
from sync.wire.messages import EntityRows, OnlineRows

MOST = 500
_NEWEST = text("""
SELECT row_id FROM change WHERE office_id = :office_id AND entity = :entity AND op = 'P'
AND bucket = ANY(CAST(:buckets AS text[])) GROUP BY row_id ORDER BY max(oseq) DESC LIMIT :most
""")
_SEEN = text("""
SELECT 1 FROM change WHERE office_id = :office_id AND entity = :entity AND row_id = :row_id AND op = 'P'
AND bucket = ANY(CAST(:buckets AS text[])) LIMIT 1
""")


class Online:
    """Answers only a person who is enrolled at the desk; nobody else's and no other row is there for them."""

    def __init__(self, engine: Engine, catalogue: Catalogue, clock: Clock) -> None:
        self._engine = engine
        self._catalogue = catalogue
        self._clock = clock

    def roots(self, key: DeviceKey, user_id: Id, entity: str) -> OnlineRows:
        """The newest rows of a kind that this desk may read here only, at most 500; none where it may read none."""
        self._must_be_root(entity)

        def work(connection: Connection) -> OnlineRows:
            device = devices.find(connection, key)
            if not device.scope.online:
                return OnlineRows()
            _hold_person(device, user_id)
            asked = {"office_id": key.office_id, "entity": entity, "buckets": list(device.scope.online), "most": MOST}
            confine(connection, key.office_id, device.scope.online)
            ids = [row.row_id for row in connection.execute(_NEWEST, asked)]
            return OnlineRows((self._rows(connection, key.office_id, entity, "id", ids),))

        return transact(self._engine, work)

    def one(self, key: DeviceKey, user_id: Id, entity: str, row_id: Id) -> OnlineRows:
        """One row with all that hangs on it; Refusal 404 for what this desk may not read here, whatever the reason."""
        self._must_be_root(entity)

        def work(connection: Connection) -> OnlineRows:
            device = devices.find(connection, key)
            asked = {"office_id": key.office_id, "entity": entity, "row_id": row_id}
            seen = {**asked, "device_id": key.device_id, "user_id": user_id, "at": utc_text(self._clock.now())}
            connection.execute(secret_view.insert(), seen)
            confine(connection, key.office_id, device.scope.online)
            if connection.execute(_SEEN, {**asked, "buckets": list(device.scope.online)}).first() is None:
                raise Refusal(404, "not_found")
            _hold_person(device, user_id)
            return OnlineRows(tuple(self._tree(connection, key.office_id, entity, row_id)))

        return transact(self._engine, work)

    def _must_be_root(self, entity: str) -> None:
        known = self._catalogue.entities.get(entity)
        if known is None or known.buckets is None:
            raise Refusal(404, "not_found")

    def _tree(self, connection: Connection, office_id: int, entity: str, row_id: Id) -> list[EntityRows]:
        found = [self._rows(connection, office_id, entity, "id", [row_id])]
        waiting = [(entity, [row_id])]
        while waiting:
            above, ids = waiting.pop()
            for child in self._catalogue.children.get(above, ()):
                if child.parent is None:
                    continue  # it has buckets of its own, and this desk need not be in them
                part = self._rows(connection, office_id, child.name, child.parent[1], ids)
                found.append(part)
                waiting.append((child.name, [row[part.columns.index("id")] for row in part.rows]))
        return found

    def _rows(self, connection: Connection, office_id: int, name: str, by: str, ids: Sequence[Id]) -> EntityRows:
        columns = self._catalogue.entities[name].columns
        found = many.among(connection, self._catalogue.entities[name].table, office_id, columns, by, ids)
        return EntityRows(str(name), tuple(map(str, columns)), tuple(tuple(row) for row in found))


def _hold_person(device: Device, user_id: Id) -> None:
    if user_id not in (device.scope.signers or ()):
        raise Refusal(403, "signin_not_here", "this desk is other people's")
