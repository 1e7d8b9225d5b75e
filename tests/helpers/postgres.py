"""The real PostgreSQL for tests: one server for the run, a fresh database for a test."""

from collections.abc import Iterator

import pytest

from tools.demo_postgres import PostgresCluster


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresCluster]:
    """One server for the whole run, stopped whatever becomes of the run."""
    with PostgresCluster(durable=False) as cluster:
        yield cluster


@pytest.fixture
def database(postgres: PostgresCluster) -> Iterator[str]:
    """URL of an empty database that only this test has."""
    url = postgres.new_database()
    yield url
    postgres.drop_database(url)


@pytest.fixture(scope="session")
def migrated_template(postgres: PostgresCluster) -> str:
    """Name of a database with the centre's tables, for others to be copied from."""
    from sync.server.migrating import migrate

    url = postgres.new_database()
    migrate(url)
    return url.rpartition("/")[2]


@pytest.fixture
def centre_database(postgres: PostgresCluster, migrated_template: str) -> Iterator[str]:
    """URL of a database with the centre's tables and nothing in them that only this test has."""
    url = postgres.new_database(template=migrated_template)
    yield url
    postgres.drop_database(url)
