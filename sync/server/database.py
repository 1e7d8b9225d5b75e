"""The way to PostgreSQL: one engine a process, transactions that are tried again, snapshots, settings."""

import logging
import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from sqlalchemy import Connection, Engine, create_engine, make_url
from sqlalchemy.exc import DBAPIError, OperationalError

from sync.server.logs import FACTS, Facts
from sync.server.straight import Statement

log = logging.getLogger(__name__)
T = TypeVar("T")

_SETTING = Statement("SELECT value FROM server_setting WHERE name = :name")
_ATTEMPTS = 6
_AGAIN = frozenset({"40001", "40P01", "55P03"})
"""Serialization failure, deadlock, lock not to be had in time: the same transaction may well succeed."""


class Retries:
    """How often transactions of this process were tried again, since somebody asked last."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._count = 0

    def add(self) -> None:
        with self._lock:
            self._count += 1

    def take(self) -> int:
        with self._lock:
            count, self._count = self._count, 0
        return count


RETRIES = Retries()


def make_engine(url: str, pool_size: int = 16) -> Engine:
    """An engine with bounded waits; statements' parameters never reach a log.

    Statements are prepared once for each connection and planned once: planning cost more than the work of a small one.
    The driver forgets them at every ROLLBACK, so reading transactions end by COMMIT (`begin`, never a bare `connect`),
    and the connection used last is used next.
    """
    guards = "-c lock_timeout=10s -c statement_timeout=30s -c idle_in_transaction_session_timeout=60s"
    guards += " -c plan_cache_mode=force_generic_plan -c jit=off"
    return create_engine(
        psycopg_url(url),
        pool_size=pool_size,
        max_overflow=0,
        pool_timeout=10,
        pool_use_lifo=True,
        hide_parameters=True,
        connect_args={
            "options": guards,
            "connect_timeout": 10,
            "application_name": "thesaban centre",
            "prepare_threshold": 1,
        },
    )


def psycopg_url(url: str) -> str:
    """The URL with our driver, whatever driver it named."""
    return make_url(url).set(drivername="postgresql+psycopg").render_as_string(hide_password=False)


def transact(engine: Engine, work: Callable[[Connection], T]) -> T:
    """Runs `work` in one transaction, as `again` does."""

    def once() -> T:
        with engine.begin() as connection:
            return work(connection)

    return again(once)


def question(engine: Engine, work: Callable[[Connection], T]) -> T:
    """For single statements, as `again` does: each is a transaction of its own, in one trip to the database."""

    def once() -> T:
        with engine.connect() as connection:
            return work(connection.execution_options(isolation_level="AUTOCOMMIT"))

    return again(once)


def again(work: Callable[[], T]) -> T:
    """Does `work`; after deadlocks, lock waits and lost connections once more from the start.

    It must be safe to repeat: whether a transaction whose connection broke was committed is not known.
    """
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            return work()
        except DBAPIError as error:
            if attempt == _ATTEMPTS or not passing(error):
                raise
            RETRIES.add()
            log.info(FACTS, Facts("transaction again", attempt=attempt, sqlstate=sqlstate(error)))
            time.sleep(random.uniform(0, 0.02 * 2**attempt))
    raise AssertionError("unreachable")


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """A read-only view of the database at one moment."""
    with engine.connect() as connection:
        connection = connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        with connection.begin():
            yield connection


def sqlstate(error: DBAPIError) -> str | None:
    return getattr(error.orig, "sqlstate", None)


def passing(error: DBAPIError) -> bool:
    """Whether the failure says nothing about the work itself: it may be tried again."""
    return error.connection_invalidated or sqlstate(error) in _AGAIN or is_gone(error)


def is_gone(error: DBAPIError) -> bool:
    """No connection, or one that the server ended (classes 08 and 57P)."""
    state = sqlstate(error)
    return isinstance(error, OperationalError) and (state is None or state[:2] == "08" or state[:3] == "57P")


def setting(connection: Connection, name: str) -> bytes:
    return bytes(_SETTING.value(connection, name=name))
