"""S9, S12, S17: the feed leaves nothing out; a desk reads it by whole transactions, and erases only what it is told."""

from desktop.office.rows import Rows, SqlStore
from sync.server.rooms import CATALOGUE
from tests.convergence.invariants.scene import RowKey, Scene, at_centre, device
from tests.helpers.town import Town, TownDesk

Everything = dict[RowKey, dict[str, object]]


def feed_is_sound(town: Town) -> None:
    """S9: every position of the feed is used once and none is beyond the head."""
    positions = [row[0] for row in at_centre(town, "SELECT oseq FROM change WHERE office_id = :o")]
    head = town.count("SELECT head FROM office_head WHERE office_id = :o", o=town.office_id)
    assert len(set(positions)) == len(positions)
    assert not positions or max(positions) <= head


def the_head_only_grows(scene: Scene) -> None:
    """S9: the feed is monotonic."""
    head = scene.head()
    assert not scene.heads or head >= scene.heads[-1], "the head went back"
    scene.heads[:] = [head]


def feed_tells_every_row(town: Town) -> None:
    """S9: what the feed says to be in a bucket is what the rooms' rules put there, row by row, version by version."""
    rows, seen_in = office_rows(town)
    expected = {(bucket, *key, rows[key]["ver"]) for key, buckets in seen_in.items() for bucket in buckets}
    query = "SELECT bucket, entity, row_id, ver FROM change WHERE office_id = :o AND op = 'P'"
    told = set(at_centre(town, query))
    assert told == expected, f"not told {len(expected - told)}, told wrongly {len(told - expected)}"


def whole_transactions_are_here(town: Town, desk: TownDesk) -> None:
    """S12: when a desk's status says current it has all of each transaction up to its cursors, and no part of a later.

    Read from the feed: nothing at or below the cursor is missing, and no transaction lies across the cursor.
    """
    cursors = {bucket: (oseq, proven) for bucket, oseq, proven in desk.desk.reader.rows(_CURSORS)}
    if not cursors or not all(proven for _, proven in cursors.values()):
        return
    upto = {oseq for oseq, _ in cursors.values()}
    assert len(upto) == 1, "buckets that are current stand at different places"
    query = "SELECT bucket, entity, row_id, ver, op, oseq, tx_first FROM change WHERE office_id = :o"
    held = set(desk.desk.reader.rows("SELECT bucket, entity, row_id, ver FROM member"))
    for bucket, entity, row_id, ver, op, oseq, tx_first in at_centre(town, query):
        if bucket in cursors:
            assert not tx_first <= min(upto) < oseq, "a transaction lies across the cursor"
            if oseq <= min(upto):
                assert ((bucket, entity, row_id, ver) in held) == (op == "P"), "a part of a transaction is missing"


def rows_go_only_when_told(scene: Scene, desk: TownDesk) -> None:
    """S17: what a current desk held and holds no longer left its bucket by a REMOVE, or the bucket is not its own."""
    cursors = desk.desk.reader.rows(_CURSORS)
    if not cursors or not all(proven for *_, proven in cursors):
        return
    now = set(desk.desk.reader.rows("SELECT entity, row_id, bucket FROM member"))
    gone = scene.held.get(str(desk.folder), set()) - now
    mine = {bucket for bucket, *_ in cursors}
    for entity, row_id, bucket in gone:
        query = "SELECT op FROM change WHERE office_id = :o AND bucket = :b AND entity = :e AND row_id = :i"
        said = at_centre(scene.town, query, b=bucket, e=entity, i=row_id)
        assert bucket not in mine or said == [("R",)], f"a row of {entity} went without a word of the centre"
    scene.held[str(desk.folder)] = now


_CURSORS = "SELECT bucket, oseq, proven FROM cursor"


def office_rows(town: Town) -> tuple[Everything, dict[RowKey, frozenset[str]]]:
    """All rows of the office, and the buckets that the rooms' rules put each in; the feed is not asked."""
    with town.engine.connect() as connection:
        rows = Rows(SqlStore(connection, town.office_id), authority=True)
        everything: Everything = {
            (name, row.id): dict(row._mapping)
            for name, entity in CATALOGUE.entities.items()
            for row in connection.execute(entity.table.select().where(entity.table.c.office_id == town.office_id))
        }
        roots = {key: _root(everything, key) for key in everything}
        by_root = {root: _rule(rows, everything, root) for root in set(roots.values()) if root is not None}
    return everything, {key: by_root[root] if root is not None else frozenset() for key, root in roots.items()}


def _root(everything: Everything, key: RowKey) -> RowKey | None:
    while key in everything and (parent := CATALOGUE.entities[key[0]].parent):
        key = (parent[0], everything[key][parent[1]])  # type: ignore[assignment]
    return key if key in everything else None


def _rule(rows: Rows, everything: Everything, root: RowKey) -> frozenset[str]:
    rule = CATALOGUE.entities[root[0]].buckets
    return rule(rows, everything[root]) if rule else frozenset()


def buckets_of(town: Town, desk: TownDesk) -> set[str]:
    """The buckets that the centre lets this desk see now."""
    from sync.server.devices import DeviceKey, find

    with town.engine.connect() as connection:
        return set(find(connection, DeviceKey(town.office_id, device(desk))).buckets)
