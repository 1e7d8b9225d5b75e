"""Whether a centre can work: its database, the age of its tables, its disk. Load balancers ask, and operators."""

import os
from pathlib import Path

from sqlalchemy import Engine, text
from sqlalchemy.exc import SQLAlchemyError

from sync.server.migrating import HEAD

OK = "ok"
LEAST_FREE = 256 << 20
"""Bytes that must be free where files are kept."""
_VERSION = text("SELECT version_num FROM alembic_version")


def look(engine: Engine, blobs: Path) -> dict[str, str]:
    """`database`, `migrations`, `disk`: each ok, or one word of what is wrong."""
    found = {"database": OK, "migrations": OK, "disk": _disk(blobs)}
    try:
        with engine.begin() as connection:
            version = connection.scalar(_VERSION)
    except SQLAlchemyError:
        return found | {"database": "away", "migrations": "unknown"}
    return found | {"migrations": OK if version == HEAD else "old" if version < HEAD else "newer"}


def _disk(folder: Path) -> str:
    try:
        room = os.statvfs(folder)
    except OSError:
        return "missing"
    if not os.access(folder, os.W_OK):
        return "unwritable"
    return OK if room.f_bavail * room.f_frsize >= LEAST_FREE else "full"
