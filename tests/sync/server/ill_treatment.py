"""What is done to a PostgreSQL while processes race on it: connections ended, deadlocks, a sudden stop."""

import os
import random
import time
from collections import Counter
from collections.abc import Sequence
from typing import Any

import psycopg
from psycopg import errors

from tools.demo_postgres import PostgresCluster

SECONDS = float(os.environ.get("RACE_SECONDS", "6"))
"""A long run asks for more."""
MOST_SECONDS = 60.0
ILLS = ("terminated", "deadlocks", "immediate stops")

_TERMINATE = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE application_name = 'thesaban centre' AND datname = current_database() ORDER BY random() LIMIT 1
"""


def ill_treat(
    cluster: PostgresCluster, url: str, office: int, devices: Sequence[bytes], rng: random.Random
) -> Counter[str]:
    """For its time, and on a slow machine until everything was done to the server at least once; then it is well."""
    done: Counter[str] = Counter()
    began = time.monotonic()
    while (spent := time.monotonic() - began) < MOST_SECONDS:
        if spent > SECONDS and all(done[one] for one in ILLS):
            break
        if spent > SECONDS / 2 and not done["immediate stops"]:
            cluster.stop(immediate=True)
            cluster.start()
            done["immediate stops"] += 1
        with psycopg.connect(url, autocommit=True) as connection:
            done["terminated"] += len(connection.execute(_TERMINATE).fetchall())
            done["deadlocks"] += _deadlock(connection, office, devices)
        time.sleep(rng.random() * 0.2)
    return done


def _deadlock(connection: Any, office: int, devices: Sequence[bytes]) -> int:
    """Takes the office's gate first and a device second, as no writer does: one of the two must give way."""
    before = _deadlocks(connection)
    try:
        with connection.transaction():
            connection.execute("SET LOCAL deadlock_timeout = '20ms'")
            connection.execute("SELECT 1 FROM office_gate WHERE office_id = %s FOR UPDATE", (office,))
            time.sleep(0.1)
            for device in devices:
                connection.execute("SELECT 1 FROM device WHERE device_id = %s FOR UPDATE", (device,))
    except errors.DeadlockDetected:
        return 1
    return _deadlocks(connection) - before


def _deadlocks(connection: Any) -> int:
    query = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"
    return int(connection.execute(query).fetchone()[0])
