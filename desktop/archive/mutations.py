"""What the archive has that travels."""

from desktop.archive import listing, ruling, storing, tables
from desktop.office import secrecy
from desktop.office.mutation import Entity, Row, Rows
from desktop.office.secrecy import Secrecy


def audience(rows: Rows, row: Row) -> frozenset[str]:
    """The registry, or the division that made the list for its own registers."""
    unit = row["unit_id"]
    return secrecy.buckets({f"unit:{unit.hex()}" if unit else "registry"}, Secrecy.NORMAL)


ENTITIES = (
    Entity(tables.letter_storing, parent=("letter", "letter_id")),
    Entity(tables.letter_hold, parent=("letter", "letter_id")),
    Entity(tables.letter_disposal, parent=("letter", "letter_id")),
    Entity(tables.destruction_list, buckets=audience),
    Entity(tables.destruction_member, parent=("destruction_list", "list_id")),
    Entity(tables.destruction_entry, parent=("destruction_list", "list_id")),
    *ruling.ENTITIES,
)

MUTATIONS = (*storing.MUTATIONS, *listing.MUTATIONS, *ruling.MUTATIONS)
