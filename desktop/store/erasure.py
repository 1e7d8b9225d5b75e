"""What a desk may no longer see leaves its disk: the files of rows that went, unless another row here names them.

Which files must go is written in the transaction that erases their rows; the bytes follow on the writer's lane, so that
no other write comes between looking and erasing. A crash between the two is made good by the next round.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from desktop.office.ids import Id
from desktop.store.desk import Desk
from desktop.store.journal import forget_letter

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from desktop.office.mutation import Entity
    from desktop.store.unit_of_work import UnitOfWork

_DOOM = "INSERT OR IGNORE INTO blob_erasure VALUES (?)"
_DOOMED = "SELECT sha256 FROM blob_erasure"
_SPARE = "DELETE FROM blob_erasure WHERE sha256 = ?"
_STATE = "SELECT state FROM blob WHERE sha256 = ?"
_ARRIVED = """
DELETE FROM blob_erasure WHERE EXISTS (
    SELECT 1 FROM arrival a JOIN arrival_file f ON f.arrival_id = a.id
    WHERE a.state <> 'registered' AND blob_erasure.sha256 IN (f.sha256, f.original_sha256))
"""
"""What came to this desk in a file and waits for its number is nobody's row yet, and all that there is of it."""
_IN_BATCHES = """
DELETE FROM blob_erasure WHERE sha256 IN (
    SELECT sha256 FROM batch_page UNION SELECT original_sha256 FROM batch_page UNION SELECT sha256 FROM batch_built)
"""
"""Pages are kept as they came, and what is made of them until they are a letter."""
_IS_HERE = "SELECT 1 FROM letter WHERE office_id = (SELECT office_id FROM device) AND id = ?"
_FORGET_PAGES = (
    """INSERT OR IGNORE INTO blob_erasure
    SELECT sha256 FROM batch_page WHERE letter_id = ?1 AND sha256 <> ''
    UNION SELECT original_sha256 FROM batch_page WHERE letter_id = ?1 AND original_sha256 IS NOT NULL""",
    """DELETE FROM batch_thumb WHERE EXISTS (
        SELECT 1 FROM batch_page p
        WHERE p.letter_id = ?1 AND p.batch_id = batch_thumb.batch_id AND p.number = batch_thumb.number)""",
    """DELETE FROM batch_built WHERE sha256 IN (SELECT sha256 FROM blob_erasure)
    AND batch_id IN (SELECT batch_id FROM batch_page WHERE letter_id = ?1)""",
    "UPDATE batch_page SET sha256 = '', original_sha256 = NULL, size = 0 WHERE letter_id = ?1",
)
"""The rows stay, empty: the other pages of a batch keep their numbers."""
_FORGET = ("DELETE FROM blob WHERE sha256 = ?", "DELETE FROM page_reading WHERE sha256 = ?")


def doom_files(connection: "Connection", entities: "Mapping[str, Entity]", keys: Iterable[tuple[str, Id]]) -> None:
    """Notes the files that these rows name, before the rows are erased."""
    ids: dict[str, list[tuple[Id]]] = {}
    for name, row_id in keys:
        ids.setdefault(name, []).append((row_id,))
    for name, these in ids.items():
        for column in entities[name].blobs:
            connection.exec_driver_sql(
                f'INSERT OR IGNORE INTO blob_erasure SELECT "{column}" FROM "{name}"'
                f' WHERE office_id = (SELECT office_id FROM device) AND id = ? AND "{column}" IS NOT NULL',
                these,
            )


def forget_letters(connection: "Connection", left: Iterable[tuple[str, Id]]) -> None:
    """Of letters that left this desk nothing stays: what was being typed under them, and the pages they came as.

    Those that are still here by another way are left alone. Files of theirs are noted already (`doom_files`).
    """
    for letter_id in (row_id for entity, row_id in left if entity == "letter"):
        if connection.exec_driver_sql(_IS_HERE, (letter_id,)).first() is None:
            forget_letter(connection, letter_id)
            for statement in _FORGET_PAGES:
                connection.exec_driver_sql(statement, (letter_id,))


def doom_unnamed(connection: "Connection", entities: "Mapping[str, Entity]", sha256: str) -> None:
    """Notes a file that came while the row that wanted it went."""
    if not any(connection.exec_driver_sql(query, (sha256,)).first() for query in naming(entities)):
        connection.exec_driver_sql(_DOOM, (sha256,))


def spare_named(connection: "Connection", entities: "Mapping[str, Entity]") -> None:
    """Takes back what rows that came meanwhile name."""
    for name, entity in entities.items():
        for column in entity.blobs:
            connection.exec_driver_sql(
                f'DELETE FROM blob_erasure WHERE sha256 IN (SELECT "{column}" FROM "{name}"'
                f' WHERE "{column}" IN (SELECT sha256 FROM blob_erasure))'
            )
    connection.exec_driver_sql(_ARRIVED)
    connection.exec_driver_sql(_IN_BATCHES)


def forget_file(desk: Desk, sha256: str) -> None:
    """A file that was kept to be looked at, and is not wanted, leaves; one that a row names, by another way, stays."""
    desk.settle(_DOOM, (sha256,))
    erase_files(desk)


def erase_files(desk: Desk) -> int:
    """Erases noted files that no row names; one that the centre still lacks waits until it is sent. Returns how many.

    The store forgets them first, then the disk: a row that comes back meanwhile asks the centre for its file again.
    """
    if desk.reader.one(f"{_DOOMED} LIMIT 1") is None:
        return 0
    return desk.writer.run(lambda: _erase(desk))


def _erase(desk: Desk) -> int:
    doomed = desk.write(lambda unit: _let_go(unit, desk.catalogue.entities), pulled=True)
    for sha256 in doomed:
        desk.blobs.erase(sha256)
        desk.settle(_SPARE, (sha256,))
    return len(doomed)


def _let_go(unit: "UnitOfWork", entities: "Mapping[str, Entity]") -> list[str]:
    sql = unit.connection
    spare_named(sql, entities)
    noted = [sha256 for (sha256,) in sql.exec_driver_sql(_DOOMED)]
    doomed = [one for one in noted if sql.exec_driver_sql(_STATE, (one,)).scalar() != "local"]
    for sha256 in doomed:
        for statement in _FORGET:
            sql.exec_driver_sql(statement, (sha256,))
    return doomed


def naming(entities: "Mapping[str, Entity]") -> Iterator[str]:
    """Queries that find something when a row of this desk names the file."""
    for name, entity in entities.items():
        for column in entity.blobs:
            yield f'SELECT 1 FROM "{name}" WHERE "{column}" = ? LIMIT 1'
