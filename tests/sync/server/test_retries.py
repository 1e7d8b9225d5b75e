"""Transactions that lose a race are done again; what is broken for good is not."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy import Connection, make_url
from sqlalchemy.exc import OperationalError, ProgrammingError

from sync.server.centre import Centre
from sync.server.database import make_engine, transact
from sync.server.running import Beside, beside
from tests.sync.server.town import REGISTRY, Refused, Town
from tools.demo_postgres import PostgresCluster


def test_a_deadlock_is_done_again(server: Beside) -> None:
    meeting = Barrier(2)
    tries: list[int] = []

    def work(connection: Connection, first: int, second: int) -> int:
        connection.exec_driver_sql("SET LOCAL deadlock_timeout = '20ms'")
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(%s)", (first,))
        tries.append(first)
        if tries.count(first) == 1:
            meeting.wait(60)
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(%s)", (second,))
        return first

    with ThreadPoolExecutor(2) as pool:
        one = pool.submit(transact, server.centre.engine, lambda connection: work(connection, 901, 902))
        two = pool.submit(transact, server.centre.engine, lambda connection: work(connection, 902, 901))
        assert (one.result(60), two.result(60)) == (901, 902)
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


def test_the_death_of_every_connection_costs_no_desk_its_answer(town: Town) -> None:
    desk, other = town.registry(), town.desk(REGISTRY)
    desk.register()
    desk.sync()
    engine = town.server.centre.engine
    with engine.connect(), engine.connect():  # the pool has another one, and it is the next to be asked
        pass
    with engine.connect() as one:
        one.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
            " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
        desk.register()
        desk.sync()
        other.sync()
    assert sum(entity == "letter" for entity, _ in other.rows) == 2


def test_a_database_that_is_away_is_told_as_that(
    postgres: PostgresCluster, centre_database: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    name = make_url(centre_database).database
    root = make_engine(postgres.new_database(), pool_size=1)
    with beside(Centre(make_engine(centre_database, 4), tmp_path)) as running, root.connect() as operator:
        desk = Town(running).registry()
        operator = operator.execution_options(isolation_level="AUTOCOMMIT")
        operator.exec_driver_sql(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
        operator.exec_driver_sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", (name,))
        with pytest.raises(Refused, match="busy") as refused:
            desk.sync()
        assert (refused.value.status, refused.value.headers["Retry-After"]) == (503, "2")
        assert "database busy or away" in caplog.text
        operator.exec_driver_sql(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')
        desk.sync()
    root.dispose()
