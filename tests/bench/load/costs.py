"""What the centre used up between two moments: processor seconds of its processes and of PostgreSQL, bytes on disk."""

from dataclasses import dataclass

import psutil
from sqlalchemy import Engine, text


@dataclass(frozen=True)
class Used:
    """Processor seconds and bytes since the beginning of the world."""

    centre_s: float
    postgres_s: float
    database_bytes: int

    def since(self, before: "Used") -> "Used":
        return Used(
            self.centre_s - before.centre_s,
            self.postgres_s - before.postgres_s,
            self.database_bytes - before.database_bytes,
        )


def used(centre: int, engine: Engine, postgres_folder: str) -> Used:
    """`centre` is the process id of the server's parent process."""
    with engine.connect() as connection:
        size: int = connection.execute(text("SELECT pg_database_size(current_database())")).scalar_one()
    return Used(_seconds(psutil.Process(centre)), sum(map(_seconds, _postmasters(postgres_folder))), size)


def _postmasters(folder: str) -> list[psutil.Process]:
    return [
        one
        for one in psutil.process_iter(["cmdline"])
        if folder in (one.info["cmdline"] or []) and "postgres" in one.info["cmdline"][0]
    ]


def _seconds(parent: psutil.Process) -> float:
    """Of a process, its living children and those that it has outlived."""
    total = 0.0
    for one in (parent, *parent.children(recursive=True)):
        try:
            spent = one.cpu_times()
        except psutil.NoSuchProcess:
            continue
        total += spent.user + spent.system + (spent.children_user + spent.children_system if one == parent else 0)
    return total
