"""Acts done together leave exactly what the same acts leave when they are done one by one."""

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, event

from desktop.accounts.mutations import DefineUnit
from desktop.cashier import mutations as cashier
from desktop.letters import mutations as letters
from desktop.office.ids import Id
from sync.server import roads
from sync.server.database import psycopg_url
from sync.server.post_office import accept, accept_all
from sync.server.rooms import CATALOGUE
from sync.server.running import Beside
from sync.server.straight import Statement
from sync.wire.messages import Result, WireMutation
from tests.sync.server.town import CLOCK, LETTERS, REGISTRY, MiniDesk, Town

AT = "2026-11-21T00:00:00.000000Z"
KEPT = (*CATALOGUE.entities, "number_event", "change", "bucket_state", "office_head", "blob_use", "mutation", "device")

Doing = Callable[[Town, MiniDesk], None]


def row_id(kind: str, place: int) -> Id:
    return f"{kind}{place}".encode().rjust(16, b"\x07")


def letter(place: int) -> Id:
    return row_id("letter", place)


def _register(place: int, n: int, subject: str, files: int, town: Town, desk: MiniDesk) -> None:
    parts = tuple(
        letters.FilePart(row_id("file", 10 * place + k), f"{k:064x}", "ก.pdf", "application/pdf", 9, 1, "scanner")
        for k in range(files)
    )
    words = ("central", AT, "paper", "อำเภอ", "ที่ 1", "1", "นายก", subject, "normal", "normal")
    body = letters.Register(letter(place), desk.taken(LETTERS, n), *words, files=parts)
    desk.act("letters.register", body, at=AT)


def _endorse(place: int, of: int, town: Town, desk: MiniDesk) -> None:
    body = letters.Endorse(row_id("note", place), letter(of), "กานดา", "registrar", "note", "ทราบ")
    desk.act("letters.endorse", body, at=AT)


def _route(place: int, of: int, both: bool, town: Town, desk: MiniDesk) -> None:
    units = (town.eng, town.fin) if both else (town.eng,)
    parts = tuple(letters.RoutePart(row_id("route", 10 * place + k), unit, "action") for k, unit in enumerate(units))
    desk.act("letters.route", letters.Route(letter(of), parts), at=AT)


def _receive(place: int, town: Town, desk: MiniDesk) -> None:
    desk.act("letters.receive", letters.Receive(row_id("route", place)), at=AT)


def _recall(places: Sequence[int], town: Town, desk: MiniDesk) -> None:
    desk.act("letters.recall", letters.Recall(tuple(row_id("route", place) for place in places)), at=AT)


def _issue(place: int, n: int, total: int, town: Town, desk: MiniDesk) -> None:
    line = cashier.LinePart(row_id("line", place), "F1", "2569", "ค่าธรรมเนียม", 1, "ฉบับ", 1000, 1000)
    words = ("C1", "ผู้ชำระ", "cash", total, "สิบบาทถ้วน", "ปิยะดา", "เจ้าพนักงาน")
    body = cashier.IssueReceipt(row_id("receipt", place), desk.taken("receipts", n), *words, (line,))
    desk.act("cashier.issue_receipt", body, at=AT)


def _void(place: int, of: int, town: Town, desk: MiniDesk) -> None:
    body = cashier.VoidReceipt(row_id("void", place), row_id("receipt", of), "ผิด", "ปิยะดา")
    desk.act("cashier.void_receipt", body, at=AT)


def _reprint(place: int, of: int, town: Town, desk: MiniDesk) -> None:
    body = cashier.ReprintReceipt(row_id("print", place), row_id("receipt", of), 1, "ปิยะดา")
    desk.act("cashier.reprint_receipt", body, at=AT)


def _garbled(town: Town, desk: MiniDesk) -> None:
    desk.act("letters.register", b"\x80", at=AT)


def _unheard_of(town: Town, desk: MiniDesk) -> None:
    desk.act("letters.shred", b"\x80", at=AT)


def _not_theirs(town: Town, desk: MiniDesk) -> None:
    desk.act("accounts.define_unit", DefineUnit(row_id("unit", 1), "X", "X", "X", "X"), at=AT)


def _short_id(town: Town, desk: MiniDesk) -> None:
    desk.act("letters.endorse", letters.Endorse(b"short", letter(1), "ก", "registrar", "note", "ข"), at=AT)


def _stranger(of: int, wants: bool, town: Town, desk: MiniDesk) -> None:
    who, desk.user_id = desk.user_id, row_id("nobody", 1)
    _route(7, of, False, town, desk) if wants else _endorse(9, of, town, desk)
    desk.user_id = who


def _again(same: bool, town: Town, desk: MiniDesk) -> None:
    """The identity of the act before it, with its content or with another."""
    if desk.outbox:
        mut_id, before = desk.outbox[-1].mut_id, desk.outbox.pop()
        desk.mseq, desk.hash = before.mseq - 1, before.prev_hash
        desk.act(before.type, before.body, before.v, AT, mut_id)
        desk.act(before.type, before.body if same else before.body + b"\x00", before.v, AT, mut_id)


few = st.integers(1, 4)
numbers = st.one_of(few, st.integers(1, 40), st.sampled_from([1 << 31, 1 << 63]))
places = st.integers(100, 1 << 20)
sound: st.SearchStrategy[Doing] = st.one_of(
    st.builds(partial, st.just(_register), places, st.integers(1, 9), st.just("ขอ"), st.integers(0, 2)),
    st.builds(partial, st.just(_endorse), places, st.integers(1, 3)),
    st.builds(partial, st.just(_route), places, st.integers(1, 3), st.booleans()),
    st.builds(partial, st.just(_receive), st.integers(10, 12)),
    st.builds(partial, st.just(_recall), st.lists(st.integers(10, 12), min_size=1, max_size=2)),
    st.builds(partial, st.just(_issue), places, st.integers(1, 9), st.sampled_from([1000, 9999])),
    st.builds(partial, st.just(_void), places, st.integers(1, 2)),
    st.builds(partial, st.just(_reprint), places, st.integers(1, 2)),
    st.builds(partial, st.just(_stranger), few, st.just(True)),
    st.sampled_from([_garbled, _unheard_of, _not_theirs, partial(_again, False)]),
)
"""Acts with which the rows have no trouble: performed, flagged, refused, repeated, not understood."""
poisoned: st.SearchStrategy[Doing] = st.one_of(
    st.builds(partial, st.just(_register), few, numbers, st.sampled_from(["ขอ", "ความ\0ลับ", ""]), st.integers(0, 2)),
    st.builds(partial, st.just(_endorse), st.integers(1, 30), few),
    st.builds(partial, st.just(_route), few, few, st.booleans()),
    st.builds(partial, st.just(_receive), st.integers(10, 20)),
    st.builds(partial, st.just(_recall), st.lists(st.integers(10, 20), max_size=2)),
    st.builds(partial, st.just(_issue), few, numbers, st.sampled_from([1000, 9999])),
    st.builds(partial, st.just(_void), few, few),
    st.builds(partial, st.just(_reprint), few, few),
    st.builds(partial, st.just(_stranger), few, st.booleans()),
    st.builds(partial, st.just(_again), st.booleans()),
    st.just(_short_id),
)
"""Acts that may hurt: rows that are there already, numbers and texts that the database can't hold."""


@pytest.fixture
def engine(town: Town) -> Engine:
    return town.server.centre.engine


@pytest.fixture
def desk(town: Town) -> MiniDesk:
    """A desk of an office in which some of the rows are there already."""
    desk = town.registry()
    _register(1, 1, "ก่อนหน้า", 1, town, desk)
    _register(2, 2, "ก่อนหน้า", 0, town, desk)
    _route(1, 1, True, town, desk)
    _endorse(30, 1, town, desk)
    _issue(1, 1, 1000, town, desk)
    desk.sync()
    return desk


def state(connection: Connection, office_id: int) -> dict[str, list[Any]]:
    """Everything that the office has, in an order of its own."""
    found = {
        name: connection.exec_driver_sql(f"SELECT * FROM {name} WHERE office_id = %s", (office_id,)).all()
        for name in KEPT
    }
    return {name: sorted(map(tuple, rows), key=repr) for name, rows in found.items()}


def tried(
    engine: Engine, town: Town, desk: MiniDesk, acts: Sequence[WireMutation], by_set: bool
) -> tuple[tuple[Result, ...], dict[str, list[Any]]]:
    """Results and what would be left, of a transaction that is taken back."""
    with engine.connect() as connection:
        said = accept(connection, CATALOGUE, desk.key, acts, AT, by_set=by_set)
        left = state(connection, town.office_id)
        connection.rollback()
    return said, left


def compare(town: Town, desk: MiniDesk, engine: Engine, doing: list[Doing]) -> int:
    """Both roads, held against each other; how many savepoints the first took."""
    place, chained = desk.mseq, desk.hash
    logging.disable(logging.ERROR)
    try:
        for do in doing:
            do(town, desk)
        with counted(engine) as savepoints:
            together = tried(engine, town, desk, desk.outbox, True)
        alone = tried(engine, town, desk, desk.outbox, False)
    finally:
        logging.disable(logging.NOTSET)
        desk.outbox.clear()
        desk.mseq, desk.hash = place, chained
    assert together == alone
    return len(savepoints)


def _ids(do: Doing) -> str:
    """Acts that make rows of the same ids."""
    return f"{do.func.__name__} {do.args[0]}" if isinstance(do, partial) else repr(do)


many = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@many
@given(doing=st.lists(sound, min_size=1, max_size=30, unique_by=_ids))
def test_acts_done_together_leave_what_they_leave_one_by_one(
    town: Town, desk: MiniDesk, engine: Engine, doing: list[Doing]
) -> None:
    assert compare(town, desk, engine, doing) <= 1, "not done together"


@many
@given(doing=st.lists(sound | poisoned, min_size=1, max_size=25))
def test_acts_that_hurt_leave_the_same_on_both_roads(
    town: Town, desk: MiniDesk, engine: Engine, doing: list[Doing]
) -> None:
    assert compare(town, desk, engine, doing) >= 1


@contextmanager
def counted(engine: Engine) -> Iterator[list[str]]:
    """The savepoints that are made meanwhile."""
    names: list[str] = []

    def note(connection: Connection, name: str) -> None:
        names.append(name)

    event.listen(engine, "savepoint", note)
    try:
        yield names
    finally:
        event.remove(engine, "savepoint", note)


@contextmanager
def heard(engine: Engine, hear: Callable[[Any, str], object]) -> Iterator[None]:
    """Tells of every statement before it is asked, and on which driver's connection."""
    ask = Statement._ask

    def straight(statement: Statement, connection: Connection, values: dict[str, Any]) -> Any:
        hear(connection.connection.driver_connection, statement._sql)
        return ask(statement, connection, values)

    def told(connection: Connection, cursor: Any, statement: str, *rest: Any) -> None:
        hear(cursor.connection, statement)

    event.listen(engine, "before_cursor_execute", told)
    Statement._ask = straight  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        Statement._ask = ask  # type: ignore[method-assign]
        event.remove(engine, "before_cursor_execute", told)


def _day(town: Town, desk: MiniDesk, acts: int) -> list[WireMutation]:
    """A clerk's work, with a refused intent and an odd fact in it."""
    for place in range(100, 100 + acts // 4):
        _register(place, place, "ขอ", 1, town, desk)
        _route(place, place, place % 2 == 0, town, desk)
        _route(place, place, False, town, desk)
        _endorse(place, place, town, desk)
    return desk.outbox


def test_hundreds_of_acts_take_as_many_statements_as_eight(town: Town, desk: MiniDesk, engine: Engine) -> None:
    place, chained = desk.mseq, desk.hash
    asked: list[int] = []

    def count(connection: Any, statement: str) -> None:
        asked[-1] += not statement.startswith("SELECT * FROM")  # that is this test, which looks at every table after it

    for acts in (8, 400):
        asked.append(0)
        with heard(engine, count):
            said, _ = tried(engine, town, desk, _day(town, desk, acts), by_set=True)
        assert sum(one.status == "rejected" for one in said) == len(said) // 4 == acts // 4
        desk.outbox.clear()
        desk.mseq, desk.hash = place, chained
    assert 10 < asked[0] == asked[1] < 30


def test_a_poisoned_act_among_hundreds_stops_nobody(town: Town, desk: MiniDesk, engine: Engine) -> None:
    _day(town, desk, 200)
    _register(90, 90, "ความ\0ลับ", 0, town, desk)
    for place in range(200, 220):
        _register(place, place, "ต่อ", 0, town, desk)
    logging.disable(logging.ERROR)
    try:
        said = accept_all(engine, CATALOGUE, desk.key, tuple(desk.outbox), CLOCK)
    finally:
        logging.disable(logging.NOTSET)
    assert [one.mseq for one in said] == [act.mseq for act in desk.outbox]
    assert [(one.status, one.code) for one in said if one.code == "not_applied"] == [("flagged", "not_applied")]
    other = town.desk(REGISTRY)
    other.sync()
    assert sum(entity == "letter" for entity, _ in other.rows) == 2 + 50 + 20


@pytest.mark.parametrize("where", ["INSERT INTO letter ", "UPDATE office_head", "INSERT INTO mutation"])
def test_a_backend_that_is_ended_in_the_middle_costs_nothing(
    town: Town, desk: MiniDesk, engine: Engine, where: str
) -> None:
    _register(90, 90, "ขอ", 1, town, desk)
    ended: list[int] = []

    def end(connection: Any, statement: str) -> None:
        if statement.strip().startswith(where) and not ended:
            ended.append(connection.info.backend_pid)
            with psycopg.connect(plain(engine), autocommit=True) as other:
                other.execute("SELECT pg_terminate_backend(%s, 5000)", ended)

    with heard(engine, end):
        said = accept_all(engine, CATALOGUE, desk.key, tuple(desk.outbox), CLOCK)
    assert len(ended) == 1
    assert [one.status for one in said] == ["applied"]
    other = town.desk(REGISTRY)
    other.sync()
    assert other.has("letter", letter(90))


def plain(engine: Engine) -> str:
    return psycopg_url(engine.url.render_as_string(hide_password=False)).replace("+psycopg", "")


@pytest.fixture
def one_deadlock(engine: Engine, server: Beside) -> Iterator[None]:
    """The first letter that is written next is the victim of a deadlock."""
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE SEQUENCE victims")
        connection.exec_driver_sql(
            "CREATE FUNCTION victim() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            " IF nextval('victims') = 1 THEN RAISE EXCEPTION 'deadlock' USING ERRCODE = '40P01'; END IF;"
            " RETURN NULL; END $$"
        )
        connection.exec_driver_sql("CREATE TRIGGER victim BEFORE INSERT ON letter EXECUTE FUNCTION victim()")
    yield
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER victim ON letter")
        connection.exec_driver_sql("DROP FUNCTION victim")
        connection.exec_driver_sql("DROP SEQUENCE victims")


@pytest.mark.usefixtures("one_deadlock")
def test_a_deadlock_has_the_whole_slice_done_again_together(town: Town, desk: MiniDesk, engine: Engine) -> None:
    for place in range(10, 10 + roads.SLICE + 10):
        _register(place, place, "ขอ", 0, town, desk)
    said = accept_all(engine, CATALOGUE, desk.key, tuple(desk.outbox), CLOCK)
    assert {one.status for one in said} == {"applied"}
    assert len({one.eff_oseq for one in said}) == 1, "one transaction"
