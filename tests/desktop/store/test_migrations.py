"""The store remembers its past: the migrations lead exactly to what the program expects, and carry the data along."""

from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from desktop.cashier import list_tables
from desktop.cashier.bill_model import BillDraft
from desktop.cashier.fees import catalogue as fees
from desktop.cashier.model import Charge
from desktop.cashier.together import Together
from desktop.catalogue import catalogue
from desktop.letters.model import Registration
from desktop.office.clock import ManualClock
from desktop.office.tables import ROOMS
from desktop.queue.tables import queue_ticket
from desktop.store import name_tables, outage_tables, pin_table, search, sheet_tables, statement_tables, versions
from desktop.store.desk import Desk
from desktop.store.engine import connect, make_engine
from desktop.store.keys import DeskKeys
from desktop.store.prints import prints
from desktop.store.tables import DESK
from tests.helpers.desk import MORNING, make_desk, make_office, person

KEYS = DeskKeys(bytes(range(32)))
SCRIPTS = Path(versions.__file__).parent / "migrations"


def scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    return ScriptDirectory.from_config(config)


def test_the_newest_migration_is_the_one_the_program_knows() -> None:
    known = [script.revision for script in scripts().walk_revisions()]
    assert scripts().get_heads() == [versions.HEAD]
    assert tuple(reversed(known)) == versions.KNOWN


@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index ix_desk_")
def test_migrations_make_exactly_the_tables_of_the_program(tmp_path: Path) -> None:
    catalogue()  # brings in every room's tables
    assert statement_tables.statement_file.metadata is queue_ticket.metadata is DESK
    assert outage_tables.outage.metadata is DESK
    assert pin_table.approver_pin.metadata is DESK
    assert sheet_tables.print_run.metadata is list_tables.bill_list.metadata is name_tables.name_doc.metadata is DESK
    path = tmp_path / "desk.db"
    versions.migrate(path, KEYS.database)
    engine = make_engine(lambda: connect(path, KEYS.database))
    with engine.connect() as connection:
        options: dict[str, Any] = {"compare_type": True, "compare_server_default": True}
        options["include_object"] = lambda thing, name, kind, reflected, other: not _is_beside(name)
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, [ROOMS, DESK]) == []  # type: ignore[arg-type]
    engine.dispose()


def _is_beside(name: str | None) -> bool:
    """Alembic's own table, the full-text indexes with their tables, and an index that only desks have."""
    beside = (name or "").startswith(("letter_words", "letter_threes", "name_words"))
    return beside or name in ("alembic_version", "ix_letter_fallen") or (name or "").startswith("ix_desk_")


def test_tables_without_row_numbers_are_made_so(tmp_path: Path) -> None:
    """Alembic does not compare it: rows that travel lie in the order of their keys."""
    desk = make_desk(tmp_path)
    made = dict(desk.reader.rows("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
    for table in (*ROOMS.tables.values(), *DESK.tables.values()):
        wanted = table.dialect_options["sqlite"]["with_rowid"] is False
        assert ("WITHOUT ROWID" in made[table.name]) == wanted, table.name
    desk.close()


def test_data_survives_every_migration(tmp_path: Path) -> None:
    """From each version on that was ever released, with a letter and a receipt book in it."""
    desk = make_desk(tmp_path, keys=KEYS)
    office = make_office(desk)
    office.letters(person(office)).register(Registration("กรมการปกครอง", "นายกเทศมนตรี", "เก็บไว้"))
    before = {table.name: desk.reader.rows(f'SELECT * FROM "{table.name}"') for table in DESK.sorted_tables}
    desk.close()
    for _ in versions.KNOWN:
        versions.migrate(tmp_path / "desk.db", KEYS.database)
    desk = Desk(tmp_path, KEYS, ManualClock(MORNING), catalogue)
    assert desk.reader.rows("SELECT subject FROM letter") == [("เก็บไว้",)]
    assert {table.name: desk.reader.rows(f'SELECT * FROM "{table.name}"') for table in DESK.sorted_tables} == before
    desk.close()


def test_letters_that_are_there_get_prints_of_their_pages(tmp_path: Path) -> None:
    desk = make_desk(tmp_path, keys=KEYS)
    office = make_office(desk)
    done = office.letters(person(office)).register(Registration("กรมการปกครอง", "นายกเทศมนตรี", "เก็บไว้"))
    text = "ด้วยจังหวัดเชียงใหม่แจ้งว่าจะจัดประชุมเพื่อชี้แจงการจัดทำแผนพัฒนาท้องถิ่น ๔๕๑๒"
    office.saving(person(office)).note_pages(done.id, "00", {0: text})
    desk.close()
    with closing(connect(tmp_path / "desk.db", KEYS.database)) as connection:  # as the version before left it
        _drop_what_came_after("0019", connection, tmp_path / "old.db")
        connection.execute("INSERT INTO letter_words (letter_words) VALUES ('delete-all')")
        connection.execute("UPDATE alembic_version SET version_num = '0018'")
    desk = Desk(tmp_path, KEYS, ManualClock(MORNING), catalogue)
    assert desk.reader.rows("SELECT row_id FROM letter_due") == [(done.id,)]
    office = make_office(desk)
    office.letters(person(office)).register(Registration("กรม", "นายก", "ฉบับต่อไป"))
    desk.writer.run(lambda: None)
    assert search.sharing(desk.reader, prints(text), 3) == [done.id]
    desk.close()


def test_bills_of_the_counter_are_known_by_their_note_for_the_last_time(tmp_path: Path) -> None:
    """One with the note and the receipt of the same moment; not one that a clerk only wrote so."""
    desk = make_desk(tmp_path, keys=KEYS, clock=ManualClock(MORNING), bills_left=20)
    office = make_office(desk)
    piyada, clock = person(office, "piyada"), desk.clock
    note, due = "คิดค่าธรรมเนียมที่เคาน์เตอร์", date(2026, 12, 1)
    draft = BillDraft("นายบุญมี ใจคำ", (Charge(fees()[0], 1),), due)
    Together(desk, piyada).pay((), ("นายบุญมี", None), None, draft)
    typed = office.bills.billing(piyada).make(replace(draft, note=note))
    assert isinstance(clock, ManualClock)
    clock.advance(timedelta(minutes=1))
    office.bills.paying(piyada).pay(typed.id)
    desk.close()
    with closing(connect(tmp_path / "desk.db", KEYS.database)) as connection:
        _drop_what_came_after("0031", connection, tmp_path / "old.db")
        connection.execute("UPDATE alembic_version SET version_num = '0031'")
    desk = Desk(tmp_path, KEYS, ManualClock(MORNING), catalogue)
    assert desk.reader.rows("SELECT note, on_the_spot FROM bill ORDER BY number") == [(note, 1), (note, None)]
    desk.close()


def _drop_what_came_after(version: str, connection: Any, old: Path) -> None:
    """Triggers, tables, indexes and columns that a store of that version does not have."""
    versions.migrate(old, KEYS.database, version)
    query = "SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' AND name NOT LIKE 'name_words_%'"
    columns = "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'"
    with closing(connect(old, KEYS.database)) as then:
        known, had = set(then.execute(query).fetchall()), set(then.execute(columns).fetchall())
    for kind, name in sorted(set(connection.execute(query).fetchall()) - known, reverse=True):  # triggers first
        connection.execute(f'DROP {kind} IF EXISTS "{name}"')
    for table, column in sorted(set(connection.execute(columns).fetchall()) - had):
        connection.execute(f'ALTER TABLE "{table}" DROP COLUMN "{column}"')


def test_migrations_never_import_the_living_program() -> None:
    for path in (SCRIPTS / "versions").glob("*.py"):
        assert "desktop" not in path.read_text("utf-8"), path.name


def test_a_migration_that_fails_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    """Half a migration is no migration: SQLite's own transactions hold its tables too."""
    path = tmp_path / "desk.db"
    with closing(connect(path, KEYS.database)) as connection:
        connection.execute("CREATE TABLE letter (id)")
    with pytest.raises(sqlcipher3.OperationalError, match="already exists"):
        versions.migrate(path, KEYS.database)
    with closing(connect(path, KEYS.database)) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("letter",)]
