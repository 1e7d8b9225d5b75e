"""The database remembers its past: migrations make what the models say and keep rows; its age is checked."""

from collections.abc import Iterator

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from desktop.office.errors import OfficeError
from desktop.office.tables import ROOMS
from sync.server.admin import Admin
from sync.server.database import make_engine, setting
from sync.server.migrating import HEAD, check_age, config, migrate
from sync.server.rooms import CATALOGUE
from sync.server.tables import CENTRE


@pytest.fixture
def engine(database: str) -> Iterator[Engine]:
    made = make_engine(database)
    yield made
    made.dispose()


def test_the_newest_migration_makes_what_the_models_say(database: str, engine: Engine) -> None:
    migrate(database)
    assert set(CATALOGUE.entities) <= set(ROOMS.tables)
    with engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), [ROOMS, CENTRE])  # type: ignore[arg-type]
        assert found == []
        assert ScriptDirectory.from_config(config(connection)).get_heads() == [HEAD]


def test_rows_live_through_the_migrations_both_ways(database: str, engine: Engine) -> None:
    migrate(database, "0001")
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO unit (office_id, id, ver, code, name_th, name_en, short_th)"
            " VALUES (1, '\\x01', 3, 'ENG', 'กองช่าง', 'Engineering', 'ช่าง')"
        )
    for to in ("head", "0001", "head"):
        migrate(database, to)
        with engine.connect() as connection:
            assert connection.exec_driver_sql("SELECT ver, name_th FROM unit").all() == [(3, "กองช่าง")]


def test_migrating_again_keeps_epoch_and_key(database: str, engine: Engine) -> None:
    migrate(database)
    with engine.connect() as connection:
        before = [setting(connection, name) for name in ("feed_epoch", "token_key")]
    migrate(database)
    with engine.connect() as connection:
        assert [setting(connection, name) for name in ("feed_epoch", "token_key")] == before
        assert [len(value) for value in before] == [16, 32]


def test_a_database_not_migrated_or_half_way_is_refused(database: str) -> None:
    for to in (None, "0001"):
        if to:
            migrate(database, to)
        with pytest.raises(OfficeError, match="centre.database_old") as caught:
            check_age(database)
        assert "migrate" in caught.value.describe("en")[1]
    migrate(database)
    check_age(database)


def test_a_database_of_a_newer_program_is_refused(database: str, engine: Engine) -> None:
    migrate(database)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(OfficeError, match="centre.database_newer"):
        check_age(database)


def test_a_database_that_is_not_there_is_told_as_that() -> None:
    with pytest.raises(OfficeError, match="centre.database_unreachable") as caught:
        check_age("postgresql://nobody:geheim@127.0.0.1:1/none")
    assert "geheim" not in str(caught.value)


def test_an_office_number_is_used_once(database: str, engine: Engine) -> None:
    migrate(database)
    admin = Admin(engine)
    admin.create_office(7, name_th="ก", name_en="a", address_th="", province_th="")
    with pytest.raises(OfficeError, match="centre.office_exists"):
        admin.create_office(7, name_th="ข", name_en="b", address_th="", province_th="")
    assert admin.offices() == [(7, "ก")]
