"""Row security below the queries: what forgets to say whose rows it wants gets none but the desk's own."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, Engine, make_url, text
from sqlalchemy.exc import DBAPIError

from desktop.office.errors import OfficeError
from sync.server.admin import Admin
from sync.server.confining import READER, confine
from sync.server.database import make_engine, snapshot
from sync.server.migrating import migrate
from sync.server.rooms import CATALOGUE
from tests.sync.server.town import REGISTRY, Town
from tools.demo_postgres import PostgresCluster

TABLES = (*CATALOGUE.entities, "change", "bucket_state", "blob_use", "blob", "office_head")


def offices_in(connection: Connection, table: str) -> set[int]:
    return {row.office_id for row in connection.execute(text(f"SELECT DISTINCT office_id FROM {table}"))}


@pytest.fixture
def engine(town: Town) -> Engine:
    other = Town(town.server)
    for one in (town, other):
        desk = one.registry()
        letter = desk.register("เรื่องของสำนักงานนี้")
        desk.route(letter, one.eng)
        desk.endorse(letter)
        desk.sync()
    return town.server.centre.engine


def test_a_query_without_a_condition_sees_one_office_and_its_buckets(town: Town, engine: Engine) -> None:
    with engine.connect() as connection:
        assert len(offices_in(connection, "letter")) > 1, "else there would be nothing to hide"
    with snapshot(engine) as connection:
        confine(connection, town.office_id, [REGISTRY])
        for table in TABLES:
            assert offices_in(connection, table) <= {town.office_id}, table
        assert offices_in(connection, "letter") == {town.office_id}
        for table in ("change", "bucket_state"):
            found = {row.bucket for row in connection.execute(text(f"SELECT bucket FROM {table}"))}
            assert found == {REGISTRY}


def test_who_reads_without_saying_for_whom_sees_nothing(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text(f"SET LOCAL ROLE {READER}"))
        for table in TABLES:
            assert offices_in(connection, table) == set()
    with engine.begin() as connection:
        confine(connection, 0, [])
        assert offices_in(connection, "change") == set()


def test_a_reader_writes_nothing_and_reads_no_keys(town: Town, engine: Engine) -> None:
    for statement in ("DELETE FROM letter", "UPDATE change SET op = 'R'", "SELECT * FROM server_setting",
                      "SELECT * FROM device", "SELECT * FROM staff_password", "SELECT * FROM mutation"):  # fmt: skip
        with engine.connect() as connection:
            confine(connection, town.office_id, [REGISTRY])
            with pytest.raises(DBAPIError, match="permission denied"):
                connection.execute(text(statement))


def test_the_next_user_of_the_connection_is_free_again(town: Town) -> None:
    with engine_of(town, 1) as engine:
        with snapshot(engine) as connection:
            confine(connection, town.office_id, [REGISTRY])
        with engine.connect() as connection:
            assert connection.scalar(text("SELECT current_user")) != READER
            assert connection.scalar(text("SELECT reading_office()")) is None
            assert connection.scalar(text("SELECT count(*) FROM staff_password")) is not None


@contextmanager
def engine_of(town: Town, pool_size: int) -> Iterator[Engine]:
    made = make_engine(town.server.centre.engine.url.render_as_string(hide_password=False), pool_size)
    yield made
    made.dispose()


def test_every_table_that_travels_is_protected(engine: Engine) -> None:
    """A new room's table must get its policy in the migration that makes it."""
    with engine.connect() as connection:
        for table in TABLES:
            query = text("SELECT relrowsecurity AND relforcerowsecurity FROM pg_class WHERE oid = to_regclass(:t)")
            assert connection.scalar(query, {"t": table}), table
            assert connection.scalar(text(f"SELECT has_table_privilege('{READER}', '{table}', 'SELECT')")), table


@contextmanager
def database_of(cluster: PostgresCluster, user: str, rights: str) -> Iterator[str]:
    """A database that belongs to a plain user."""
    url = cluster.new_database()
    name = make_url(url).database
    root = make_engine(url, pool_size=1)
    with root.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f"CREATE ROLE {user} LOGIN PASSWORD 'x' {rights}"))
        connection.execute(text(f'ALTER DATABASE "{name}" OWNER TO {user}'))
        connection.execute(text(f"ALTER SCHEMA public OWNER TO {user}"))
    root.dispose()
    yield make_url(url).set(username=user, password="x").render_as_string(hide_password=False)
    cluster.drop_database(url)


def test_an_office_whose_user_may_make_no_roles_is_bound_by_the_policies_alone(
    postgres: PostgresCluster,
) -> None:
    with database_of(postgres, "plain_office", "NOSUPERUSER NOCREATEROLE") as url:
        migrate(url)
        engine = make_engine(url, pool_size=2)
        for number in (1, 2):
            Admin(engine).create_office(number, name_th=str(number), name_en="", address_th="", province_th="")
        with engine.connect() as connection:
            assert offices_in(connection, "office") == {1, 2}, "the post office writes and reads for all"
        with snapshot(engine) as connection:
            confine(connection, 1, ["common/normal"])
            assert connection.scalar(text("SELECT current_user")) == "plain_office"
            assert offices_in(connection, "office") == offices_in(connection, "change") == {1}
        migrate(url, "0002")
        migrate(url)
        engine.dispose()


def test_a_user_above_the_policies_without_the_role_is_told_what_to_do(postgres: PostgresCluster) -> None:
    with (
        database_of(postgres, "above_rows", "NOSUPERUSER NOCREATEROLE BYPASSRLS") as url,
        pytest.raises(OfficeError, match="centre.no_reader_role") as caught,
    ):
        migrate(url)
    assert 'GRANT thesaban_reader TO "above_rows"' in caught.value.describe("en")[1]
