"""Transactions that lose a race are done again; what is broken for good is not."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError, ProgrammingError

from sync.server.database import transact
from sync.server.running import Beside
from sync.wire.codec import encode
from tests.sync.server.town import REGISTRY, Town


def test_a_deadlock_is_done_again(server: Beside) -> None:
    meeting = Barrier(2)
    tries: list[int] = []

    def work(connection: Connection, first: int, second: int) -> int:
        connection.exec_driver_sql("SET LOCAL deadlock_timeout = '20ms'")
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(%s)", (first,))
        tries.append(first)
        if tries.count(first) == 1:
            meeting.wait(20)
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(%s)", (second,))
        return first

    with ThreadPoolExecutor(2) as pool:
        one = pool.submit(transact, server.centre.engine, lambda connection: work(connection, 901, 902))
        two = pool.submit(transact, server.centre.engine, lambda connection: work(connection, 902, 901))
        assert (one.result(30), two.result(30)) == (901, 902)
    assert len(tries) > 2


def test_a_lost_connection_is_replaced(server: Beside) -> None:
    tries: list[int] = []

    def work(connection: Connection) -> int:
        tries.append(1)
        if len(tries) == 1:
            connection.exec_driver_sql("SELECT pg_terminate_backend(pg_backend_pid())")
        return int(connection.exec_driver_sql("SELECT 7").scalar_one())

    assert transact(server.centre.engine, work) == 7
    assert len(tries) == 2


def test_a_fault_of_ours_is_not_done_again(server: Beside) -> None:
    tries: list[int] = []

    def work(connection: Connection) -> None:
        tries.append(1)
        connection.exec_driver_sql("SELECT no_such_column")

    with pytest.raises(ProgrammingError):
        transact(server.centre.engine, work)
    assert tries == [1]


def test_a_fault_that_stays_is_raised_in_the_end(server: Beside) -> None:
    def work(connection: Connection) -> None:
        connection.exec_driver_sql("DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$")

    with pytest.raises(OperationalError):
        transact(server.centre.engine, work)


def test_an_accepted_batch_survives_the_death_of_every_connection(town: Town, caplog: pytest.LogCaptureFixture) -> None:
    desk, other = town.registry(), town.desk(REGISTRY)
    desk.register()
    desk.sync()
    with town.server.centre.engine.connect() as connection:
        connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
            " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
    desk.register()
    while desk.send("POST", "/v1/sync", data=encode(desk.request())).status_code == 503:
        continue
    desk.sync()
    other.sync()
    assert sum(entity == "letter" for entity, _ in other.rows) == 2
