"""What a desk may see: what an administrator gave it, cut down to what its kind and its people allow (design 6.5)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.office.ids import Id
from desktop.office.secrecy import Secrecy, rank

PEOPLE = "people"
"""The audience of a desk's own people: their units, wherever they work at the moment."""
COMMON = "common/normal"


class Kind(StrEnum):
    """Who sits at a desk: anybody in turn, its own people, or the registrars of secret papers."""

    COUNTER = "counter"
    PERSONAL = "personal"
    REGISTRY = "registry"


@dataclass(frozen=True)
class Somebody:
    """A person enrolled at a desk, as the centre knows them now."""

    id: Id
    login: str
    unit_id: Id
    active: bool
    clearance: str


@dataclass(frozen=True)
class Scope:
    """`buckets`: what the desk keeps; `online`: what it may only read at the centre and never keeps.

    `signers`: who may sign in at the desk, None for everybody of the office.
    """

    buckets: tuple[str, ...]
    online: tuple[str, ...]
    signers: tuple[Id, ...] | None


def scope(line: Sequence[Id], kind: str, audiences: Iterable[str], people: Sequence[Somebody]) -> Scope:
    """For a device and those that it was (`line`), worked out anew at every request.

    A person who left or lost the clearance takes the desk's secrets along.
    """
    here = [person for person in people if person.active]
    wanted = set(_units_for_people(audiences, here))
    kept = {bucket for bucket in wanted if _is_kept(bucket, kind, here)}
    online = {bucket for bucket in wanted if level_of(bucket) == Secrecy.VERY_SECRET and _trusted(bucket, kind, here)}
    own = {f"counter:{device_id.hex()}/{Secrecy.NORMAL}" for device_id in line}
    signers = tuple(person.id for person in here) if people else None
    return Scope(tuple(sorted(kept | own | {COMMON})), tuple(sorted(online)), signers)


def level_of(bucket: str) -> str:
    return bucket.rpartition("/")[2]


def _is_kept(bucket: str, kind: str, here: Sequence[Somebody]) -> bool:
    level = level_of(bucket)
    return level == Secrecy.NORMAL or (level == Secrecy.SECRET and _trusted(bucket, kind, here))


def _trusted(bucket: str, kind: str, here: Sequence[Somebody]) -> bool:
    """Never a shared counter; the registry's secrets only at a registrar's desk; everybody there must be cleared."""
    allowed = {Kind.REGISTRY} if bucket.startswith("registry/") else {Kind.REGISTRY, Kind.PERSONAL}
    level = level_of(bucket)
    return kind in allowed and bool(here) and all(rank(person.clearance) >= rank(level) for person in here)


def _units_for_people(audiences: Iterable[str], here: Sequence[Somebody]) -> Iterator[str]:
    for bucket in audiences:
        audience, _, level = bucket.rpartition("/")
        if audience == PEOPLE:
            yield from (f"unit:{person.unit_id.hex()}/{level}" for person in here)
        else:
            yield bucket
