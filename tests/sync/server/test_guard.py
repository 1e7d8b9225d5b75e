"""Rows and feed are written by the post office only: whatever goes around it is refused by the database."""

import pytest
from sqlalchemy import Engine, inspect
from sqlalchemy.exc import ProgrammingError

from desktop.office.tables import ROOMS
from sync.server.database import make_engine
from sync.server.rooms import CATALOGUE
from sync.server.running import Beside
from sync.server.writing import open_gate
from tests.sync.server.town import Town

GUARDED = sorted({*ROOMS.tables} | {"change", "office_head", "bucket_state", "mutation", "blob_use"})


@pytest.fixture
def engine(server: Beside) -> Engine:
    return server.centre.engine


@pytest.mark.parametrize("table", GUARDED)
@pytest.mark.parametrize("verb", ["DELETE FROM {}", "TRUNCATE {}", "UPDATE {} SET office_id = office_id"])
def test_a_write_around_the_post_office_is_refused(engine: Engine, table: str, verb: str) -> None:
    with engine.connect() as connection, pytest.raises(ProgrammingError, match="written by the post office only"):
        connection.exec_driver_sql(verb.format(table))


def test_the_guard_stands_on_a_session_that_never_wrote(centre_url: str) -> None:
    fresh = make_engine(centre_url, pool_size=1)
    with fresh.connect() as connection, pytest.raises(ProgrammingError, match="post office only"):
        connection.exec_driver_sql("DELETE FROM letter")
    fresh.dispose()


def test_an_insert_around_the_post_office_is_refused(engine: Engine) -> None:
    with engine.connect() as connection, pytest.raises(ProgrammingError, match="post office only"):
        connection.exec_driver_sql("INSERT INTO office_head (office_id, head) VALUES (-1, 0)")


def test_a_mark_ends_with_its_transaction(town: Town, engine: Engine) -> None:
    with engine.connect() as connection:
        open_gate(connection, town.office_id)
        connection.exec_driver_sql("UPDATE office_head SET head = head WHERE office_id = %s", (town.office_id,))
        connection.commit()
        with pytest.raises(ProgrammingError, match="post office only"):
            connection.exec_driver_sql("UPDATE office_head SET head = head WHERE office_id = %s", (town.office_id,))


def test_a_mark_left_on_a_session_opens_nothing(engine: Engine) -> None:
    with engine.connect() as connection:
        connection.exec_driver_sql("SELECT set_config('thesaban.writer', pg_current_xact_id()::text, false)")
        connection.commit()
        with pytest.raises(ProgrammingError, match="post office only"):
            connection.exec_driver_sql("DELETE FROM letter")
        connection.rollback()
        connection.exec_driver_sql("RESET thesaban.writer")
        connection.commit()


def test_every_table_whose_rows_travel_is_guarded(engine: Engine) -> None:
    with engine.connect() as connection:
        query = "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'post_office_only'"
        guarded = {name for (name,) in connection.exec_driver_sql(query)}
    assert set(CATALOGUE.entities) <= guarded
    assert guarded == set(GUARDED)
    assert guarded <= set(inspect(engine).get_table_names())
